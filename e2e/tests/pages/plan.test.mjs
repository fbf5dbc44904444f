// Reports on plans, as the real program writes them from the plans in the repository, opened from the
// disk: each stands by itself and reads well for every reader.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { launch } from '../../lib/browser.mjs';
import { binary } from '../../lib/desk.mjs';
import {
  expectLegibleDrawings,
  expectNoAxeViolations,
  expectNoComplaints,
  expectNoSidewaysScroll,
  expectOneHeading,
  expectRightToLeft,
  expectWholeDates,
  screenshot,
} from '../../lib/expect.mjs';
import { layOpen, openPaper } from '../../lib/paper.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const plans = join(root, 'cases/plans');
const packages = join(root, 'cases/packages/crossing-and-prisoners.yaml');
const conflict = join(root, 'crates/planner/examples/conflicts/elmira.yaml');

// A report, and how it is made.
const made = {
  'check-november': ['check', join(plans, 'november-2023.yaml')],
  'check-november-ar': ['check', join(plans, 'november-2023.yaml'), '--language', 'ar'],
  'check-phases': ['check', join(plans, 'three-phases.yaml')],
  'check-one-party': ['check', join(plans, 'one-shot-escrow.yaml'), '--party', 'South'],
  forecast: ['forecast', join(plans, 'november-2023.yaml')],
  'forecast-ar': ['forecast', join(plans, 'november-2023.yaml'), '--language', 'ar'],
  packages: ['packages', packages],
  'packages-ar': ['packages', packages, '--language', 'ar'],
  'packages-one-party': ['packages', packages, '--party', 'North'],
  stability: ['stability', conflict],
  'stability-ar': ['stability', conflict, '--language', 'ar'],
  order: ['order', join(plans, 'labour-dispute.yaml')],
  'order-ar': ['order', join(plans, 'labour-dispute.yaml'), '--language', 'ar'],
};

describe('reports on plans', () => {
  let browser, folder;
  const path = (name) => join(folder, `${name}.html`);

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'good-offices-'));
    for (const [name, args] of Object.entries(made)) {
      const done = spawnSync(binary(), ['plan', ...args, '--report', path(name)], { encoding: 'utf8' });
      assert.equal(done.status, 0, done.stderr);
    }
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  for (const name of Object.keys(made)) {
    test(`${name} holds for every reader`, async () => {
      for (const kind of name.endsWith('-ar') ? ['light', 'phone'] : ['light', 'dark', 'tablet', 'phone', 'narrow', 'print']) {
        const page = await openPaper(browser, path(name), kind);
        await expectOneHeading(page);
        await expectNoSidewaysScroll(page);
        if (name.endsWith('-ar')) await expectRightToLeft(page);
        await screenshot(page, `plan-${name}-${kind}`);
        await expectLegibleDrawings(page);
        await layOpen(page);
        await expectNoSidewaysScroll(page);
        await expectWholeDates(page);
        await expectNoAxeViolations(page);
        expectNoComplaints(page);
        await page.context().close();
      }
    });
  }

  test('without JavaScript it is whole, and its details open', async () => {
    const page = await openPaper(browser, path('check-november'), 'noScript');
    assert.equal(await page.locator('script').count(), 0);
    const details = page.locator('details').first();
    await details.locator('summary').click();
    assert.ok(await details.locator('table').isVisible());
    expectNoComplaints(page);
    await page.context().close();
  });
});
