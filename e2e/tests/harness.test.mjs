// The harness itself: it passes a good page and catches each planted fault.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { openDesk } from '../lib/desk.mjs';
import * as expect from '../lib/expect.mjs';
import { kinds } from '../lib/kinds.mjs';

const standIn = [process.execPath, fileURLToPath(new URL('stand-in.mjs', import.meta.url))];

describe('the harness', () => {
  let desk;
  before(async () => {
    desk = await openDesk({ command: standIn });
  });
  after(() => desk?.stop());

  for (const kind of Object.keys(kinds)) {
    test(`passes a good page as ${kind}`, async () => {
      const page = await desk.page(kind, '/desk');
      assert.equal(page.answer.status(), 200);
      expect.expectGuardHeaders(page);
      await expect.expectOneHeading(page);
      await expect.expectNoSidewaysScroll(page);
      if (kind !== 'noScript') await expect.expectNoAxeViolations(page);
      if (kind.startsWith('rtl')) await expect.expectRightToLeft(page);
      expect.expectNoComplaints(page);
      await page.context().close();
    });
  }

  const planted = {
    '/wide': expect.expectNoSidewaysScroll,
    '/unlabelled': expect.expectNoAxeViolations,
    '/two-headings': expect.expectOneHeading,
    '/script': expect.expectNoComplaints,
    '/foreign': expect.expectNoComplaints,
    '/not-there': expect.expectNoComplaints,
    '/bare': expect.expectGuardHeaders,
    '/desk': expect.expectRightToLeft,
  };
  for (const [path, check] of Object.entries(planted)) {
    test(`catches ${path} with ${check.name}`, async () => {
      const page = await desk.page('narrow', path);
      await assert.rejects(async () => check(page), { code: 'ERR_ASSERTION' });
      await page.context().close();
    });
  }

  test('says what the program said when it does not start', async () => {
    await assert.rejects(openDesk({ command: [...standIn, '--fail'] }), /the store is damaged/);
  });

  test('refuses a kind that is none', async () => {
    await assert.rejects(desk.page('sepia', '/desk'), /no kind of page/);
  });
});
