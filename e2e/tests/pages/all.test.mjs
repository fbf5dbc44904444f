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
  ['desk-all', '/desk?todo=all'],
  ['rooms', '/rooms'],
  ['room-desk', '/rooms/desk'],
  ['room-hamas', `/rooms/hamas?${lastOffer}`],
  ['room-hamas-now', '/rooms/hamas'],
  ['room-plenary', '/rooms/plenary'],
  ['room-whole', '/rooms/egypt?all=1'],
  ['text', `/text?${lastOffer}`],
  ['text-3', '/text/3'],
  ['text-alone', '/text/4?alone=1'],
  ['chronicle', '/chronicle'],
  ['chronicle-whole', '/chronicle?all=1'],
  ['participants', '/as'],
  ['seat-hamas', `/as/hamas?${lastOffer}`],
  ['seat-israel', '/as/israel'],
  ['seat-chronicle', '/as/united-states/chronicle'],
  ['record-index', '/rooms/hamas/record'],
  ['record-past', `/rooms/hamas/record/attempt?${lastOffer}`],
  ['carry', '/rooms/hamas/carry/83'],
  ['carry-sheets', '/rooms/hamas/carry/83?to=israel'],
  ['record-message', '/rooms/hamas/record/message'],
  ['record-contact', '/rooms/hamas/record/contact'],
  ['record-accept', '/rooms/hamas/record/accept'],
  ['record-draft', '/rooms/desk/record/draft'],
  ['marks', '/marks'],
];

const kinds = ['light', 'dark', 'phone', 'narrow', 'rtl', 'rtlPhone', 'print'];
/** Where axe looks: the other kinds differ from these in width and colour only. */
const examined = ['light', 'dark', 'phone', 'rtl'];

/** What a page must be, whatever it answers. */
async function holds(page, kind, name, status) {
  assert.equal(page.answer.status(), status, `${name} as ${kind}`);
  expectGuardHeaders(page);
  await expectOneHeading(page);
  await expectNoSidewaysScroll(page);
  if (examined.includes(kind)) await expectNoAxeViolations(page);
  if (kind.startsWith('rtl')) await expectRightToLeft(page);
  await screenshot(page, `${name}-${kind}`);
  // A browser says of a refusal that it failed to load; that it answers so is the point of it.
  const refused = `console: Failed to load resource: the server responded with a status of ${status}`;
  const expected = (said) => status >= 400 && said.startsWith(refused);
  assert.deepEqual(page.complaints.filter((said) => !expected(said)), [], `${page.url()} complained`);
}

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
        await holds(page, kind, name, 200);
        await page.context().close();
      }
      const page = await desk.page('noScript', path);
      assert.equal(page.answer.status(), 200, `${path} without JavaScript`);
      assert.equal(await page.locator('script').count(), 0);
      expectNoComplaints(page);
      await page.context().close();
    });
  }

  // What a form answers: name, address, what is typed, and what comes of it.
  const answers = [
    ['form-errors', '/rooms/hamas/record/contact', { '#happened-day': '2023-11-31', '#happened-time': '25:70' }, 422],
    ['form-refused', '/rooms/hamas/record/message', { '#from': 'hamas', '#words': 'We ask for a day.' }, 422],
    ['form-confirm', '/rooms/desk/record/erase-entry', { '#entry': 'D 9', '#authority': 'A court', '#why': 'It names a person.' }, 200],
    ['carry-no-room', '/rooms/hamas/carry/83', {}, 422],
  ];
  const shows = {
    'form-errors': '.says.warn a[href="#happened-time"]',
    'form-refused': '.says.refused',
    'form-confirm': '.confirm .sheet.out',
    'carry-no-room': '.says.warn a[href="#to"]',
  };
  for (const [name, path, typed, status] of answers) {
    test(`${name} holds for every reader`, async () => {
      for (const kind of kinds) {
        const page = await desk.page(kind, path);
        // On paper a form is left out, so it is filled in before it is printed.
        await page.emulateMedia({ media: 'screen' });
        for (const [field, value] of Object.entries(typed)) {
          const list = await page.locator(`select${field}`).count();
          if (list > 0) await page.selectOption(field, value);
          else await page.fill(field, value);
        }
        const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
        await page.locator('main form .btn').first().click();
        page.answer = await answered;
        await page.waitForLoadState();
        await page.emulateMedia({ media: kind === 'print' ? 'print' : 'screen' });
        assert.equal(await page.locator(shows[name]).count(), 1, `${name} as ${kind}`);
        await holds(page, kind, name, status);
        await page.context().close();
      }
    });
  }
});

describe('an empty store', () => {
  let desk;
  before(async () => {
    desk = await openDesk({ empty: true });
  });
  after(() => desk?.stop());

  for (const [name, path] of [
    ['empty-desk', '/desk'],
    ['empty-rooms', '/rooms'],
    ['empty-text', '/text'],
    ['empty-chronicle', '/chronicle'],
    ['empty-participants', '/as'],
    ['empty-open', '/rooms/desk/record/open-case'],
  ]) {
    test(`${name} holds for every reader`, async () => {
      for (const kind of kinds) {
        const page = await desk.page(kind, path);
        await holds(page, kind, name, 200);
        await page.context().close();
      }
    });
  }
});
