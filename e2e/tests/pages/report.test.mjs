// The report of candidates, as the real program writes it from the lists of the handbook, opened
// from the disk as somebody would who got it on a stick: it stands by itself and reads well.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { launch } from '../../lib/browser.mjs';
import { binary } from '../../lib/desk.mjs';
import {
  expectNoAxeViolations,
  expectNoComplaints,
  expectNoSidewaysScroll,
  expectOneHeading,
  expectRightToLeft,
  screenshot,
} from '../../lib/expect.mjs';
import { openPaper } from '../../lib/paper.mjs';

const lists = fileURLToPath(new URL('../../../cases/lists', import.meta.url));
const sought = join(lists, 'invented-sought.csv');
const held = join(lists, 'invented-held.csv');

// An invented person whose given name is written with a sign that turns what follows round.
const TURNED = 'Given name,Family name,Date of birth\nKa\u202Erim,Zaytuni,1979-04-13\nRami,Lawzi,1985-01-25\n';

describe('a report of candidates', () => {
  let browser, folder;
  const path = (name) => join(folder, name);

  function made(name, ...args) {
    const done = spawnSync(binary(), [...args, '--report', path(name)], { encoding: 'utf8' });
    assert.equal(done.status, 0, done.stderr);
  }

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'good-offices-'));
    writeFileSync(path('turned.csv'), TURNED);
    const match = ['match', sought, held, '--as-of', '2024-03-01'];
    made('en.html', ...match);
    made('ar.html', ...match, '--language', 'ar');
    made('dedupe.html', 'dedupe', sought);
    made('turned.html', 'match', path('turned.csv'), sought);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const opened = (name, kind, fragment = '') => openPaper(browser, path(name), kind, fragment);

  /** Everything is laid open, so that nothing is passed over. */
  async function laidOpen(page) {
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      // Candidates far below are laid out as they come near; here they all are.
      const sheet = document.styleSheets[0];
      sheet.insertRule('.cands > li { content-visibility: visible !important }', sheet.cssRules.length);
    });
  }

  const shown = ['light', 'dark', 'tablet', 'phone', 'narrow', 'print'];
  for (const name of ['en', 'ar', 'dedupe']) {
    test(`${name} holds for every reader`, async () => {
      for (const kind of shown) {
        const page = await opened(`${name}.html`, kind);
        await expectOneHeading(page);
        await expectNoSidewaysScroll(page);
        if (name === 'ar') await expectRightToLeft(page);
        await screenshot(page, `report-${name}-${kind}`);
        await laidOpen(page);
        await expectNoSidewaysScroll(page);
        await expectNoAxeViolations(page);
        expectNoComplaints(page);
        await page.context().close();
      }
    });
  }

  test('without JavaScript it is whole, and its details open', async () => {
    const page = await opened('en.html', 'noScript');
    assert.equal(await page.locator('script').count(), 0);
    assert.ok((await page.locator('.cands > li').count()) > 25);
    const details = page.locator('details').first();
    await details.locator('summary').click();
    assert.notEqual(await details.getAttribute('open'), null);
    assert.ok(await details.locator('table').isVisible());
    expectNoComplaints(page);
    await page.context().close();
  });

  test('a link to a candidate arrives at it', async () => {
    for (const name of ['en.html', 'ar.html']) {
      const page = await opened(name, 'light', '#c20');
      const candidate = page.locator('#c20');
      await candidate.waitFor();
      const near = () => candidate.evaluate((element) => Math.abs(element.getBoundingClientRect().top) < innerHeight / 2);
      assert.ok(await near(), `${name} opened elsewhere`);
      await page.goto(pathToFileURL(path(name)).href);
      // Every link within the page has somewhere to go.
      const lost = await page.evaluate(() =>
        [...document.querySelectorAll('a[href^="#"]')]
          .map((link) => link.getAttribute('href'))
          .filter((href) => document.getElementById(href.slice(1)) === null),
      );
      assert.deepEqual(lost, []);
      await page.context().close();
    }
  });

  test('its policy lets nothing in that was put there later', async () => {
    const text = readFileSync(path('en.html'), 'utf8');
    const put = [
      '<script>document.documentElement.dataset.ran = "yes"</script>',
      '<style>h1 { display: none }</style>',
      '<h2 id="styled" style="display: none">Put there</h2>',
      '<img alt="" src="http://192.0.2.1/seen.png" onerror="document.documentElement.dataset.ran = 1">',
      '<iframe src="http://192.0.2.1/"></iframe>',
    ];
    writeFileSync(path('changed.html'), text.replace('</body>', `${put.join('\n')}</body>`));
    const page = await opened('changed.html', 'light');
    assert.equal(await page.evaluate(() => document.documentElement.dataset.ran), undefined);
    assert.ok(await page.locator('h1').isVisible(), 'a second sheet was obeyed');
    assert.ok(await page.locator('#styled').isVisible(), 'a style in an element was obeyed');
    const refused = page.complaints.filter((said) => said.includes('Content Security Policy'));
    assert.ok(refused.length >= put.length, page.complaints.join('\n'));
    await page.context().close();
  });

  test('a sign that turns what follows is shown by its code and not obeyed', async () => {
    assert.ok(!readFileSync(path('turned.html'), 'utf8').includes('\u202E'));
    const page = await opened('turned.html', 'light');
    assert.ok((await page.locator('.cands .u', { hasText: 'U+202E' }).count()) > 0);
    await page.context().close();
  });

  test('on paper every candidate is there, with its details open', async () => {
    const page = await opened('en.html', 'print');
    const heights = await page.locator('.cands > li').evaluateAll((all) => all.map((one) => one.scrollHeight));
    assert.ok(Math.min(...heights) > 200, `${heights}`);
    assert.ok(await page.locator('details table').first().isVisible());
    const paper = await page.pdf({ format: 'A4' });
    assert.equal(paper.subarray(0, 5).toString(), '%PDF-');
    await page.context().close();
  });
});
