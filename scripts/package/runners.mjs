import assert from 'node:assert/strict';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesOnPage, linesMissing, outputOnPage } from './page-files.mjs';
import { makeProject, root, run, step, writeFiles } from './stranger.mjs';

/** The project of the pages: two samples, one of them wrong. */
const SEEDS = ['tests/fixtures/docs/pets', 'tests/fixtures/docs/misspelt'];

/** What is in a manifest that cannot be used, and in a test file without a manifest above it. */
const WRONG = { 'wrong/contracts.yaml': 'contract: {}\n' };

const VM_MODULES = { NODE_OPTIONS: '--experimental-vm-modules --no-warnings' };

/** Without the warning of a matcher that no test calls. */
const JEST = join('node_modules', 'jest', 'bin', 'jest.js');
const VITEST = join('node_modules', 'vitest', 'vitest.mjs');
const MOCHA = join('node_modules', 'mocha', 'bin', 'mocha.js');

/** In milliseconds, instead of the few seconds of each runner: on a busy machine, they are over before the first file is read. */
const PATIENCE = '300000';

/** A strict project that uses every entry of the runner, with each kind of module resolution. */
const TYPED = `describeContracts();
describeContracts({ failOn: 'warning', manifest: 'contracts.yaml' });
test('the matcher has types', async () => {
  expect({}).toSatisfyContract('pets.show');
  expect({}).not.toSatisfyContract('pets.show', { microversion: '2.1' });
  await expect(Promise.resolve({})).resolves.toSatisfyContract('pets.show');
  expect({ body: {} }).toEqual({ body: expect.toSatisfyContract('pets.show') });
  // @ts-expect-error: a contract has a name.
  expect({}).toSatisfyContract(1);
});
`;

const TYPED_CORE = `import { check, type CheckOutcome, isVersionsIndex, type VersionsIndex } from 'samplegate';
import { contractTests, matchers } from 'samplegate/testing';
const outcome: Promise<CheckOutcome> = check({ failOn: 'warning' });
void outcome.then(({ ok, findings }) => ok && findings.map(({ ruleId }) => ruleId));
for (const { name, run } of contractTests({ from: '.' })) void run().then(() => name);
void matchers.toSatisfyContract;
const body: unknown = {};
if (isVersionsIndex(body)) {
  const index: VersionsIndex = body;
  const status: 'CURRENT' | 'SUPPORTED' | 'DEPRECATED' | undefined = index.versions[0]?.status;
  void status;
}
`;

const jest = (version, more, types, typed) => ({
  name: `jest ${version}`,
  packages: [`jest@${version}`, ...more],
  page: 'jest.md',
  runs: [
    { program: JEST, args: ['contracts.test.js'], prints: 'jest' },
    { program: JEST, args: ['values.test.js', `--testTimeout=${PATIENCE}`], prints: 'values' },
    { program: JEST, args: ['--testMatch', '**/contracts.test.mjs'], env: VM_MODULES, prints: 'jest' },
    {
      program: JEST,
      args: ['wrong'],
      ...wrongTest('js', "require('samplegate/jest').describeContracts();\n"),
    },
  ],
  types,
  typed,
});

const vitest = (version, more, types, node) => ({
  name: `vitest ${version}`,
  packages: [`vitest@${version}`, ...more],
  page: 'vitest.md',
  node,
  runs: [
    { program: VITEST, args: ['run', 'contracts.test.ts'], prints: 'vitest' },
    { program: VITEST, args: ['run', 'values.test.ts', `--testTimeout=${PATIENCE}`], prints: 'values' },
    {
      program: VITEST,
      args: ['run', 'wrong'],
      ...wrongTest('mjs', "import { describeContracts } from 'samplegate/vitest';\ndescribeContracts();\n"),
    },
  ],
  types,
  typed: {
    // TypeScript finds the matcher whichever file of the project it reads first.
    'typed/first.mts': "import { describeContracts } from 'samplegate/vitest';\ndescribeContracts();\n",
    'typed/use.mts': `import { expect, test } from 'vitest';\nimport { describeContracts } from 'samplegate/vitest';\n${TYPED}`,
  },
});

const JEST_GLOBALS = {
  'typed/use.ts': `import { expect, test } from '@jest/globals';\nimport { describeContracts } from 'samplegate/jest';\n${TYPED}`,
};
const TYPES_JEST = { 'typed/use.ts': `import { describeContracts } from 'samplegate/jest';\n${TYPED}` };

/** The runners that every Node can run; those of a later Node are in `LATER_RUNNERS`. */
export const RUNNERS = [
  jest(29, ['typescript@5', '@types/jest@29', '@types/node@20'], ['node', 'jest'], TYPES_JEST),
  jest(30, ['typescript@7', '@jest/globals@30', '@types/node@20'], ['node'], JEST_GLOBALS),
  vitest(3, ['typescript@5', '@types/node@20'], ['node']),
  vitest(4, ['typescript@7', '@types/node@20'], ['node']),
  {
    name: 'mocha 11',
    packages: ['mocha@11', 'expect@30'],
    page: 'mocha.md',
    runs: [
      { program: MOCHA, args: ['--timeout', PATIENCE, 'test/contracts.spec.mjs'], prints: 'mocha' },
      { program: MOCHA, args: ['--timeout', PATIENCE, 'test/contracts.spec.cjs'], prints: 'mocha' },
      { program: MOCHA, args: ['--timeout', PATIENCE, 'test/values.spec.mjs'], prints: 'values' },
    ],
  },
  {
    name: "Node's test runner",
    packages: [],
    page: 'node-test.md',
    // In a package of ES modules; the other projects are CommonJS.
    settings: { type: 'module' },
    runs: nodeRuns(),
  },
];

/** Those that need Node 22. */
export const LATER_RUNNERS = [vitest(5, ['typescript@7', '@types/node@22'], ['node'], 22)];

function nodeRuns() {
  return [
    nodeRun('contracts.test.mjs', { prints: 'node-test' }),
    nodeRun('contracts.test.cjs', { prints: 'node-test' }),
    nodeRun('values.test.mjs', { expected: 0 }),
  ];
}

function nodeRun(file, more) {
  return { program: '--test', args: ['--test-reporter', 'spec', file], ...more };
}

function wrongTest(extension, text) {
  return {
    files: { ...WRONG, [`wrong/contracts.test.${extension}`]: text },
    includes: 'unknown property "contract"',
  };
}

/** Runs the file of the runner's page, and what the page says about bad input; then compiles a strict project with it. */
export async function tryRunner(runner, { folder, tarball, node = process.execPath }) {
  const { name, packages, page, runs, types, typed = {}, settings } = runner;
  const project = join(folder, name.replaceAll(/\W+/g, '-'));
  makeProject(project, {}, settings);
  for (const seed of SEEDS) cpSync(join(root, seed), project, { recursive: true });
  run('npm', ['install', '--save-dev', tarball, ...packages], project);
  const files = filesOnPage(page);
  writeFiles(project, files);
  // Jest loads ES modules as they are; TypeScript would need a transform.
  if (files['contracts.test.mts'] !== undefined)
    writeFiles(project, { 'contracts.test.mjs': files['contracts.test.mts'] });
  for (const { program, args, env, prints, includes, files: more = {}, expected = 1 } of runs)
    await step(`${name}: ${args.join(' ')}`, () => {
      writeFiles(project, more);
      const output = run(node, [program, ...args], project, { expected, env });
      if (prints !== undefined)
        assert.deepEqual(linesMissing(outputOnPage(page, prints), output), [], output);
      if (includes !== undefined) assert.ok(output.includes(includes), output);
    });
  if (types === undefined) return;
  await step(`${name}: its types compile under node16, nodenext and bundler`, () => {
    writeFiles(project, { ...typed, 'typed/core.ts': TYPED_CORE, 'typed/core.mts': TYPED_CORE });
    for (const moduleResolution of ['node16', 'nodenext', 'bundler']) {
      const compilerOptions = {
        noEmit: true,
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
        target: 'es2023',
        module: moduleResolution === 'bundler' ? 'esnext' : moduleResolution,
        moduleResolution,
        types,
      };
      writeFiles(project, { 'tsconfig.json': JSON.stringify({ compilerOptions, include: ['typed'] }) });
      run(node, [join('node_modules', 'typescript', 'bin', 'tsc'), '-p', '.'], project);
    }
  });
  rmSync(join(project, 'node_modules'), { recursive: true });
}
