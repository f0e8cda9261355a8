// A page in Chromium that notices whatever runs or goes elsewhere.

import { chromium } from 'playwright-core';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const site = 'http://katern.test';
const codeTypes = ['script', 'stylesheet', 'fetch', 'xhr', 'websocket', 'manifest', 'ping'];

export function launch(executablePath) {
  return chromium.launch({ executablePath, args: flags });
}

// What hosts answer: code that calls ran(), in whatever form was asked for.
function answer(type) {
  if (type === 'stylesheet') return { contentType: 'text/css', body: 'body { background: url(https://evil.test/css) }' };
  if (type === 'document') return { contentType: 'text/html', body: '<script>parent.ran(2); opener && opener.ran(2)</script>' };
  return { contentType: 'text/javascript', headers: { 'access-control-allow-origin': '*' }, body: 'ran(3)' };
}

// The first request of a window that is only opening has no frame yet.
function isOf(frame, request) {
  try {
    return request.frame() === frame;
  } catch {
    return false;
  }
}

export async function openWatcher(browser) {
  const context = await browser.newContext();
  const page = await context.newPage();
  let html = '';
  let seen = [];
  let clicking = false;

  await context.exposeBinding('ran', (source, how) => seen.push(`ran(${how})`));
  await context.addInitScript(() => {
    for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => window.ran(name);
  });
  page.on('dialog', (dialog) => (seen.push(`dialog ${dialog.message()}`), dialog.dismiss()));
  context.on('page', (popup) => (clicking || seen.push('popup'), popup.close().catch(() => {})));
  await context.route('**/*', async (route) => {
    const request = route.request();
    const own = request.url().startsWith(site);
    const top = request.isNavigationRequest() && isOf(page.mainFrame(), request);
    if (top && request.url() === `${site}/`) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    if (!own && codeTypes.includes(request.resourceType())) seen.push(`${request.resourceType()} from ${request.url()}`);
    // A reader who clicks may go anywhere; a page that goes by itself may not.
    if (top && !clicking) seen.push(`goes to ${request.url()}`);
    // Without content, the page stays where it is.
    if (top || own) return route.fulfill({ status: 204 });
    return route.fulfill(answer(request.resourceType()));
  });

  return {
    // What was seen while the document was loaded, and then clicked, hovered and typed in everywhere.
    async watch(document) {
      html = document;
      seen = [];
      clicking = false;
      await page.goto(`${site}/`, { waitUntil: 'load', timeout: 20_000 });
      clicking = true;
      const found = await page.evaluate(look);
      await page.evaluate(touch);
      await page.evaluate(() => new Promise((done) => setTimeout(done, 0)));
      return [...seen, ...found];
    },
    close: () => context.close(),
  };
}

// In the page: names what could run.
function look() {
  const found = [];
  const shadows = [...document.querySelectorAll('*')].flatMap((element) => element.shadowRoot ?? []);
  for (const element of [document, ...shadows].flatMap((root) => [...root.querySelectorAll('*')])) {
    for (const { name, value } of element.attributes) {
      const bare = value.replace(/[\u0000-\u0020]/g, '').toLowerCase();
      if (name.startsWith('on')) found.push(`attribute ${name}`);
      const goes = /^(xlink:)?(href|src|action|formaction|data|poster|background|cite)$/.test(name);
      if (goes && /^(javascript|vbscript|data|blob|feed|view-source):/.test(bare)) found.push(`${name}=${value}`);
    }
    if (element.tagName === 'SCRIPT' && !/json$/.test(element.type) && element.text.includes('ran(')) found.push('script');
    if (element.tagName === 'BASE') found.push('base');
  }
  return found;
}

// In the page: does to every element what a reader might.
function touch() {
  for (const element of document.querySelectorAll('*')) {
    for (const kind of ['mouseover', 'mousedown', 'focus', 'toggle', 'input', 'click', 'auxclick']) {
      element.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true }));
    }
    if (element.focus) element.focus();
  }
}
