// `describeContracts` on a tree, as whole jest processes, in turn with a jest test that does nothing.
import { copyFileSync, cpSync, existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { measure } from '../measure.mjs';
import { withProjectOf } from './project-of-tree.mjs';

export async function jest(bench, { tree, rounds = 5 }) {
  if (tree === undefined || !existsSync(join(tree, 'contract.json')))
    return '--tree gives no folder with a contract.json';
  await withProjectOf(tree, (folder) => measureJest(bench, folder, rounds));
}

async function measureJest({ builds, inTurn }, folder, rounds) {
  const [{ root }] = builds;
  for (const name of ['jest', '@jest'])
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  writeFileSync(join(folder, 'package.json'), '{"name":"bench"}');
  writeFileSync(join(folder, 'empty.test.js'), "test('nothing', () => {});");
  writeFileSync(join(folder, 'many.test.js'), manyTests(root, folder));
  // Each build is a package of another name, and not a link: jest transforms what is not below node_modules.
  for (const [index, build] of builds.entries()) {
    const home = join(folder, 'node_modules', `samplegate${index}`);
    for (const part of ['dist', 'spec', 'schemas', 'package.json'])
      cpSync(join(build.root, part), join(home, part), { recursive: true });
    symlinkSync(join(build.root, 'node_modules'), join(home, 'node_modules'));
    // One result is cached per manifest.
    copyFileSync(join(folder, 'contracts.json'), join(folder, `contracts${index}.json`));
    writeFileSync(
      join(folder, `contracts${index}.test.js`),
      `require('samplegate${index}/jest').describeContracts({ manifest: 'contracts${index}.json' });`,
    );
  }
  const run = (name, env = {}) =>
    measure(
      [
        join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
        '--ci',
        '--runInBand',
        '--cacheDirectory',
        join(folder, 'node_modules', '.jest'),
        name,
      ],
      folder,
      { env },
    );
  const contracts = (build, env) => run(`contracts${builds.indexOf(build)}`, env);
  await inTurn('jest', {
    heading: "describeContracts on a whole service's contract",
    tasks: {
      'describeContracts, nothing cached': (build) => contracts(build, { SAMPLEGATE_CACHE: 'off' }),
      'describeContracts, nothing changed': (build) => contracts(build),
    },
    references: {
      'a jest test that does nothing': () => run('empty'),
      'as many tests that do nothing': () => run('many'),
    },
    rounds,
  });
}

/** As many tests as `describeContracts` declares, declared in the same way: what they cost in jest alone. */
function manyTests(root, folder) {
  const { contractTests } = createRequire(import.meta.url)(join(root, 'dist', 'testing', 'index.js'));
  const { length } = contractTests({ cwd: folder, manifest: 'contracts.json' });
  return `
for (let sample = 0; sample < ${length}; sample += 1)
  test(\`sample \${sample}\`, async () => {
    expect(undefined).toBeUndefined();
  }, 120_000);
`;
}
