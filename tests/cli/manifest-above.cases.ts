import { mkdirSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { tempProject } from '../engine/temp-project';
import { commitAll, git } from '../project/git/git-project';
import { runCli } from './run-cli';

const FILES = {
  'contracts.yaml': 'samples: samples\ncontracts:\n  one: { schema: one.json, samples: "*/one.json" }\n',
  'schemas/one.json': { type: 'object', required: ['x'], properties: { x: { type: 'string' } } },
  'samples/a/one.json': { x: 1 },
  'samples/b/one.json': { x: 'right' },
  'docs/deep/x': '',
};

function project(files: Readonly<Record<string, string>> = {}): string {
  return realpathSync(tempProject({ ...FILES, '.git/HEAD': '', ...files }));
}

/** The report without its code frames. */
function brief(out: string): readonly string[] {
  return out.split('\n').filter((line) => line !== '' && !/^ +\d* +\|/.test(line));
}

describe('in a folder below the manifest, `check` uses it', () => {
  test.each([
    ['.', 'samples/a/one.json', '1 contract'],
    ['samples', 'a/one.json', '1 contract in ../contracts.yaml'],
    ['samples/a', 'one.json', '1 contract in ../../contracts.yaml'],
    ['samples/b', '../a/one.json', '1 contract in ../../contracts.yaml'],
    ['schemas', '../samples/a/one.json', '1 contract in ../contracts.yaml'],
    ['docs/deep', '../../samples/a/one.json', '1 contract in ../../contracts.yaml'],
  ])('%s: names are relative to the working folder', async (folder, name, contracts) => {
    const outcome = await runCli(['check'], { cwd: join(project(), folder) });
    expect(outcome).toMatchObject({ code: 1, err: '' });
    expect(brief(outcome.out)).toEqual([
      `${name}   contract one`,
      '  1:6  error  sample-matches-schema   /x',
      '       expected a string, got 1: put it in quotes',
      `1 error in 1 of 2 samples; ${contracts}`,
      'for the reason and a correct example: samplegate explain sample-matches-schema',
    ]);
  });

  test('a green run names the manifest too, and JSON has it', async () => {
    const cwd = join(project({ 'samples/a/one.json': '{ "x": "right" }\n' }), 'samples/a');
    expect((await runCli(['check'], { cwd })).out).toBe(
      'samplegate: 1 contract in ../../contracts.yaml, 2 samples: no findings\n',
    );
    const { out } = await runCli(['check', '-f', 'json'], { cwd });
    expect(JSON.parse(out)).toMatchObject({ summary: { manifest: '../../contracts.yaml', contracts: 1 } });
    const { out: lines } = await runCli(['check', '-f', 'ndjson'], { cwd });
    expect(JSON.parse(lines)).toMatchObject({ kind: 'summary', manifest: '../../contracts.yaml' });
  });

  test('a manifest of facts is named after their count', async () => {
    const cwd = realpathSync(
      tempProject({
        'contracts.yaml': 'facts:\n  v: [{ file: a.py, match: "v=(.)" }, { file: b.py, match: "v=(.)" }]\n',
        'a.py': 'v=1',
        'sub/x': '',
        'b.py': 'v=1',
      }),
    );
    expect((await runCli(['check'], { cwd: join(cwd, 'sub') })).out).toBe(
      'samplegate: 1 fact in ../contracts.yaml: no findings\n',
    );
  });

  test('a broken manifest stops the run, even if there is another above it', async () => {
    const cwd = join(project({ 'samples/contracts.yaml': 'contracts: 1\n' }), 'samples/a');
    const { code, out, err } = await runCli(['check'], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(brief(err)).toEqual([
      'samplegate: the manifest is wrong, so nothing was checked',
      '../contracts.yaml',
      '  1:12  error  manifest   /contracts',
      '        expected an object, got 1',
    ]);
  });
});

describe('PATHs in a folder below the manifest', () => {
  const FROM_A = ['one.json', './one.json', '../a/one.json', '../../samples/a/one.json', '.', '..', '../a/'];
  const OTHERS = [
    '../../schemas/one.json',
    '../../schemas',
    '../../contracts.yaml',
    '../..',
    'ABSOLUTE',
    'LINK',
  ];

  test.each([...FROM_A, ...OTHERS].flatMap((path) => [[path, true] as const, [path, false] as const]))(
    '%s is found (with --manifest: %j)',
    async (path, isGiven) => {
      const top = project();
      symlinkSync('samples', join(top, 'link'));
      const given = path
        .replace('ABSOLUTE', join(top, 'samples/a/one.json'))
        .replace('LINK', '../../link/a/one.json');
      const args = ['check', '--quiet', given, ...(isGiven ? ['-m', '../../contracts.yaml'] : [])];
      expect(await runCli(args, { cwd: join(top, 'samples/a') })).toEqual({
        code: 1,
        out: 'one.json:1:6: error sample-matches-schema expected a string, got 1: put it in quotes\n',
        err: '',
      });
    },
  );

  test.each([
    ['../b', 0, ''],
    ['../b/one.json', 0, ''],
    [
      'samples/a/one.json',
      2,
      'samplegate: the manifest has no sample, schema or other file at `samples/a/one.json`: did you mean `one.json`?\n',
    ],
  ])('%s selects something else', async (path, code, err) => {
    const cwd = join(project(), 'samples/a');
    expect(await runCli(['check', '--quiet', path], { cwd })).toEqual({ code, out: '', err });
  });

  test('a PATH with a link on the way is found from a working folder behind a link', async () => {
    const top = project();
    symlinkSync('samples/a', join(top, 'link'));
    const { code, out } = await runCli(['check', '--quiet', 'one.json'], { cwd: join(top, 'link') });
    expect([code, out]).toEqual([
      1,
      '../samples/a/one.json:1:6: error sample-matches-schema expected a string, got 1: put it in quotes\n',
    ]);
  });
});

test('`--changed` in a folder below the manifest selects what changed', async () => {
  const top = realpathSync(tempProject(FILES));
  git(top, 'init', '--quiet');
  commitAll(top);
  const changed = (folder: string) => runCli(['check', '--changed', '-q'], { cwd: join(top, folder) });
  expect((await changed('samples/a')).out).toBe('');
  writeFileSync(join(top, 'samples/a/one.json'), '{ "x": 2 }\n');
  const said = 'error sample-matches-schema expected a string, got 2: put it in quotes\n';
  expect((await changed('.')).out).toBe(`samples/a/one.json:1:8: ${said}`);
  expect((await changed('samples/a')).out).toBe(`one.json:1:8: ${said}`);
  expect((await changed('samples/b')).out).toBe(`../a/one.json:1:8: ${said}`);
  commitAll(top);
  writeFileSync(join(top, 'schemas/one.json'), '{ "type": "array" }\n');
  expect((await changed('docs/deep')).out.split('\n')).toHaveLength(3);
});

test('an annotation for GitHub names the file from the top of the repository', async () => {
  const { out } = await runCli(['check', '-f', 'github'], { cwd: join(project(), 'docs/deep') });
  expect(out).toContain('file=samples/a/one.json,line=1,');
});

test('`types` writes to the folder of the manifest', async () => {
  const top = project();
  const { code, out } = await runCli(['types'], { cwd: join(top, 'docs/deep') });
  expect([code, out]).toEqual([0, 'samplegate: wrote 2 of 2 type files to ../../src/types\n']);
  expect(readdirSync(join(top, 'src/types')).toSorted()).toEqual(['index.ts', 'one.ts']);
});

test('`strength` measures the samples at its PATHs', async () => {
  const { code, out } = await runCli(['strength', '../b', '-f', 'json'], {
    cwd: join(project(), 'samples/a'),
  });
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ schemas: [{ schema: '../../schemas/one.json', samples: 1 }] });
});

test('`init` says that the folder has a manifest above it', async () => {
  const top = project();
  const cwd = join(top, 'samples');
  const first = await runCli(['init', '--samples', 'a'], { cwd });
  expect([first.code, first.err]).toEqual([
    0,
    'samplegate: warning: until now, `../contracts.yaml` was the manifest here: commands in this folder will use the new one\n',
  ]);
  expect((await runCli(['check'], { cwd: join(cwd, 'b') })).out).toContain('1 contract in ../contracts.yaml');
  const again = await runCli(['init'], { cwd });
  expect(again.err).toContain('`contracts.yaml` exists, and init overwrites nothing');
});

test('`serve` serves them', async () => {
  const top = project({
    'contracts.yaml':
      'samples: samples\ncontracts:\n  one:\n    schema: one.json\n    samples: "*/one.json"\n    live: [{ request: GET /one, sample: b/one.json }]\n',
  });
  mkdirSync(join(top, 'below'));
  const { code, out } = await runCli(['serve'], { cwd: join(top, 'below'), interrupted: async () => {} });
  expect(code).toBe(0);
  expect(out).toMatch(/^\.\.\/contracts\.yaml is served at http:/);
});
