import { beforeAll, describe, expect, test } from '@jest/globals';

import { COMMANDS } from '../../../src/cli/commands';
import { REPORTERS } from '../../../src/reporters/reporter-registry';
import { RULES } from '../../../src/rules/rule-registry';
import { FAULTS } from '../../../src/serve/faults/fault-registry';
import { tempProject } from '../../engine/temp-project';
import { runCli } from '../run-cli';
import { completionFolder, isInstalled, SHELLS } from './shells';

/** The name of an operation without an id has its path, which may be anything. */
const OPERATION = '/pets/$(touch broken)';

const CONTRACTS = ['servers.show', 'servers:list', `GET ${OPERATION}.200`];

const PROJECT = {
  'contracts.json': {
    openapi: { document: 'openapi.json' },
    contracts: {
      'servers.show': { schema: 'a.json', samples: 'a.json' },
      'servers:list': { schema: 'a.json', samples: 'b.json' },
    },
  },
  'openapi.json': {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    paths: {
      [OPERATION]: {
        get: {
          responses: {
            200: { description: 'one', content: { 'application/json': { schema: { type: 'object' } } } },
          },
        },
      },
    },
  },
  'schemas/a.json': { type: 'object' },
  'api_samples/a.json': {},
  'api_samples/b.json': {},
};

const optionsOf = (name: string) =>
  ['--help', ...Object.keys(COMMANDS[name]?.options ?? {}).map((option) => `--${option}`)].toSorted();

describe.each(SHELLS)('%s completes', (shell) => {
  let folder: ReturnType<typeof completionFolder>;
  beforeAll(() => {
    folder = completionFolder(PROJECT);
  });

  const cases: readonly (readonly [line: string, words: readonly string[]])[] = [
    ['samplegate ', [...Object.keys(COMMANDS), 'help']],
    ['samplegate ch', ['check']],
    // Each question to zsh takes a second: a terminal and all that zsh loads for completion.
    ...Object.keys(COMMANDS)
      .filter((name) => !shell.startsWith('zsh') || name === 'check')
      .map((name) => [`samplegate ${name} --`, optionsOf(name)] as const),
    ['samplegate check --fail-on ', ['error', 'warning', 'info']],
    ['samplegate check -f ', Object.keys(REPORTERS)],
    ['samplegate check -f jso', ['json']],
    ['samplegate strength -f ', ['pretty', 'json']],
    ['samplegate check --compare ', ['exact', 'at-least', 'shape']],
    ['samplegate serve --fault ', [...FAULTS.keys(), 'help']],
    ['samplegate explain ', RULES.map(({ id }) => id)],
    ['samplegate explain status-', RULES.map(({ id }) => id).filter((id) => id.startsWith('status-'))],
    ['samplegate help ty', ['types']],
    ['samplegate completion ', ['bash', 'zsh', 'fish']],
    ['samplegate strength servers.', ['servers.show']],
  ];
  test.each(shell.endsWith('fpath') ? cases.slice(0, 1) : cases)('%s', async (line, words) => {
    // The shell may not be installed.
    if (!isInstalled(shell)) return;
    expect(await folder.offered(shell, line)).toEqual([...words].toSorted());
  });

  test('contracts with odd names, which are not run', async () => {
    if (!isInstalled(shell) || shell.endsWith('fpath')) return;
    const all = await folder.offered(shell, 'samplegate strength ');
    const unquoted = all.map((word) => word.replaceAll('\\', ''));
    expect(unquoted).toEqual(expect.arrayContaining(CONTRACTS));
    expect(await folder.offered(shell, 'samplegate check bro')).toEqual([]);
  });

  test('formats with a colon, after an equals sign, and their files', async () => {
    if (!isInstalled(shell) || shell.endsWith('fpath')) return;
    const junit = await folder.offered(shell, 'samplegate check --format junit');
    expect(junit.map((word) => word.replaceAll('\\', ''))).toEqual(['junit', 'junit:xunit2']);
    const attached = await folder.offered(shell, 'samplegate check --format=sar');
    expect(attached.map((word) => word.replace('--format=', ''))).toEqual(['sarif']);
    // In bash, the files are those that it completes by itself.
    const files = await folder.offered(shell, 'samplegate check --format json=contr');
    expect(files.map((word) => word.replace('json=', ''))).toEqual(
      shell === 'bash' ? [] : ['contracts.json'],
    );
  });

  test('files as values and operands, and nothing else there', async () => {
    if (!isInstalled(shell) || shell === 'bash' || shell.endsWith('fpath')) return;
    for (const line of [
      'samplegate check contr',
      'samplegate check -m contr',
      'samplegate strength -m contr',
    ])
      expect(await folder.offered(shell, line)).toEqual(['contracts.json']);
  });
});

test('completion contracts prints the names, and says why it cannot', async () => {
  const cwd = tempProject(PROJECT);
  expect(await runCli(['completion', 'contracts'], { cwd })).toEqual({
    code: 0,
    out: CONTRACTS.map((name) => `${name}\n`).join(''),
    err: '',
  });
  const { code, err } = await runCli(['completion', 'contracts'], { cwd: tempProject({}) });
  expect([code, err]).toEqual([2, expect.stringContaining('there is no contracts.yaml here')]);
});

test.each([
  [[], 'name one shell: `samplegate completion bash`, `zsh` or `fish`'],
  [['bash', 'zsh'], 'name one shell'],
  [['bsh'], 'there is no completion for `bsh`: did you mean `bash`?'],
])('completion %j is a mistake', async (args, message) => {
  const { err, code } = await runCli(['completion', ...args], { cwd: '/' });
  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
});
