import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { installPackages } from '../debian/install-packages.mjs';

/** Where Debian's package installs it. */
export const EXECUTABLE = '/usr/bin/chromium';

/** Chromium contacts nobody, so a test that fails without a network is a failure of the page. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium without a window and with an empty profile. */
export function launch() {
  return chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
}

/**
 * Debian's Chromium without a window and with an empty profile; installed where it is missing. Where this machine cannot have it, `skipped`
 * is the reason. Throws an Error if the installation fails.
 */
export async function openBrowser() {
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-page-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  if (!existsSync(EXECUTABLE)) {
    const { outcome, reason } = await installPackages(['chromium'], folder);
    if (outcome === 'impossible') return { skipped: reason };
    if (outcome === 'failed') throw new Error(reason);
  }
  return { browser: await launch(), folder };
}
