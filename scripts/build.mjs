// Builds dist/: the library and the jest surface as modules whose dependencies stay outside, the command line as one
// file with all it loads at start-up inside (docs/adr/0006-start-up.md), and the types.
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });

const common = {
  absWorkingDir: root,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'warning',
};

await build({
  ...common,
  bundle: true,
  packages: 'external',
  entryPoints: ['src/index.ts', 'src/jest/index.ts'],
  outbase: 'src',
  outdir: 'dist',
});

// Each run would compile the manifest's schema, so the command line gets it compiled.
const compiledManifestSchema = {
  name: 'compiled-manifest-schema',
  setup({ onLoad }) {
    onLoad({ filter: /is-surely-manifest\.ts$/ }, () => {
      const schema = JSON.parse(readFileSync(join(root, 'spec', 'contracts.schema.json'), 'utf8'));
      const ajv = new Ajv2020({
        code: { source: true, esm: true },
        ownProperties: true,
        strictRequired: false,
        strictTypes: false,
      });
      const contents = standaloneCode.default(ajv, {
        isSurelyManifest: ajv.addSchema(schema, 'manifest') && 'manifest',
      });
      return { contents, loader: 'js', resolveDir: root };
    });
  },
};

await build({
  ...common,
  bundle: true,
  plugins: [compiledManifestSchema],
  minifySyntax: true,
  minifyWhitespace: true,
  // These are large and needed by few runs: they are loaded from node_modules when they are.
  external: ['json-schema-to-typescript', 'xmlbuilder', 'json-p3'],
  // jsonc-parser's CommonJS build hides its requires from a bundler.
  mainFields: ['module', 'main'],
  // The code cache's script has no loader of its own for import().
  supported: { 'dynamic-import': false },
  entryPoints: { main: 'src/cli/main.ts' },
  outdir: 'dist',
});
execFileSync(process.execPath, [join(root, 'scripts', 'code-cache.mjs')], { stdio: 'inherit' });

execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});

// Last, because its time says that the build is complete (scripts/is-build-current.mjs).
await build({ ...common, entryPoints: ['src/cli/bin.ts'], outdir: 'dist' });
chmodSync(join(dist, 'bin.js'), 0o755);
