import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Bundles the current sources of an entry point into `outfile`, without the code cache and the compiled manifest schema of a build. */
export function bundleSource(entryPoint, outfile) {
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
  });
}
