// Puts what attackers write into every place of HTML, loads each result in Chromium, and sees nothing run.
//
//   node hostile_test.mjs RENDER_TABLE CHROMIUM

import { hostile } from './hostile.mjs';
import { others, places, refusedPlaces } from './places.mjs';
import { startRenderer } from './renderer.mjs';
import { launch, openWatcher } from './watcher.mjs';

const [program, chromium] = process.argv.slice(2);
const pagesAtOnce = 2;
const textsAtOnce = 20;

// What a watcher that sees nothing would not see: each of these runs.
const controls = [
  '<img src=x onerror="ran(1)">',
  '<script>ran(1)</script>',
  '<script src="https://evil.test/x.js"></script>',
  '<link rel="stylesheet" href="https://evil.test/x.css">',
  '<a href="javascript:ran(1)">a</a>',
  '<svg><a xlink:href="java&Tab;script:ran(1)"><text>a</text></a></svg>',
  '<p onmouseover="ran(1)">a</p>',
  '<iframe src="javascript:parent.ran(1)"></iframe>',
  '<script>location = "https://evil.test/"</script>',
  '<script>alert(1)</script>',
];

// What Katern makes of every place with every hostile text, some of them to a document: loading one takes its time.
async function* documents(renderer) {
  for (const place of places) {
    for (let from = 0; from < hostile.length; from += textsAtOnce) {
      const texts = hostile.slice(from, from + textsAtOnce);
      const made = await Promise.all(texts.map((x) => renderer.render(place, others, { x, y: 'script:ran(1)' })));
      const failed = made.find((answer) => answer.error);
      if (failed) throw new Error(`${place}: ${failed.error} ${failed.message}`);
      const html = made.map((answer) => answer.output).join('\n<hr>\n');
      yield { name: `${place} with ${JSON.stringify(texts)}`, html: `<!doctype html>${html}<p>end` };
    }
  }
}

async function watchAll(browser, renderer) {
  const failures = [];
  const queue = documents(renderer);
  let count = 0;
  await Promise.all(Array.from({ length: pagesAtOnce }, async () => {
    const watcher = await openWatcher(browser);
    for (let next = await queue.next(); !next.done; next = await queue.next()) {
      const { name, html } = next.value;
      const seen = await watcher.watch(html);
      if (seen.length > 0) failures.push(`${name}\n  ${[...new Set(seen)].join('\n  ')}\n  ${html}`);
      count += 1;
    }
    await watcher.close();
  }));
  return { count, failures };
}

async function blindSpots(browser) {
  const watcher = await openWatcher(browser);
  const missed = [];
  for (const control of controls) {
    const seen = await watcher.watch(`<!doctype html>${control}<p>end`).catch((error) => [String(error)]);
    if (seen.length === 0) missed.push(`the watcher does not see what runs: ${control}`);
  }
  await watcher.close();
  return missed;
}

async function notRefused(renderer) {
  const wrong = [];
  for (const place of refusedPlaces) {
    const answer = await renderer.render(place, others, { x: 'a' });
    if (!answer.error) wrong.push(`this should be an error: ${place}`);
  }
  return wrong;
}

const renderer = startRenderer(program);
const browser = await launch(chromium);
const missed = await blindSpots(browser);
const wrong = await notRefused(renderer);
const { count, failures } = await watchAll(browser, renderer);
await browser.close();
renderer.stop();

for (const line of [...missed, ...wrong, ...failures]) console.log(line);
console.log(`${count} documents of ${places.length} places and ${hostile.length} hostile texts, ${failures.length} in which something ran`);
process.exit(missed.length + wrong.length + failures.length > 0 ? 1 : 0);
