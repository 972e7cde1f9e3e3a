import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { tempProject } from '../engine/temp-project';
import { runCli } from './run-cli';

const SERVER = { server: { id: 1 } };

test('init takes the folder it is in where none of the usual ones is there, and check passes then', async () => {
  const cwd = tempProject({
    'servers/v2.3/x.json': SERVER,
    'servers/X.JSON': SERVER,
    'servers/.h/x.json': SERVER,
    'package.json': {},
    'tsconfig.json': {},
    '.vscode/settings.json': {},
    'node_modules/a/b.json': {},
  });
  expect(await runCli(['init'], { cwd })).toMatchObject({
    code: 0,
    out: expect.stringContaining('from 3 samples'),
  });
  expect(readFileSync(join(cwd, 'contracts.yaml'), 'utf8')).toContain('samples: .\n');
  const { code, out, err } = await runCli(['check', '--fail-on', 'warning'], { cwd });
  expect({ code, out, err }).toEqual({ code: 0, out: expect.stringContaining('no findings'), err: '' });
});

test.each([
  ['one folder of samples', ['samples'], 'api-ref/source/samples'],
  ['the folder above several', ['v2/samples', 'v3/api_samples'], 'api-ref/source'],
])('init takes %s that is deep in the project and has most files', async (_, folders, root) => {
  const cwd = tempProject({
    ...Object.fromEntries(
      folders.flatMap((folder) =>
        ['a', 'b'].map((name) => [`api-ref/source/${folder}/${name}.json`, SERVER]),
      ),
    ),
    'api-ref/source/parameters.yaml': 'a: 1\n',
    'tests/mock.json': {},
  });
  const left = `left out 1 JSON file outside \`${root}\`, in tests\nto check it too, add the folder to \`samples:\` in contracts.yaml\n`;
  const planned = await runCli(['init', '--dry-run'], { cwd });
  expect(planned.out).toContain(`${left}would write `);
  const { out } = await runCli(['init'], { cwd });
  expect(out).toContain(left);
  expect(readFileSync(join(cwd, 'contracts.yaml'), 'utf8')).toContain(`samples: ${root}\n`);
  expect(await runCli(['check', '-q', '--fail-on', 'warning'], { cwd })).toMatchObject({ code: 0, out: '' });
});

test('init passes over a folder of the usual name without samples', async () => {
  const cwd = tempProject({ 'examples/readme.txt': 'x', 'api/a.json': SERVER });
  expect(await runCli(['init'], { cwd })).toMatchObject({
    code: 0,
    out: expect.stringContaining('from 1 sample'),
  });
});

test('init takes the folder it is in where folders of samples have few files', async () => {
  const cwd = tempProject({ 'a/samples/x.json': SERVER, 'b/y.json': SERVER });
  await runCli(['init'], { cwd });
  expect(readFileSync(join(cwd, 'contracts.yaml'), 'utf8')).toContain('samples: .\n');
});

test('a manifest in JSON beside the samples is no sample', async () => {
  const cwd = tempProject(
    Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`servers/s ${n}.json`, { id: n }])),
  );
  await runCli(['init'], { cwd });
  expect(existsSync(join(cwd, 'contracts.json'))).toBe(true);
  expect(await runCli(['check', '--quiet', '--fail-on', 'warning'], { cwd })).toMatchObject({
    code: 0,
    out: '',
  });
});

test('a report that cannot be written leaves one JSON document on the standard output', async () => {
  const cwd = tempProject({ 'samples/a.json': SERVER });
  await runCli(['init'], { cwd });
  const { code, out } = await runCli(['check', '-f', 'json', '-f', 'junit=samples/a.json/x'], { cwd });
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ error: { message: expect.stringContaining('samples/a.json/x') } });
});

const VERSIONS = { versions: [] };

test('laws checks what is named twice once', async () => {
  const cwd = tempProject({ 'd/v.json': VERSIONS });
  const once = await runCli(['laws', 'd', '-f', 'json'], { cwd });
  for (const operands of [
    ['d', './d'],
    ['d', 'd/v.json'],
    ['d/', 'd', join(cwd, 'd')],
  ])
    expect(await runCli(['laws', ...operands, '-f', 'json'], { cwd })).toEqual(once);
});

test('laws of a folder says which folders in it are not followed', async () => {
  const cwd = tempProject({ 'd/v.json': VERSIONS });
  mkdirSync(join(cwd, 'other'));
  symlinkSync('../other', join(cwd, 'd/link'));
  const { out } = await runCli(['laws', 'd', '--quiet'], { cwd });
  expect(out).toContain(
    'd/link:1:1: error file-readable cannot be read: links to folders are not followed, so the files in this one are not checked; name the real folder too, or remove the link',
  );
});
