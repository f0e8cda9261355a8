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

// The frame of a request; a window that is only opening has none yet.
function frameOf(request) {
  try {
    return request.frame();
  } catch {
    return undefined;
  }
}

// A page in a context of its own, so that what an earlier document set going is not seen here.
async function openPage(browser, html) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const state = { context, page, seen: [], clicking: false };
  const { seen } = state;

  await context.exposeBinding('ran', (source, how) => seen.push(`ran(${how})`));
  await context.addInitScript(() => {
    for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => window.ran(name);
  });
  page.on('dialog', (dialog) => (seen.push(`dialog ${dialog.message()}`), dialog.dismiss()));
  context.on('page', (popup) => (state.clicking || seen.push('popup'), popup.close().catch(() => {})));
  await context.route('**/*', async (route) => {
    const request = route.request();
    const own = request.url().startsWith(site);
    const frame = frameOf(request);
    const top = request.isNavigationRequest() && frame === page.mainFrame();
    if (top && request.url() === `${site}/`) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    // A click may also tell others of itself, by the attribute ping.
    const type = request.resourceType();
    const told = state.clicking && type === 'ping';
    if (!own && !told && codeTypes.includes(type)) seen.push(`${type} from ${request.url()}`);
    // A reader who clicks may go anywhere; a page that goes by itself may not.
    if (top && !state.clicking) seen.push(`goes to ${request.url()}`);
    // Without content, the page stays where it is, and a window that a click opened stays empty.
    const elsewhere = request.isNavigationRequest() && frame?.page() !== page;
    if (top || own || elsewhere) return route.fulfill({ status: 204 });
    return route.fulfill(answer(type));
  });
  return state;
}

export async function openWatcher(browser) {
  return {
    // What was seen while the document was loaded, and then clicked, hovered and typed in everywhere.
    async watch(document) {
      const state = await openPage(browser, document);
      try {
        await state.page.goto(`${site}/`, { waitUntil: 'load', timeout: 20_000 });
        state.clicking = true;
        const found = await state.page.evaluate(look);
        await state.page.evaluate(touch);
        await state.page.evaluate(() => new Promise((done) => setTimeout(done, 0)));
        return [...state.seen, ...found];
      } finally {
        await state.context.close();
      }
    },
    close: async () => {},
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
