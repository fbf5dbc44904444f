// Every page of the demonstration, on everything that somebody may look at it with: it answers,
// stands without complaint, holds for axe (WCAG 2.2 AA), does not scroll sideways, reads from
// right to left, prints, and needs no JavaScript.

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

const silent = 'at=2023-11-15T17:30Z';
const lastOffer = 'at=2023-11-20T16:40Z';
const slipped = 'at=2023-11-22T19:00Z';

const pages = [
  ['desk-silent', `/desk?${silent}`],
  ['desk-offer', `/desk?${lastOffer}`],
  ['desk-slipped', `/desk?${slipped}`],
  ['desk', '/desk'],
  ['rooms', '/rooms'],
  ['room-desk', '/rooms/desk'],
  ['room-hamas', `/rooms/hamas?${lastOffer}`],
  ['room-hamas-now', '/rooms/hamas'],
  ['room-plenary', '/rooms/plenary'],
  ['text', `/text?${lastOffer}`],
  ['chronicle', '/chronicle'],
  ['participants', '/as'],
  ['seat-hamas', `/as/hamas?${lastOffer}`],
  ['seat-israel', '/as/israel'],
  ['seat-chronicle', '/as/united-states/chronicle'],
  ['record-message', '/rooms/hamas/record/message'],
  ['record-contact', '/rooms/hamas/record/contact'],
  ['record-accept', '/rooms/hamas/record/accept'],
  ['record-draft', '/rooms/desk/record/draft'],
  ['marks', '/marks'],
];

const kinds = ['light', 'dark', 'phone', 'narrow', 'rtl', 'rtlPhone', 'print'];
/** Where axe looks: the other kinds differ from these in width and colour only. */
const examined = ['light', 'dark', 'phone', 'rtl'];

describe('every page', () => {
  let desk;
  before(async () => {
    desk = await openDesk();
  });
  after(() => desk?.stop());

  for (const [name, path] of pages) {
    test(`${name} holds for every reader`, async () => {
      for (const kind of kinds) {
        const page = await desk.page(kind, path);
        assert.equal(page.answer.status(), 200, `${path} as ${kind}`);
        expectGuardHeaders(page);
        await expectOneHeading(page);
        await expectNoSidewaysScroll(page);
        if (examined.includes(kind)) await expectNoAxeViolations(page);
        if (kind.startsWith('rtl')) await expectRightToLeft(page);
        await screenshot(page, `${name}-${kind}`);
        expectNoComplaints(page);
        await page.context().close();
      }
      const page = await desk.page('noScript', path);
      assert.equal(page.answer.status(), 200, `${path} without JavaScript`);
      assert.equal(await page.locator('script').count(), 0);
      expectNoComplaints(page);
      await page.context().close();
    });
  }
});
