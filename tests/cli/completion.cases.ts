import { describe, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';

import { COMMANDS } from '../../src/cli/commands';
import { RULES } from '../../src/rules/rule-registry';
import { runCli } from './run-cli';

async function scriptFor(shell: string): Promise<string> {
  const { out, code } = await runCli(['completion', shell], { cwd: '/' });
  expect(code).toBe(0);
  return out;
}

/** What bash offers for a command line, of which the last word is completed. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const program = `${await scriptFor('bash')}
COMP_WORDS=(samplegate "$@"); COMP_CWORD=$#; _samplegate; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-c', program, 'bash', ...words], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '');
}

describe('bash completes', () => {
  test('commands', async () => {
    expect(await offered('')).toEqual([...Object.keys(COMMANDS), 'help']);
    expect(await offered('ch')).toEqual(['check']);
  });

  test('the options of a command, and the values that are known', async () => {
    const options = Object.keys(COMMANDS['check']?.options ?? {}).map((name) => `--${name}`);
    expect(await offered('check', '--')).toEqual(['--help', ...options]);
    expect(await offered('check', '--fail-on', '')).toEqual(['error', 'warning', 'info']);
    expect(await offered('check', '-f', 'jso')).toEqual(['json']);
    expect(await offered('serve', '--fa')).toEqual(['--fault']);
  });

  test('rule ids, commands after help, and files elsewhere', async () => {
    expect(await offered('explain', '')).toEqual(RULES.map(({ id }) => id));
    expect(await offered('help', 'ty')).toEqual(['types']);
    expect(await offered('check', 'sam')).toEqual([]);
  });
});

test.each(['zsh', 'fish'])('%s gets every command, option and rule id', async (shell) => {
  const script = await scriptFor(shell);
  for (const [name, { options }] of Object.entries(COMMANDS)) {
    expect(script).toContain(name);
    for (const option of Object.keys(options)) expect(script).toContain(option);
  }
  for (const { id } of RULES) expect(script).toContain(id);
  const checked = spawnSync(shell, ['-n'], { input: script, encoding: 'utf8' });
  // The shell may not be installed.
  if (checked.error === undefined) expect(checked.stderr).toBe('');
});

test.each([
  [[], 'name one shell: `samplegate completion bash`, `zsh` or `fish`'],
  [['bash', 'zsh'], 'name one shell'],
  [['bsh'], 'there is no completion for `bsh`: did you mean `bash`?'],
])('completion %j is a mistake', async (args, message) => {
  const { err, code } = await runCli(['completion', ...args], { cwd: '/' });
  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
});
