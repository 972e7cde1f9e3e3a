import { expect, test } from '@jest/globals';
import { join } from 'node:path';

import { COMMANDS } from '../../src/cli/commands';
import { HELP } from '../../src/cli/help';
import { run } from '../../src/cli/run';
import { runCli } from './run-cli';

const PROJECTS = join(__dirname, '../fixtures/projects');

test('every command has a help text, which the overview names', () => {
  const commands = Object.keys(COMMANDS);
  expect(Object.keys(HELP)).toEqual(['', ...commands]);
  for (const command of commands) expect(HELP['']).toContain(`  samplegate ${command} `);
});

test.each(Object.entries(HELP))('the help `%s` fits on a terminal of 110 columns', (_, text = '') => {
  expect(text.split('\n').filter((line) => line.length > 110)).toEqual([]);
});

test('what is no UsageError is thrown, for it is a bug', async () => {
  const io = {
    cwd: PROJECTS,
    env: {},
    isTerminal: false,
    isErrorTerminal: false,
    interrupted: () => new Promise<never>(() => {}),
    readStdin: () => Promise.reject(new Error('the input broke')),
    out: () => {},
    err: () => {},
  };
  await expect(run(['laws', '-'], io)).rejects.toThrow('the input broke');
});

test('a command asks for the standard input only where it is told to', async () => {
  let asked = 0;
  const readStdin = async () => {
    asked += 1;
    return Buffer.from('{}');
  };
  const io = {
    cwd: join(PROJECTS, 'laws'),
    env: {},
    isTerminal: false,
    isErrorTerminal: false,
    interrupted: () => new Promise<never>(() => {}),
    out: () => {},
    err: () => {},
  };
  await run(['laws', 'v1.json'], { ...io, readStdin });
  expect(asked).toBe(0);
  await run(['laws', '-'], { ...io, readStdin });
  expect(asked).toBe(1);
});

test.each([
  [0, 'check', 'servers-right'],
  [0, 'check', 'remarks'],
  [1, 'check --fail-on warning', 'remarks'],
  [1, 'check --fail-on info api_samples', 'remarks'],
  [0, 'check --fail-on warning api_samples', 'remarks'],
  [1, 'check', 'servers-wrong'],
  [1, 'check --quiet', 'servers-wrong'],
  [0, 'check servers-right', '.'],
  [2, 'check', 'wrong-manifest'],
  [2, 'check', 'laws'],
  [1, 'laws versions.json', 'laws'],
  [0, 'laws v1.json', 'laws'],
  [2, 'laws gone.json', 'laws'],
  [1, 'types --check', 'types'],
  [2, 'explain nonsense', 'types'],
] as const)('exit code %i: samplegate %s, in %s', async (expected, command, project) => {
  const manifest = project === '.' ? ['--manifest', 'servers-right/contracts.yaml'] : [];
  const { code } = await runCli([...command.split(' '), ...manifest], { cwd: join(PROJECTS, project) });
  expect(code).toBe(expected);
});
