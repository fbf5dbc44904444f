// Who is let in: the link works once, and neither another name nor another site gets through.

import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, test } from 'node:test';

import { OPENING_BUTTON, openDesk } from '../../lib/desk.mjs';

/** The status of one bare request, with headers that a browser would not let a page set. */
function status(url, { method = 'GET', headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('the door', () => {
  let desk, cookie;
  before(async () => {
    desk = await openDesk();
    const page = await desk.page('noScript', '/desk');
    const cookies = await page.context().cookies();
    cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  });
  after(() => desk?.stop());

  test('the session opens the desk', async () => {
    assert.equal(await status(`${desk.origin}/desk`, { headers: { cookie } }), 200);
  });

  test('the icon that browsers ask for unbidden is answered', async () => {
    const icon = await status(`${desk.origin}/favicon.ico`, { headers: { cookie } });
    assert.ok(icon < 400, `the icon was answered with ${icon}, which browsers write to the console`);
  });

  test('without a session there is no desk', async () => {
    assert.equal(await status(`${desk.origin}/desk`), 401);
  });

  test('the link opens once', async () => {
    const context = await desk.browser.newContext();
    const page = await context.newPage();
    await page.goto(desk.link);
    const button = page.locator(OPENING_BUTTON);
    if ((await button.count()) > 0) await button.click();
    const answer = await page.goto(`${desk.origin}/desk`);
    assert.equal(answer.status(), 401);
    await context.close();
  });

  test('another host name is refused, even with the session', async () => {
    const headers = { cookie, host: 'desk.example' };
    assert.ok([403, 421].includes(await status(`${desk.origin}/desk`, { headers })));
  });

  test('a form from another site is refused, even with the session', async () => {
    const headers = { cookie, origin: 'http://other.example', 'sec-fetch-site': 'cross-site' };
    assert.equal(await status(`${desk.origin}/desk`, { method: 'POST', headers }), 403);
  });
});
