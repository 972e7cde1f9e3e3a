import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The library as its sources are now, built or not; gives what `src/index.ts` exports. */
export async function loadLibrary() {
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-library-'));
  try {
    const outfile = join(folder, 'index.cjs');
    await build({
      absWorkingDir: root,
      entryPoints: ['src/index.ts'],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      mainFields: ['module', 'main'],
      external: ['json-schema-to-typescript', 'xmlbuilder'],
      // The bundle lies in a temporary folder; what the package ships is looked for here.
      define: { __dirname: JSON.stringify(join(root, 'dist')) },
      logLevel: 'warning',
    });
    return createRequire(join(root, 'package.json'))(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
