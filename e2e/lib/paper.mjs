// A paper is a page that stands by itself: opened from the disk, it asks nobody for anything.

import { pathToFileURL } from 'node:url';

import { kinds } from './kinds.mjs';

/** Opens a page by its file; whatever it asks for or says beyond that is a complaint. */
export async function openPaper(browser, file, kind, fragment = '') {
  const { media, cookies, ...options } = kinds[kind];
  const context = await browser.newContext(options);
  const page = await context.newPage();
  if (media) await page.emulateMedia({ media });
  const url = pathToFileURL(file).href;
  page.complaints = [];
  page.on('console', (message) => page.complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => page.complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url) page.complaints.push(`asked for: ${request.url()}`);
  });
  await page.goto(url + fragment);
  return page;
}

/** Lays every detail open, so that nothing is passed over. */
export async function layOpen(page) {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}
