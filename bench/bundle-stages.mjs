import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Bundles the stages to `outfile`, from the sources: without the code cache and the compiled manifest schema that the build adds. */
export function bundleStages(outfile) {
  return build({
    absWorkingDir: root,
    entryPoints: ['bench/stages.ts'],
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
}
