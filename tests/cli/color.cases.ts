import { expect, test } from '@jest/globals';
import { join } from 'node:path';

import { runCli } from './run-cli';

const PROJECTS = join(__dirname, '../fixtures/projects');
const ESCAPE = '\u001b[';

test.each([
  ['', {}, false, false],
  ['', {}, true, true],
  ['', { NO_COLOR: '1' }, true, false],
  ['', { NO_COLOR: '' }, true, true],
  ['', { TERM: 'dumb' }, true, false],
  ['', { FORCE_COLOR: '1' }, false, true],
  ['', { FORCE_COLOR: '' }, false, true],
  ['', { FORCE_COLOR: '0' }, true, false],
  ['', { FORCE_COLOR: 'false' }, true, false],
  ['', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  ['--color', {}, false, true],
  ['--color', { NO_COLOR: '1' }, false, true],
  ['--no-color', {}, true, false],
  ['--no-color', { FORCE_COLOR: '1' }, true, false],
  ['--color --no-color', {}, true, false],
] as const)(
  'check %s with %j, a terminal: %s, is coloured: %s',
  async (options, env, isTerminal, expected) => {
    const argv = ['check', ...options.split(' ').filter((option) => option !== '')];
    const { out } = await runCli(argv, { cwd: join(PROJECTS, 'servers-wrong'), env, isTerminal });
    expect(out.includes(ESCAPE)).toBe(expected);
  },
);

test.each(['json', 'github', 'junit'])(
  'the format %s is for programs, and never coloured',
  async (format) => {
    const argv = ['check', '--color', '--format', format];
    const { out } = await runCli(argv, { cwd: join(PROJECTS, 'servers-wrong'), isTerminal: true });
    expect(out).not.toBe('');
    expect(out).not.toContain(ESCAPE);
  },
);

test.each([
  ['', {}, false],
  ['--color', {}, true],
  ['--no-color', { FORCE_COLOR: '1' }, false],
  ['', { FORCE_COLOR: '1' }, true],
] as const)(
  'what stops a run goes to the standard error, of which a terminal at the output tells nothing: %s %j',
  async (option, env, expected) => {
    const argv = option === '' ? ['check'] : ['check', option];
    const { err } = await runCli(argv, { cwd: join(PROJECTS, 'wrong-manifest'), env, isTerminal: true });
    expect(err.includes(ESCAPE)).toBe(expected);
  },
);
