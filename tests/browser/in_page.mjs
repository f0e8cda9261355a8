// What runs in the pages that are watched. Each of these is handed to the browser as its text, so they share nothing.

// Before anything else of a document: everything that shows itself outside the page calls ran() instead.
export function arm() {
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = () => window.ran(name);
  if (window !== window.top || !window.navigation) return;
  // A reader who clicks may go anywhere by the usual schemes; a page that goes by itself may not. Both stay here.
  window.navigation.addEventListener('navigate', (event) => {
    const { url } = event.destination;
    if (!window.touching || !/^(https?|mailto|tel):/.test(url)) window.ran(`goes to ${url}`);
    if (event.cancelable) event.preventDefault();
  });
}

// Names what could run anywhere (`dangers`), and what each case (an element with data-case) holds:
// its elements with their attributes, and what could run. The cases and the canaries have to be all that the body has,
// so that none of them reaches into another; what else there is, is in `strays`.
export function look() {
  const all = (element) => [...(element.shadowRoot?.children ?? []), ...(element.content?.children ?? []), ...element.children]
    .flatMap((child) => [child, ...all(child)]);
  const schemes = /^(javascript|vbscript|data|blob|feed|view-source):/;
  const goes = /^(xlink:)?(href|src|action|formaction|data|poster|background|cite|srcset|imagesrcset|ping)$/;

  function dangers(element) {
    const found = [];
    for (const { name, value } of element.attributes) {
      const bare = value.replace(/[\u0000-\u0020]/g, '').toLowerCase();
      if (name.startsWith('on')) found.push(`attribute ${name}`);
      if (goes.test(name) && schemes.test(bare)) found.push(`${name}=${value}`);
    }
    const code = element.localName === 'script' && !/json$/.test(element.type ?? element.getAttribute('type'));
    if (code && element.textContent.includes('ran(')) found.push('script');
    if (element.localName === 'base') found.push('base');
    return found;
  }

  const cases = [];
  const strays = [];
  const children = [...document.body.children];
  const complete = children.pop()?.hasAttribute('data-canaries') ?? false;
  if (!complete) strays.push('the canaries are not the last of the body');
  for (const element of children) {
    if (!element.hasAttribute('data-case')) {
      strays.push(`${element.localName} between the cases`);
      continue;
    }
    const elements = all(element);
    cases.push({
      number: Number(element.getAttribute('data-case')),
      kinds: [...new Set(elements.flatMap((one) =>
        [one.localName, ...one.getAttributeNames().map((name) => `${one.localName} ${name}`)]))],
      dangers: elements.flatMap(dangers),
    });
  }
  for (const element of document.head.children) {
    if (!['meta', 'title'].includes(element.localName)) strays.push(`${element.localName} in the head`);
  }
  if (document.body.attributes.length > 0) strays.push('the body has attributes');
  const watched = all(document.body).filter((element) => !element.closest('[data-canaries]'));
  return { complete, cases, strays, dangers: watched.flatMap(dangers) };
}

// Does to every element what a reader might, and what its handlers wait for.
export async function touch() {
  window.touching = true;
  const channel = new MessageChannel();
  const turn = () => new Promise((done) => ((channel.port1.onmessage = done), channel.port2.postMessage(0)));
  const all = (element) => [element, ...[...(element.shadowRoot?.children ?? []), ...element.children].flatMap(all)];
  const kinds = ['mouseover', 'mousedown', 'mouseup', 'auxclick', 'focus', 'keydown', 'keyup', 'input', 'change', 'toggle'];
  for (const element of all(document.body)) {
    // In another window or to disk it would run just as well, but is harder to see.
    for (const name of ['target', 'formtarget', 'download']) element.removeAttribute(name);
    const named = element.getAttributeNames().filter((name) => name.startsWith('on')).map((name) => name.slice(2));
    for (const kind of new Set([...kinds, ...named])) {
      element.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true }));
    }
    element.focus?.();
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    // An address that is code runs in a turn of its own, which another click would call off.
    if (/^(a|area|button|input|summary|mi)$/.test(element.localName)) await turn();
  }
  await turn();
}
