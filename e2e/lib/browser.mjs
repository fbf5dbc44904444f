// The browser: Debian's Chromium where there is one, else the one that the driver fetched.

import { existsSync } from 'node:fs';

import { chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

// Only our own pages are opened, and tests may run as root, where the sandbox cannot start.
// The rest keeps the browser from speaking to anybody but the desk.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch() {
  const executablePath = process.env.CHROMIUM_BIN ?? PLACES.find((place) => existsSync(place));
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}
