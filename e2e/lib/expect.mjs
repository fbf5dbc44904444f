// What every page must show itself to be. Each function throws with what it found.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = fileURLToPath(new URL('../../target/e2e', import.meta.url));

// WCAG 2.2, levels A and AA, as axe names its rules.
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Not for pages without JavaScript: axe is a script. Look at the same page in another kind. */
export async function expectNoAxeViolations(page) {
  // By the debugger and not by a script element, so that the page's own policy stays in force.
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: { type: 'tag', values: tags } }),
    WCAG,
  );
  assert.ok(passes.length > 0, `axe looked at nothing on ${page.url()}`);
  const told = violations.map(({ id, help, nodes }) => {
    const where = nodes.map(({ html, failureSummary }) => `    ${html}\n    ${failureSummary}`);
    return `  ${id}: ${help}\n${where.join('\n')}`;
  });
  assert.equal(violations.length, 0, `axe on ${page.url()}:\n${told.join('\n')}`);
}

export async function expectNoSidewaysScroll(page) {
  const { wide, seen } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    seen: document.documentElement.clientWidth,
  }));
  assert.ok(wide <= seen, `${page.url()} is ${wide} px wide in a window of ${seen} px`);
}

/** In a drawing no words stand on other words or on a dot, and none reaches out of the page. */
export async function expectLegibleDrawings(page) {
  const faults = await page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    const over = (a, b) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
    const found = [];
    for (const drawing of document.querySelectorAll('svg.chart')) {
      const boxes = (name) =>
        [...drawing.querySelectorAll(name)]
          .map((part) => ({ said: part.textContent, box: part.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0);
      const words = boxes('text');
      const dots = boxes('circle');
      words.forEach(({ said, box }, at) => {
        if (box.left < -1 || box.right > wide + 1) found.push(`${said} is out of the page`);
        for (const other of words.slice(at + 1)) {
          if (over(box, other.box)) found.push(`${said} stands on ${other.said}`);
        }
        if (dots.some((dot) => over(box, dot.box))) found.push(`${said} stands on a dot`);
      });
    }
    return found;
  });
  assert.deepEqual(faults, [], page.url());
}

/** No date comes apart at the end of a line. */
export async function expectWholeDates(page) {
  const broken = await page.evaluate(() => {
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let text = words.nextNode(); text; text = words.nextNode()) {
      for (const date of text.data.matchAll(/\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?/g)) {
        const range = document.createRange();
        range.setStart(text, date.index);
        range.setEnd(text, date.index + date[0].length);
        const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
        if (new Set(boxes.map((box) => Math.round(box.top))).size > 1) found.push(date[0]);
      }
    }
    return found;
  });
  assert.deepEqual(broken, [], page.url());
}

/** One heading of the first level, with words in it. */
export async function expectOneHeading(page) {
  const headings = await page.locator('h1').allInnerTexts();
  assert.equal(headings.length, 1, `${page.url()} has ${headings.length} headings h1`);
  assert.notEqual(headings[0].trim(), '', `the h1 of ${page.url()} is empty`);
}

export function expectNoComplaints(page) {
  assert.deepEqual(page.complaints, [], `${page.url()} complained`);
}

/** The headers that keep a page from leaking and from being led astray. */
export function expectGuardHeaders(page) {
  const headers = page.answer.headers();
  const policy = headers['content-security-policy'] ?? '';
  for (const part of ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'"]) {
    assert.ok(policy.includes(part), `the policy of ${page.url()} lacks ${part}: ${policy}`);
  }
  assert.ok(!policy.includes('unsafe'), `the policy of ${page.url()} is loosened: ${policy}`);
  assert.equal(headers['x-content-type-options'], 'nosniff', page.url());
  assert.equal(headers['referrer-policy'], 'same-origin', page.url());
  assert.match(headers['cache-control'] ?? '', /no-store/, page.url());
}

export async function expectRightToLeft(page) {
  const html = page.locator('html');
  assert.equal(await html.getAttribute('dir'), 'rtl', page.url());
  assert.equal(await html.getAttribute('lang'), 'ar', page.url());
}

/** What a browser can take in one picture: a higher page is taken from its top. */
const HIGHEST = 12_000;

/** On a busy machine the browser now and then cannot take a picture, and a moment later can. */
async function taken(page, options) {
  try {
    await page.screenshot(options);
  } catch (error) {
    if (!String(error).includes('Unable to capture screenshot')) throw error;
    await page.screenshot(options);
  }
}

/** A picture of the whole page, for people to look at: `target/e2e/NAME.png`. */
export async function screenshot(page, name) {
  mkdirSync(pictures, { recursive: true });
  const path = join(pictures, `${name}.png`);
  const { height } = await page.locator('html').boundingBox();
  if (height <= HIGHEST) {
    await taken(page, { path, fullPage: true });
    return;
  }
  const size = page.viewportSize();
  await page.setViewportSize({ ...size, height: HIGHEST });
  await taken(page, { path });
  await page.setViewportSize(size);
}
