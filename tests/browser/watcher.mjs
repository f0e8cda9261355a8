// A page in Chromium that notices whatever runs, asks for code from elsewhere or goes elsewhere.
//
// Nothing here waits for a time: every document ends with canaries, which run in each way that there is, and a document
// has been watched when all of them were seen. So a slow machine takes longer, and a watcher that sleeps is an error.

import { chromium } from 'playwright-core';

import { arm, look, touch } from './in_page.mjs';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const site = 'http://katern.test';
const canaryHost = 'https://canary.test';
// What a click may tell others of itself (the attribute ping) is not among them.
const codeTypes = ['script', 'stylesheet', 'fetch', 'xhr', 'websocket', 'manifest'];
const patience = 120_000;

export const canaries =
  `<script>ran('canary: script')</script><script src="${canaryHost}/x.js"></script>` +
  `<img src="/x" alt="" onerror="ran('canary: error')"/><iframe src="javascript:parent.ran('canary: frame')"></iframe>` +
  `<input onmouseover="ran('canary: hover')" onfocus="ran('canary: focus')" oninput="ran('canary: typing')"/>` +
  `<p onclick="ran('canary: click')">a</p><form action="javascript:ran('canary: form')"><button>a</button></form>` +
  `<a href="javascript:ran('canary: link')" target="_blank">a</a>`;
const canaryNames = [...canaries.matchAll(/'(canary: \w+)'/g)].map((found) => found[1]);
const allCanaries = [...canaryNames, 'canary: elsewhere'];

export function launch(executablePath) {
  return chromium.launch({ executablePath, args: flags, timeout: patience });
}

// What hosts answer: code that calls ran(), in whatever form was asked for.
function answer(type) {
  if (type === 'stylesheet') return { contentType: 'text/css', body: 'body { background: url(https://evil.test/css) }' };
  return { contentType: 'text/javascript', headers: { 'access-control-allow-origin': '*' }, body: 'ran(3)' };
}

// Calls `told` when what is seen changes; `until` waits so for a condition.
function makeNotebook() {
  let seen = [];
  let told = () => {};
  return {
    clear: () => (seen = []),
    note: (what) => (seen.push(what), told()),
    seen: () => [...new Set(seen)],
    until(condition, wanted) {
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`the watcher saw only ‘${seen}’, and not ${wanted()}`)), patience);
        told = () => condition(seen) && (clearTimeout(late), (told = () => {}), resolve());
        told();
      });
    },
  };
}

function frameOf(request) {
  try {
    return request.frame();
  } catch {
    return undefined;  // a window that is only opening has none yet
  }
}

export async function openWatcher(browser) {
  const context = await browser.newContext();
  const notebook = makeNotebook();
  await context.exposeBinding('ran', (source, how) => notebook.note(/^canary/.test(how) ? how : `ran(${how})`));
  await context.addInitScript(arm);
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  page.on('dialog', (dialog) => (notebook.note(`dialog ${dialog.message()}`), dialog.dismiss().catch(() => {})));
  context.on('page', (popup) => (notebook.note('popup'), popup.close().catch(() => {})));

  // The document that is watched, by its path, and what else its site has: see `watch`.
  let served = { path: '', file: () => undefined };
  let number = 0;
  await context.route('**/*', async (route) => {
    const request = route.request();
    const { origin, pathname } = new URL(request.url());
    const type = request.resourceType();
    const top = request.isNavigationRequest() && frameOf(request) === page.mainFrame();
    // To a frame, even the address of the document itself is empty: `#` would put the whole in each of its frames.
    if (top && request.url() === site + served.path) return route.fulfill(served.document);
    const file = origin === site && !request.isNavigationRequest() ? served.file(pathname) : undefined;
    if (file) return route.fulfill(file);
    if (origin === canaryHost) {
      notebook.note('canary: elsewhere');
      return route.fulfill({ status: 204 });
    }
    if (origin !== site && codeTypes.includes(type)) {
      notebook.note(`${type} from ${request.url()}`);
    }
    if (request.isNavigationRequest()) {
      if (top) notebook.note(`goes to ${request.url()}`);
      return route.fulfill({ status: 204 });  // without content, everything stays where it is
    }
    return origin === site ? route.fulfill({ status: 204 }) : route.fulfill(answer(type));
  });

  async function load(body, contentType, { path, file, ready } = {}) {
    number += 1;
    const document = { contentType: `${contentType}; charset=utf-8`, body };
    served = { path: path ?? `/document-${number}`, document, file: file ?? (() => undefined) };
    notebook.clear();
    await page.goto(site + served.path, { waitUntil: 'load' });
    if (ready) await page.waitForSelector(ready, { state: 'attached' });
  }

  return {
    // What was seen while a document with the canaries was loaded, and hovered, clicked and typed in everywhere; and
    // what `look` tells of it. Of its site: its `path`, the `file` of another path, and what is there when it is `ready`.
    async watch(document, contentType = 'text/html', place = {}) {
      await load(document, contentType, place);
      const looked = await page.evaluate(look);
      await page.evaluate(touch);
      // What swallowed the canaries is a stray already, and they need not be waited for.
      if (!looked.complete) return { ...looked, seen: notebook.seen() };
      const missing = (seen) => allCanaries.filter((name) => !seen.includes(name));
      await notebook.until((seen) => missing(seen).length === 0, () => missing(notebook.seen()));
      return { ...looked, seen: notebook.seen().filter((what) => !allCanaries.includes(what)) };
    },
    // The same of a document that is known to run: waits until `expected` is seen.
    async catches(document, expected, contentType = 'text/html') {
      await load(document, contentType);
      await page.evaluate(touch);
      await notebook.until((seen) => seen.some((what) => what.startsWith(expected)), () => expected);
    },
    // What ran in a document that is no HTML, and the names of the elements that Chromium shows its text in.
    async shows(document, contentType) {
      await load(document, contentType);
      const elements = await page.evaluate(() => [...document.querySelectorAll('body *')].map((one) => one.localName));
      return { seen: notebook.seen(), elements };
    },
    close: () => context.close(),
  };
}
