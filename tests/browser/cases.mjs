// Many cases in one document: what runs is looked for in all of them together, and by halves where something did.

import { canaries } from './watcher.mjs';

export const forms = {
  html: {
    contentType: 'text/html',
    open: '<!doctype html><html><head><meta charset="utf-8"><title>a</title></head><body>',
    close: '</body></html>',
  },
  xml: {
    contentType: 'application/xml',
    open: '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>a</title></head><body>',
    close: '</body></html>',
  },
};

// A document of cases, each in an element of its own.
export function documentOf(cases, form) {
  const parts = cases.map(({ output }, number) => `<div data-case="${number}">${output}</div>`);
  return [form.open, ...parts, `<div data-canaries="">${canaries}</div>`, form.close].join('\n');
}

// What the harmless cases of each place are made of.
function makeOf(cases, looked) {
  const made = new Map();
  for (const { number, kinds } of looked) {
    const { place, harmless } = cases[number];
    if (!harmless) continue;
    const known = made.get(place) ?? made.set(place, new Set()).get(place);
    kinds.forEach((kind) => known.add(kind));
  }
  return made;
}

function inElements(cases, looked) {
  const made = makeOf(cases, looked);
  return looked.flatMap(({ number, kinds, dangers }) => {
    const one = cases[number];
    const more = kinds.filter((kind) => !made.get(one.place)?.has(kind)).map((kind) => `makes ${kind}`);
    const found = [...dangers, ...more];
    return found.length > 0 ? [{ ...one, found }] : [];
  });
}

async function byHalves(watcher, cases, form, most) {
  const { seen, strays, cases: looked } = await watcher.watch(documentOf(cases, form), form.contentType);
  const found = [...seen, ...strays];
  if (looked.length !== cases.length) found.push(`the document has ${looked.length} cases instead of ${cases.length}`);
  if (found.length === 0) return [];
  if (cases.length === 1) return [{ ...cases[0], found }];
  const half = Math.ceil(cases.length / 2);
  const failures = await byHalves(watcher, cases.slice(0, half), form, most);
  if (failures.length < most) failures.push(...await byHalves(watcher, cases.slice(half), form, most - failures.length));
  if (failures.length > 0) return failures;
  return [{ place: `together: ${cases[0].place}`, text: `and ${cases.length - 1} more`, output: '', found }];
}

// The cases, {place, text, output, harmless}, in which something ran, or that make what the harmless ones of their place
// do not: each with `found`. At most some of them; where one fails, many do.
export async function failuresOf(watcher, cases, form, most = 5) {
  const { seen, strays, cases: looked } = await watcher.watch(documentOf(cases, form), form.contentType);
  const failures = inElements(cases, looked).slice(0, most);
  if (seen.length === 0 && strays.length === 0 && looked.length === cases.length) return failures;
  const ran = await byHalves(watcher, cases, form, most);
  return [...failures, ...ran];
}

export function told({ place, text, output, found }) {
  return `${place}\n  with ${JSON.stringify(text)}\n  ${[...new Set(found)].join('\n  ')}\n  ${output.slice(0, 2000)}`;
}

// Gives each watcher the next of the jobs until there are none.
export async function share(watchers, jobs, work) {
  const queue = [...jobs];
  await Promise.all(watchers.map(async (watcher) => {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) await work(watcher, job);
  }));
}

export function inGroups(list, size) {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}
