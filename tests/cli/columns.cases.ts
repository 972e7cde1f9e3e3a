import { expect, test } from '@jest/globals';
import { join } from 'node:path';

import { runCli, type CliWorld } from './run-cli';

const cwd = join(__dirname, '../fixtures/projects/servers-wrong');

/** Headings and commands, which are never wrapped. */
const FIXED = / {3}(contracts? |\/)|samplegate explain/;

/** The messages and summaries that are longer than 60 columns. */
async function longLines(argv: readonly string[], world: Partial<CliWorld>): Promise<readonly string[]> {
  const { out } = await runCli(argv, { cwd, ...world });
  return out.split('\n').filter((line) => line.length > 60 && !FIXED.test(line));
}

test('a terminal gets lines of its width', async () => {
  expect(await longLines(['check', '--no-color'], { isTerminal: true, columns: 60 })).toEqual([]);
});

test.each([
  ['what is not a terminal', ['check'], { columns: 60 }],
  ['a terminal of unknown width', ['check', '--no-color'], { isTerminal: true }],
  ['a report for programs', ['check', '--format', 'github'], { isTerminal: true, columns: 60 }],
  ['a list with one line per finding', ['check', '--quiet'], { isTerminal: true, columns: 60 }],
])('%s gets lines as long as they are', async (_, argv, world) => {
  expect(await longLines(argv, world)).not.toEqual([]);
});
