import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { bundleSource } from '../bundle-source.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

const require = createRequire(join(root, 'package.json'));

/**
 * Bundles and loads the library from its current sources, and returns the exports of `src/index.ts`. Tests run this often, so they set
 * `SAMPLEGATE_REPLAY_LIBRARY` to a bundle that they share. `plugins` of the bundler may replace modules.
 */
export async function loadLibrary(plugins = []) {
  const bundled = process.env.SAMPLEGATE_REPLAY_LIBRARY;
  if (bundled !== undefined && plugins.length === 0) return require(bundled);
  // Below the packages, so that those that are loaded when they are needed are found from there.
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'samplegate-library-'));
  try {
    const outfile = join(folder, 'index.cjs');
    await bundleSource('src/index.ts', outfile, { plugins });
    return require(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
