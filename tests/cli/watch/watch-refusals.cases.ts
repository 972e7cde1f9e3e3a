import { EventEmitter } from 'node:events';

import { afterEach, expect, jest, test } from '@jest/globals';

import { tempProject } from '../../engine/temp-project';
import { runCli } from '../run-cli';

let failure = '';
const close = jest.fn(async () => {});

/** A watcher of chokidar that fails as the system does. */
function failingWatcher(): EventEmitter {
  const watcher = Object.assign(new EventEmitter(), { close });
  setImmediate(() => watcher.emit('error', Object.assign(new Error('broken'), { code: failure })));
  return watcher;
}

afterEach(() => {
  jest.dontMock('chokidar');
});

test.each([
  [
    'check --live http://127.0.0.1:1',
    '`--watch` runs again when a file changes, and no file says when a service does: omit `--watch` or `--live`',
  ],
  [
    'check --targets targets.yaml',
    '`--watch` runs again when a file changes, and no file says when a service does: omit `--watch` or `--targets`',
  ],
  [
    'check --shard 1/2',
    '`--watch` stays on this machine, and `--shard` divides a run among several: omit `--watch` or `--shard`',
  ],
  [
    'check -',
    'the standard input can be read only once, so `--watch` cannot be combined with `-`: name a file',
  ],
  [
    'check --schema a.json -',
    'the standard input can be read only once, so `--watch` cannot be combined with `-`: name a file',
  ],
  [
    'check --format json',
    '`--watch` prints one report after the other, which together are not json: write it to a file, `--format json=FILE`',
  ],
  [
    'check -f html -f junit=report.xml',
    '`--watch` prints one report after the other, which together are not html: write it to a file, `--format html=FILE`',
  ],
  [
    'types --check',
    '`--watch` writes the types again after each change, and `--check` only compares them: omit `--watch` or `--check`',
  ],
])('%s --watch is refused', async (command, message) => {
  const { code, err } = await runCli([...command.split(' '), '--watch'], { cwd: tempProject({}) });
  expect([code, err]).toEqual([2, `samplegate: ${message}\n`]);
});

test.each([
  ['ENOSPC', 'fs.inotify.max_user_watches'],
  ['EMFILE', 'fs.inotify.max_user_instances'],
  ['EIO', 'cannot watch files: broken; set CHOKIDAR_USEPOLLING=1'],
])('%s of the system ends it, and says what to do', async (code, words) => {
  failure = code;
  const closedBefore = close.mock.calls.length;
  jest.doMock('chokidar', () => ({ watch: failingWatcher }));
  const cwd = tempProject({
    'contracts.json': { contracts: { a: { schema: 'a.json', samples: 'a.json' } } },
    'schemas/a.json': {},
    'api_samples/a.json': {},
  });
  const outcome = await runCli(['check', '--watch'], { cwd });
  expect([outcome.code, outcome.err]).toEqual([2, expect.stringContaining(words)]);
  expect(close.mock.calls.length - closedBefore).toBe(1);
});
