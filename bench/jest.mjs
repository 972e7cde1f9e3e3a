// Measures `describeContracts` on a tree, as whole jest processes, in turn with a jest test that does nothing.
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from './measure.mjs';
import { median, row } from './table.mjs';

const RUNS = 5;

/** Measures a folder with a manifest and `node_modules`. `root` is this project. */
export function benchJest(folder, root) {
  symlinkSync(root, join(folder, 'node_modules', 'samplegate'));
  for (const name of ['jest', '@jest'])
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  writeFileSync(join(folder, 'package.json'), '{"name":"bench"}');
  writeFileSync(join(folder, 'empty.test.js'), "test('nothing', () => {});");
  writeFileSync(
    join(folder, 'contracts.test.js'),
    "require('samplegate/jest').describeContracts({ manifest: 'contracts.json' });",
  );
  const jest = (name, env = {}) =>
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
  const tasks = {
    'describeContracts, nothing cached': () => jest('contracts', { SAMPLEGATE_CACHE: 'off' }),
    'describeContracts, nothing changed': () => jest('contracts'),
    'a jest test that does nothing': () => jest('empty'),
  };
  const names = Object.keys(tasks);
  const runs = Object.fromEntries(names.map((name) => [name, []]));
  // The first round fills the caches.
  for (let run = 0; run <= RUNS; run += 1)
    for (const name of names) {
      const measured = tasks[name]();
      if (run > 0) runs[name].push(measured);
    }
  process.stdout.write('\n');
  row('', 'ms', 'processor ms', 'MB', 'to an empty test');
  const empty = runs[names.at(-1)];
  for (const name of names) {
    const of = (key) => median(runs[name].map((run) => run[key])).toFixed(0);
    const ratio = median(runs[name].map(({ ms }, run) => ms / empty[run].ms));
    row(name, of('ms'), of('processor'), of('megabytes'), `${ratio.toFixed(2)} ×`);
  }
}
