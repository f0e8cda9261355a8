// The facets of a listing in a real browser: node facets.mjs KATERN REPOSITORY CHROMIUM [SCREENSHOTS]
//
// Builds the site of this repository with more entries, serves it with the policy that forbids inline code, and uses the
// live filters as a reader would: with the mouse, with the keyboard, by the address, and without a script.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

import { buildSite, contentTypes, copySite } from './site.mjs';
import { launch } from './watcher.mjs';

const [katern, repository, chromium, screenshots] = process.argv.slice(2);

// Ends a test that hangs; a slow machine needs less.
const patience = 60_000;

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

function makeSite(root) {
  copySite(repository, root);
  // Forty more, so that there is a second page: every second one in oprichting, every third onderwijskundig.
  for (let i = 1; i <= 40; i += 1) {
    const text = [
      '---',
      `naam: Proefpracticum ${i}`,
      'samenvatting: Een verzonnen practoraat om filters mee te proberen.',
      `status: ${i % 2 ? 'actief' : 'in oprichting'}`,
      `soort: ${i % 3 ? 'vakinhoudelijk' : 'onderwijskundig'}`,
      'instellingen: [roc-voorbeeld]',
      'practoren: [{persoon: noor-voorbeeld}]',
      'gestart: 2026-06-01',
      'verzonnen: ja',
      '---',
      '',
    ];
    writeFileSync(join(root, 'content/practoraten', `proef-${i}.md`), text.join('\n'));
  }
  buildSite(katern, root);
}

function serve(folder) {
  const server = createServer((request, answer) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    let file = join(folder, path);
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (!existsSync(file)) return answer.writeHead(404).end();
    answer.writeHead(200, { 'content-type': contentTypes[extname(file)] ?? 'text/plain', 'content-security-policy': policy });
    return answer.end(readFileSync(file));
  });
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server)));
}

const titles = (page, where) => page.locator(`${where} [data-items] > * .card-title a`).allTextContents();
const shown = (page) => page.locator('[data-facet-results] .card-title a').allTextContents();
const status = (page) => page.locator('[data-facet-status]').textContent();

// Waits, as a reader does, until the number of results is said, also on a page that is only opening.
async function says(page, expected) {
  await page.waitForFunction((text) => document.querySelector('[data-facet-status]')?.textContent === text, expected);
}
async function saysOtherThan(page, before) {
  await page.waitForFunction((old) => (document.querySelector('[data-facet-status]')?.textContent ?? old) !== old, before);
}

// What the browser itself has as the address; page.url() learns of a change a moment later.
const search = (page) => page.evaluate(() => location.search);
const box = (page, name) => page.getByRole('checkbox', { name });

async function openFacet(page, name) {
  await page.locator('.facet summary', { hasText: name }).click();
}

const tests = {
  async 'without a script every value is a link to its own page, and the count is what is there'({ browser, url }) {
    const page = await browser.newPage({ javaScriptEnabled: false });
    page.setDefaultTimeout(patience);
    await page.goto(url('/practoraten/'));
    await openFacet(page, 'Soort');
    const link = page.getByRole('link', { name: /^onderwijskundig/ });
    const count = Number((await link.textContent()).match(/\((\d+)\)/)[1]);
    await link.click();
    await page.waitForURL('**/practoraten/soort/onderwijskundig/');
    assert.equal((await titles(page, '[data-facet-list]')).length, count);
    assert.equal(await page.locator('.facets [aria-current="true"]').textContent(), `onderwijskundig (${count})`);
    assert.equal(await page.locator('[data-facet-clear]').isVisible(), false);
  },

  async 'facets combine: and between them, or within one'({ page, url }) {
    await page.goto(url('/practoraten/'));
    await openFacet(page, 'Status');
    await box(page, 'in oprichting').check();
    await page.waitForURL('**/practoraten/?status=in-oprichting');
    await says(page, '20 resultaten');
    await openFacet(page, 'Soort');
    await box(page, 'onderwijskundig').check();
    await says(page, '6 resultaten');
    assert.equal(await search(page), '?status=in-oprichting&soort=onderwijskundig');
    assert.deepEqual((await shown(page)).sort(), [6, 12, 18, 24, 30, 36].map((i) => `Proefpracticum ${i}`).sort());
    await box(page, 'actief').check();
    await saysOtherThan(page, '6 resultaten');
    assert.ok((await shown(page)).length > 6);
    assert.equal(await page.locator('[data-facet-list]').isVisible(), false);
  },

  async 'counts say how many there would be with what other facets ask'({ page, url }) {
    await page.goto(url('/practoraten/'));
    await openFacet(page, 'Status');
    await openFacet(page, 'Soort');
    await box(page, 'in oprichting').check();
    await saysOtherThan(page, '');
    const text = (name) => page.locator('.facet-values label', { hasText: name }).textContent();
    assert.match(await text('onderwijskundig'), /\(6\)$/);
    assert.match(await text('in oprichting'), /\(20\)$/);
  },

  async 'entries from other pages are shown as well, a page at a time'({ page, url }) {
    await page.goto(url('/practoraten/'));
    await openFacet(page, 'Instelling');
    await box(page, 'ROC Voorbeeld').check();
    await page.waitForFunction(() => document.querySelectorAll('[data-facet-results] .card').length === 24);
    await page.getByRole('button', { name: 'Toon meer' }).click();
    await page.waitForFunction(() => document.querySelectorAll('[data-facet-results] .card').length > 24);
    const all = await shown(page);
    assert.equal(new Set(all).size, all.length);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), all[24]);
    assert.equal(await page.getByRole('button', { name: 'Toon meer' }).isVisible(), false);
  },

  async 'the address brings a choice back, and so does the back button'({ page, url }) {
    await page.goto(url('/practoraten/?soort=onderwijskundig&soort=bestaat-niet&x=1'));
    await saysOtherThan(page, '');
    assert.equal(await box(page, 'onderwijskundig').isChecked(), true);
    assert.equal(await page.locator('[data-facet="soort"]').getAttribute('open'), '');
    const before = await status(page);
    await openFacet(page, 'Status');
    await box(page, 'in oprichting').check();
    await saysOtherThan(page, before);
    await page.goBack();
    await says(page, before);
    assert.equal(await box(page, 'in oprichting').isChecked(), false);
  },

  async 'all of it works with the keyboard, and focus is never lost'({ page, url }) {
    await page.goto(url('/practoraten/'));
    await page.locator('.facet summary').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-facet="status"] input').first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await saysOtherThan(page, '');
    assert.equal(await page.evaluate(() => document.activeElement.checked), true);
    await page.locator('[data-facet-clear]').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement.tagName === 'SUMMARY');
    assert.equal(await page.locator('[data-facet-list]').isVisible(), true);
    assert.equal(await search(page), '');
  },

  async 'readers of a screen are told the number, and a group its name'({ page, url }) {
    await page.goto(url('/practoraten/'));
    assert.equal(await page.getByRole('status').count(), 1);
    await openFacet(page, 'Soort');
    await page.getByRole('group', { name: 'Soort' }).waitFor();
    await box(page, 'onderwijskundig').check();
    await page.getByRole('status').getByText(/^\d+ resultaten$/).waitFor();
  },

  async 'on the page of a value, links lead on to both'({ page, url }) {
    await page.goto(url('/practoraten/status/in-oprichting/'));
    await openFacet(page, 'Soort');
    const link = page.locator('[data-facet="soort"] a', { hasText: 'onderwijskundig' });
    await page.waitForFunction(() => document.querySelector('[data-facet="soort"] a').search !== '');
    assert.match(await link.textContent(), /\(6\)$/);
    await link.click();
    await says(page, '6 resultaten');
    assert.equal(await page.evaluate(() => location.pathname), '/practoraten/');
  },

  async 'where the values cannot be loaded the links stay'({ page, url }) {
    await page.route('**/facets.json', (route) => route.abort());
    await page.goto(url('/practoraten/'));
    const refused = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/facets.json'));
    await openFacet(page, 'Soort');
    await refused;
    await page.getByRole('link', { name: /^onderwijskundig/ }).click();
    await page.waitForURL('**/soort/onderwijskundig/');
  },
};

async function takePictures(browser, url) {
  mkdirSync(screenshots, { recursive: true });
  for (const width of [320, 768, 1280]) {
    for (const path of ['/practoraten/', '/practoraten/?soort=onderwijskundig', '/practoraten/soort/onderwijskundig/', '/berichten/', '/personen/', '/begrippen/', '/agenda/']) {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.goto(url(path));
      await page.waitForTimeout(400);
      await page.screenshot({ path: join(screenshots, `${path.replace(/\W+/g, '-')}${width}.png`), fullPage: true });
      await page.close();
    }
  }
}

const root = mkdtempSync(join(tmpdir(), 'katern-facets-'));
let failed = 0;
let server;
let browser;
try {
  makeSite(root);
  server = await serve(join(root, 'output'));
  const url = (path) => `http://127.0.0.1:${server.address().port}${path}`;
  browser = await launch(chromium);
  if (screenshots) await takePictures(browser, url);
  for (const [name, run] of Object.entries(tests)) {
    const page = await browser.newPage();
    page.setDefaultTimeout(patience);
    const complaints = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    try {
      await run({ browser, page, url });
      assert.deepEqual(complaints.filter((text) => !text.includes('net::ERR_FAILED')), []);
      console.log(`ok     ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED ${name}\n${error.stack}`);
    }
    await page.close();
  }
} finally {
  await browser?.close();
  server?.close();
  rmSync(root, { recursive: true, force: true });
}
process.exitCode = failed > 0 ? 1 : 0;
