import { realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { tempProject } from '../engine/temp-project';
import { commitAll, git } from '../project/git/git-project';
import { runCli } from './run-cli';

const $schema = 'https://json-schema.org/draft/2020-12/schema';
const FILES = {
  'svc/contracts.yaml': [
    'samples: samples',
    'schemas: [schemas, ../types]',
    'contracts:',
    '  "{name}": { schema: "{name}.json", samples: "{name}/*", except: "*.schema.json" }',
    '',
  ].join('\n'),
  'svc/samples/a/1.json': { id: 1 },
  'types/id.schema.json': { $schema, type: 'integer' },
  ...Object.fromEntries(
    ['common', 'other'].map((folder) => [
      `${folder}/a.json`,
      { $schema, title: folder, properties: { id: { $ref: '../types/id.schema.json' } } },
    ]),
  ),
};

/** A git repository with a service whose folder of schemas is a link to another folder of the repository. */
function service(): string {
  const root = realpathSync(tempProject(FILES));
  symlinkSync('../common', join(root, 'svc/schemas'));
  git(root, 'init', '-q');
  commitAll(root);
  return join(root, 'svc');
}

function write(cwd: string, path: string, value: unknown): void {
  writeFileSync(join(cwd, path), `${JSON.stringify(value)}\n`);
}

const REFUSED =
  'samples/a/1.json:1:7: error sample-matches-schema expected a string, got 1: put it in quotes\n';
const TEXT = { $schema, type: 'string' };

describe('with a folder of schemas that is a link', () => {
  test('patterns match its files, and references lead from the place that it is a link to', async () => {
    const cwd = service();
    expect(await runCli(['check', '-q', '--fail-on', 'warning'], { cwd })).toMatchObject({
      code: 0,
      out: '',
    });
    write(cwd, '../types/id.schema.json', TEXT);
    expect((await runCli(['check', '-q'], { cwd })).out).toBe(REFUSED);
  });

  test('--changed notices files behind it, and another target', async () => {
    const cwd = service();
    const run = async () => (await runCli(['check', '--changed', '-q'], { cwd })).out;
    expect(await run()).toBe('');
    write(cwd, '../common/a.json', { $schema, properties: { id: TEXT } });
    expect(await run()).toBe(REFUSED);
    git(cwd, 'checkout', '-q', '..');
    write(cwd, '../types/id.schema.json', TEXT);
    expect(await run()).toBe(REFUSED);
    git(cwd, 'checkout', '-q', '..');
    expect(await run()).toBe('');
    rmSync(join(cwd, 'schemas'));
    symlinkSync('../other', join(cwd, 'schemas'));
    expect((await runCli(['check', '--changed'], { cwd })).out).toContain('1 sample');
  });

  test('the cached result is used until a file behind it changes, or its target does', async () => {
    const cwd = service();
    const world = { cwd, build: 'one', env: { XDG_CACHE_HOME: realpathSync(tempProject({})) } };
    const run = async () => (await runCli(['check', '-q'], world)).out;
    expect(await run()).toBe('');
    expect(await run()).toBe('');
    write(cwd, '../types/id.schema.json', TEXT);
    expect(await run()).toBe(REFUSED);
    write(cwd, '../types/id.schema.json', { $schema, type: 'integer' });
    write(cwd, '../other/a.json', { $schema, properties: { id: TEXT } });
    expect(await run()).toBe('');
    rmSync(join(cwd, 'schemas'));
    symlinkSync('../other', join(cwd, 'schemas'));
    expect(await run()).toBe(REFUSED);
  });
});
