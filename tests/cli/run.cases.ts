import { expect, test } from '@jest/globals';
import { join } from 'node:path';

import { COMMANDS } from '../../src/cli/commands';
import { commandHelp, overview } from '../../src/cli/help';
import { parseOptions } from '../../src/cli/options/parse-options';
import { run } from '../../src/cli/run';
import { tempProject } from '../engine/temp-project';
import { runCli } from './run-cli';

const PROJECTS = join(__dirname, '../fixtures/projects');

const HELP: readonly (readonly [title: string, text: string])[] = [
  ['', overview(COMMANDS)],
  ...Object.entries(COMMANDS).map(([name, command]) => [name, commandHelp(name, command)] as const),
];

test('the overview names every command', () => {
  for (const command of Object.keys(COMMANDS))
    expect(overview(COMMANDS)).toMatch(new RegExp(`^  samplegate ${command} `, 'm'));
});

test.each(HELP)('the help `%s` fits in 100 columns', (_, text) => {
  expect(text.split('\n').filter((line) => line.length > 100)).toEqual([]);
});

test.each(Object.entries(COMMANDS))('the help of %s names every option once', (name, command) => {
  const flags = Array.from(
    commandHelp(name, command).matchAll(/^  (?:-\w,|   ) --([\w-]+)/gm),
    ([, flag = '']) => flag,
  );
  expect(flags.toSorted()).toEqual(Object.keys(command.options).toSorted());
});

test.each(Object.entries(COMMANDS))(
  'the examples of %s are command lines of it',
  (name, { examples, options }) => {
    for (const example of examples) {
      expect(example).toMatch(new RegExp(`^samplegate ${name}( |$)`));
      expect(() => parseOptions(name, example.split(' ').slice(2), options)).not.toThrow();
    }
  },
);

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
  [2, 'check --manifest gone.yaml', 'laws'],
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

test.each([
  ['check --format json --nope', true],
  ['check --nope --format=json', true],
  ['check -fjson --nope', true],
  ['check -qf json --nope', true],
  ['check --format json=report.json --nope', false],
  ['check --nope -- --format json', false],
])('`%s` prints its error as JSON: %j', async (line, isJson) => {
  const { code, out } = await runCli(line.split(' '), { cwd: tempProject({}) });
  expect([code, out.startsWith('{')]).toEqual([2, isJson]);
});
