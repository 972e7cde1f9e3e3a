// Builds dist/: the library as a module with external dependencies, what the command line and the test runners share as one program
// that bundles everything it loads at start-up (docs/adr/0006-start-up.md), and the types.
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { buildPage } from './build-page.mjs';
import { writeScript } from './write-script.mjs';
import { undiciConnections } from './undici-connections.mjs';

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

const GLOBALS =
  'Array, BigInt, Boolean, Error, JSON, Map, Math, Number, Object, Promise, Reflect, RegExp, Set, String, Symbol, TypeError, WeakMap, WeakSet';

const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
// An ES module, which `require` of Node 20.18 and jest cannot load: it is bundled everywhere.
const bundled = '@hyperjump/uri';

const library = {
  ...common,
  bundle: true,
  external: [...Object.keys(dependencies), ...Object.keys(peerDependencies)].filter(
    (name) => name !== bundled,
  ),
  // In jest's sandbox, each look-up of a global is slow. Only those that no test replaces, as it may replace Date or setTimeout.
  banner: { js: `"use strict"; const { ${GLOBALS} } = globalThis;` },
  outbase: 'src',
  outdir: 'dist',
};

await build({ ...library, entryPoints: ['src/index.ts'] });

// What is there for one runner only adds its functions to `samplegate/testing`, which is loaded and not copied.
const loadsTesting = {
  name: 'loads-testing',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.\/testing\/index(\.js)?$/ }, () => ({
      path: '../testing/index.js',
      external: true,
    }));
  },
};
await build({ ...library, plugins: [loadsTesting], entryPoints: ['src/jest/index.ts'] });
// Vitest cannot be loaded with `require`.
await build({
  ...library,
  plugins: [loadsTesting],
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  entryPoints: ['src/vitest/index.mts'],
});

// The program gets the manifest's schema compiled, so that it need not compile it in each run.
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
  plugins: [compiledManifestSchema, undiciConnections],
  minifySyntax: true,
  minifyWhitespace: true,
  // These are large, and few runs need them: they are loaded from node_modules only then.
  external: ['json-schema-to-typescript', 'idn-hostname', 'markdown-it', 'chokidar'],
  // A bundler cannot follow the requires in jsonc-parser's CommonJS build.
  mainFields: ['module', 'main'],
  // The code cache's script has no loader of its own for import().
  supported: { 'dynamic-import': false },
  entryPoints: { main: 'src/start/program.ts' },
  outdir: 'dist',
});
writeScript(join(dist, 'main.js'));
await buildPage(join(dist, 'page.html'));
for (const kind of ['files', 'live'])
  execFileSync(process.execPath, [join(root, 'scripts', 'code-cache.mjs'), kind], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });

execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});

await build({
  ...common,
  bundle: true,
  entryPoints: { 'testing/index': 'src/start/testing.ts' },
  outdir: 'dist',
});

// Last, because its time says that the build is complete (scripts/is-build-current.mjs).
await build({
  ...common,
  bundle: true,
  minifySyntax: true,
  minifyWhitespace: true,
  entryPoints: { bin: 'src/start/bin.ts' },
  outdir: 'dist',
});
chmodSync(join(dist, 'bin.js'), 0o755);
