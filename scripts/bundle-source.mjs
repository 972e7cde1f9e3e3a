import { writeFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { writeScript } from './write-script.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Bundles the current sources of an entry point into `outfile`, without the code cache and the compiled manifest schema of a build. */
export function bundleSource(entryPoint, outfile, options = {}) {
  return build({
    absWorkingDir: root,
    entryPoints: [entryPoint],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['@jest/globals', 'json-schema-to-typescript'],
    // The bundle is in a temporary folder, but must find the files that the package ships here.
    define: { __dirname: JSON.stringify(join(root, 'dist')) },
    logLevel: 'warning',
    ...options,
  });
}

/** Bundles what `samplegate/testing` has, with the entries of the runners beside it, as they are in the package. */
export async function bundleRunners(folder) {
  const program = join(folder, 'main.js');
  await bundleSource('src/start/program.ts', program);
  writeScript(program);
  // It loads the program beside it.
  await bundleSource('src/start/testing.ts', join(folder, 'testing', 'index.js'), { define: {} });
  await copyEntry('src/jest/index.ts', join(folder, 'jest', 'index.js'), 'cjs');
  await copyEntry('src/vitest/index.mts', join(folder, 'vitest', 'index.mjs'), 'esm');
}

async function copyEntry(entryPoint, outfile, format) {
  const { code } = await transform(readFileSync(join(root, entryPoint), 'utf8'), { loader: 'ts', format });
  mkdirSync(dirname(outfile), { recursive: true });
  writeFileSync(outfile, code);
}
