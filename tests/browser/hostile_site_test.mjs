// Puts what attackers write into the content of a real site, as titles and as Markdown. What Katern does not refuse is
// published and loaded in Chromium, where nothing runs, and nothing is made that harmless content does not make.
//
//   node hostile_site_test.mjs KATERN REPOSITORY CHROMIUM

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

import { failuresOf, forms, inGroups, share, told } from './cases.mjs';
import { hostile } from './hostile.mjs';
import { harmlessMarkdown, hostileMarkdown } from './hostile_markdown.mjs';
import { buildSite, contentTypes, copySite, refusedFiles } from './site.mjs';
import { canaries, launch, openWatcher } from './watcher.mjs';

const [katern, repository, chromium] = process.argv.slice(2);
const casesAtOnce = 60;

// YAML reads a JSON string as it is.
function page(fields, body) {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return ['---', ...lines, '---', '', body, ''].join('\n');
}

const bericht = (text, slug) => page({ titel: text, samenvatting: text, slug, datum: '2026-11-20', type: 'blog',
  auteurs: ['stichting-practoraten-nl'], reeks: { naam: text.slice(0, 80), deel: 1 } }, 'tekst');
const pagina = (text, slug) => page({ titel: 'Proef', slug, samenvatting: 'Een proef.' }, text);

const kinds = [
  { place: 'titles', folder: 'berichten', make: bericht, texts: hostile, harmless: ['a', 'een twee'], part: 'html' },
  { place: 'Markdown', folder: 'paginas', make: pagina, texts: hostileMarkdown, harmless: [harmlessMarkdown], part: 'main' },
];

// The entries of all kinds, written below the root.
function writeEntries(root) {
  return kinds.flatMap(({ place, folder, make, texts, harmless, part }) =>
    [...harmless, ...texts].map((text, number) => {
      const slug = `vijand-${number}`;
      const file = `content/${folder}/${slug}.md`;
      writeFileSync(join(root, file), make(text, slug));
      const output = join('output', folder === 'paginas' ? '' : folder, slug, 'index.html');
      return { place, text, file, output, part, harmless: number < harmless.length };
    }));
}

// The part of a page that stands in a document beside those of others.
function partOf(html, part) {
  if (part === 'main') return html.match(/<main[^]*<\/main>/)[0];
  return html.replace(/^[^]*<head>/, '').replace(/<\/head>\s*<body[^>]*>|<\/body>|<\/html>/g, '');
}

function removeRefused(root, entries) {
  const refused = refusedFiles(katern, root);
  for (const { file, harmless } of entries) {
    if (!refused.has(file)) continue;
    assert.ok(!harmless, `${file} is harmless, but refused`);
    rmSync(join(root, file));
  }
  return entries.filter(({ file }) => !refused.has(file));
}

// Some of the entries to a document, each document with the harmless ones of its place.
function documentsOf(cases) {
  return kinds.flatMap(({ place }) => {
    const own = cases.filter((one) => one.place === place);
    const harmless = own.filter((one) => one.harmless);
    return inGroups(own.filter((one) => !one.harmless), casesAtOnce).map((group) => [...harmless, ...group]);
  });
}

// Pages as they are, with their scripts, styles and data; the filters of a listing show titles by a script.
const wholePages = [
  { path: '/berichten/', ready: '.card-title' },
  { path: '/berichten/?type=blog', ready: '[data-facet-results] .card-title' },
];

async function watchWholePages(watcher, root) {
  const failures = [];
  for (const { path, ready } of wholePages) {
    const file = (address) => {
      const found = join(root, 'output', decodeURIComponent(address));
      try {
        return { contentType: contentTypes[extname(found)], body: readFileSync(found) };
      } catch {
        return undefined;
      }
    };
    const html = readFileSync(join(root, 'output', path.replace(/\?.*/, ''), 'index.html'), 'utf8');
    const document = html.replace('</body>', `<div data-canaries="">${canaries}</div></body>`);
    const { seen, dangers } = await watcher.watch(document, 'text/html', { path, file, ready });
    const found = [...seen, ...dangers];
    if (found.length > 0) failures.push(`${path}\n  ${found.join('\n  ')}`);
  }
  return failures;
}

// Feeds hold the titles as well: read as XHTML, nothing in them may be code.
async function watchFeeds(watcher, root) {
  const cases = ['feed.xml', 'berichten/feed.xml', 'sitemap.xml'].map((path) => {
    const feed = readFileSync(join(root, 'output', path), 'utf8');
    return { place: path, text: 'all of it', output: feed.replace(/^(<\?.*?\?>\s*)+/, ''), harmless: true };
  });
  for (const { output } of cases.slice(0, 2)) assert.ok(output.includes('&lt;script&gt;ran(1)'), 'a feed without titles');
  return (await failuresOf(watcher, cases, forms.xml)).map(told);
}

const root = mkdtempSync(join(tmpdir(), 'katern-hostile-'));
let browser;
try {
  copySite(repository, root);
  const settings = join(root, 'content/site.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^feed_items: \d+$/m, 'feed_items: 100'));
  writeFileSync(join(root, 'content/paginas/proef.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>');
  const entries = writeEntries(root);
  const published = removeRefused(root, entries);
  buildSite(katern, root);
  const read = (one) => ({ ...one, output: partOf(readFileSync(join(root, one.output), 'utf8'), one.part) });
  const cases = published.map(read);
  browser = await launch(chromium);
  const watchers = [await openWatcher(browser), await openWatcher(browser)];
  const failures = [...await watchWholePages(watchers[0], root), ...await watchFeeds(watchers[0], root)];
  await share(watchers, documentsOf(cases), async (watcher, document) => {
    failures.push(...(await failuresOf(watcher, document, forms.html)).map(told));
  });
  for (const line of failures) console.log(line);
  for (const { place } of kinds) {
    const count = (list) => list.filter((one) => one.place === place && !one.harmless).length;
    console.log(`${place}: ${count(entries)} hostile texts, ${count(published)} of them published, the others refused`);
    assert.ok(count(published) * 2 > count(entries), `nearly nothing was published of ${place}, so nearly nothing was tried`);
  }
  console.log(`${failures.length} mistakes`);
  process.exitCode = failures.length > 0 ? 1 : 0;
} finally {
  await browser?.close();
  rmSync(root, { recursive: true, force: true });
}
