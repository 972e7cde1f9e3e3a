import assert from 'node:assert/strict';
import { copyFileSync, cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesOnPage } from './page-files.mjs';
import { makeProject, root, run, step, writeFiles } from './stranger.mjs';

/** Installs the package with each package manager and runs tests with it: what a package can import differs between them. */
export async function tryManagers({ folder, tarball, only }) {
  const wanted = Object.entries(MANAGERS).filter(([name]) => name.includes(only));
  if (wanted.length === 0) return;
  const tools = join(folder, 'tools');
  makeProject(tools);
  run('npm', ['install', 'pnpm', 'yarn@1', '@yarnpkg/cli-dist'], tools);
  const registry = run('npm', ['config', 'get', 'registry'], tools).trim();
  const program = (...path) => join(tools, 'node_modules', ...path);
  for (const [name, tryManager] of wanted)
    await step(name, () => tryManager({ folder, tarball, registry, program }));
}

const MANAGERS = {
  'pnpm, with vitest': ({ folder, tarball, registry, program }) => {
    const project = makeStranger(join(folder, 'pnpm'), tarball, { vitest: '^4' });
    const pnpm = (args, expected) =>
      run(process.execPath, [program('pnpm', 'bin', 'pnpm.mjs'), ...args], project, {
        expected,
        env: { npm_config_registry: registry },
      });
    pnpm(['install', '--ignore-scripts', '--store-dir', join(folder, 'pnpm-store')]);
    writeFiles(project, filesOnPage('vitest.md'));
    assert.match(pnpm(['exec', 'vitest', 'run', 'contracts.test.ts'], 1), /rename it/);
    assert.match(pnpm(['exec', 'samplegate', 'check'], 1), /1 error/);
  },

  "yarn 1, with Node's test runner": ({ folder, tarball, registry, program }) => {
    const project = makeStranger(join(folder, 'yarn1'), tarball, {});
    const yarn = (args, expected) =>
      run(process.execPath, [program('yarn', 'bin', 'yarn.js'), ...args], project, { expected });
    yarn([
      'install',
      '--registry',
      registry,
      '--cache-folder',
      join(folder, 'yarn1-cache'),
      '--non-interactive',
    ]);
    writeFiles(project, filesOnPage('node-test.md'));
    assert.match(
      run(process.execPath, ['--test', 'contracts.test.cjs'], project, { expected: 1 }),
      /rename it/,
    );
    assert.match(yarn(['run', '-s', 'samplegate', 'check'], 1), /1 error/);
  },

  'yarn PnP, with jest and its types': ({ folder, tarball, registry, program }) => {
    const more = {
      jest: '^30',
      '@jest/globals': '^30',
      expect: '^30',
      typescript: '^5',
      '@types/node': '^20',
    };
    const project = makeStranger(join(folder, 'pnp'), tarball, more);
    const yarn = (args, expected) =>
      run(process.execPath, [program('@yarnpkg', 'cli-dist', 'bin', 'yarn.js'), ...args], project, {
        expected,
        env: {
          YARN_NPM_REGISTRY_SERVER: registry,
          YARN_NODE_LINKER: 'pnp',
          YARN_ENABLE_GLOBAL_CACHE: 'false',
          YARN_ENABLE_TELEMETRY: '0',
          YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
        },
      });
    // Otherwise the project would belong to a workspace above it, if there is one.
    writeFiles(project, { 'yarn.lock': '' });
    yarn(['install']);
    writeFiles(project, {
      ...filesOnPage('jest.md'),
      'use.ts':
        "import { expect } from '@jest/globals';\nimport 'samplegate/jest';\nexpect({}).toSatisfyContract('pets.show');\n",
    });
    assert.match(yarn(['jest', '--ci', 'contracts.test.js'], 1), /rename it/);
    const strict = [
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      'false',
      '--target',
      'es2023',
      '--types',
      'node',
    ];
    yarn(['tsc', ...strict, '--module', 'node16', 'use.ts']);
    assert.match(yarn(['samplegate', 'check'], 1), /1 error/);
    yarn(['samplegate', 'types']);
  },
};

/** The project of the pages, with the tarball in it. */
function makeStranger(path, tarball, devDependencies) {
  const file = basename(tarball);
  makeProject(path, {}, { devDependencies: { samplegate: `file:./${file}`, ...devDependencies } });
  for (const seed of ['pets', 'misspelt'])
    cpSync(join(root, 'tests/fixtures/docs', seed), path, { recursive: true });
  copyFileSync(tarball, join(path, file));
  return path;
}
