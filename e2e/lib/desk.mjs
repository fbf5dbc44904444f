// Starts the real program, opens it with its one-time link, and hands out pages of every kind.
//
// What the program owes this file: `goodoffices demo --store FILE --port 0` prints progress to
// stderr and, once it serves, one line to stdout: `Open http://127.0.0.1:PORT/open/TOKEN`.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { launch } from './browser.mjs';
import { kinds } from './kinds.mjs';
import { watch } from './watch.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

// Playing the worked example on a loaded machine, in a debug build, takes its time.
const PATIENCE = 120_000;

/**
 * A desk that serves, with a browser in front of it.
 *
 * `page(kind, path)` opens a page as one of `kinds` sees it; `stop()` ends everything.
 * `command` is for the harness's own test, which starts a stand-in; `empty` is a new store, in which
 * no case is open yet.
 */
export async function openDesk({ command, empty = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'good-offices-'));
  const store = join(folder, 'demo.goodoffices');
  const env = { ...process.env, GOODOFFICES_PASSPHRASE: 'four words for tests' };
  if (empty) make(store, env);
  const [program, ...args] = command ?? [binary(), empty ? 'serve' : 'demo'];
  const child = spawn(program, [...args, '--store', store, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: empty ? env : process.env,
  });
  let browser;
  const stop = async () => {
    await browser?.close();
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const link = await linkOf(child);
    browser = await launch();
    const storageState = await enter(browser, link);
    const origin = new URL(link).origin;
    const page = async (kind, path) => {
      const { cookies = [], media, ...options } = kinds[kind] ?? unknown(kind);
      const context = await browser.newContext({ ...options, storageState, baseURL: origin });
      await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: origin })));
      const page = await context.newPage();
      if (media) await page.emulateMedia({ media });
      page.complaints = watch(page, origin);
      page.answer = await page.goto(path);
      return page;
    };
    return { origin, link, browser, page, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A new store with its keys. */
function make(store, env) {
  const made = spawnSync(binary(), ['init', '--store', store], { env, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`no store could be made: ${made.stderr}`);
}

function unknown(kind) {
  throw new Error(`no kind of page is called ${kind}: there are ${Object.keys(kinds).join(', ')}`);
}

/** The program that was built. */
export function binary() {
  const path = process.env.GOODOFFICES_BIN ?? join(root, 'target', 'debug', 'goodoffices');
  if (!existsSync(path)) {
    throw new Error(`${path} is not there: run \`cargo build\`, or set GOODOFFICES_BIN`);
  }
  return path;
}

/** The one-time link, from the one line on stdout; everything said goes into the error. */
function linkOf(child) {
  return new Promise((resolve, reject) => {
    let [said, progress] = ['', ''];
    const fail = (why) => reject(new Error(`${why}\nstdout: ${said}\nstderr: ${progress}`));
    const timer = setTimeout(() => fail('the program printed no link in time'), PATIENCE);
    child.stderr.on('data', (bytes) => (progress += bytes));
    child.stdout.on('data', (bytes) => {
      said += bytes;
      const link = /^Open (http:\/\/127\.0\.0\.1:\d+\/open\/\S+)$/m.exec(said)?.[1];
      if (link) {
        clearTimeout(timer);
        resolve(link);
      }
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      fail(`the program could not be started: ${error.message}`);
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      fail(`the program ended (${signal ?? code}) before it served`);
    });
  });
}

/** The button on the page behind the one-time link; other forms may stand there too. */
export const OPENING_BUTTON = 'form[action*="/open/"] button, form:not([action]) button';

/** Uses the link as a person does, with the button, and keeps the session. */
async function enter(browser, link) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(link);
  await page.locator(OPENING_BUTTON).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/open/'));
  const state = await context.storageState();
  await context.close();
  return state;
}

function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
    child.on('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
