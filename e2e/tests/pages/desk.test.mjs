// The desk of the demonstration, on everything that a mediator may look at it with.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { openDesk } from '../../lib/desk.mjs';
import {
  expectGuardHeaders,
  expectNoAxeViolations,
  expectNoComplaints,
  expectNoSidewaysScroll,
  expectOneHeading,
  expectRightToLeft,
  screenshot,
} from '../../lib/expect.mjs';

describe('the desk', () => {
  let desk;
  before(async () => {
    desk = await openDesk();
  });
  after(() => desk?.stop());

  for (const kind of ['light', 'dark', 'phone', 'narrow', 'rtl', 'rtlPhone', 'print']) {
    test(`holds as ${kind}`, async () => {
      const page = await desk.page(kind, '/desk');
      assert.equal(page.answer.status(), 200);
      expectGuardHeaders(page);
      await expectOneHeading(page);
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
      if (kind.startsWith('rtl')) await expectRightToLeft(page);
      await screenshot(page, `desk-${kind}`);
      expectNoComplaints(page);
      await page.context().close();
    });
  }

  test('needs no JavaScript', async () => {
    const page = await desk.page('noScript', '/desk');
    assert.equal(page.answer.status(), 200);
    assert.equal(await page.locator('h1').count(), 1);
    assert.equal(await page.locator('script').count(), 0);
    expectNoComplaints(page);
    await page.context().close();
  });
});
