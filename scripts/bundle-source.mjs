import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Bundles an entry point of this project to `outfile`, as the sources are now: without the code cache and the compiled manifest schema that the build adds. */
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
    external: ['@jest/globals', 'json-schema-to-typescript', 'xmlbuilder'],
    // The bundle lies in a temporary folder; what the package ships is looked for here.
    define: { __dirname: JSON.stringify(join(root, 'dist')) },
    logLevel: 'warning',
  });
}
