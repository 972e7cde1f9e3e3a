// `describeContracts` on a tree, as whole jest processes, in turn with a jest test that does nothing.
import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
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
  // Each build is a package of another name.
  for (const [index, build] of builds.entries()) {
    symlinkSync(build.root, join(folder, 'node_modules', `samplegate${index}`));
    writeFileSync(
      join(folder, `contracts${index}.test.js`),
      `require('samplegate${index}/jest').describeContracts({ manifest: 'contracts.json' });`,
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
    references: { 'a jest test that does nothing': () => run('empty') },
    rounds,
  });
}
