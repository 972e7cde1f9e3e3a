import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { tempProject } from '../../engine/temp-project';
import { runCli } from '../run-cli';

const FILES = {
  'schemas/thing.json': {
    type: 'object',
    required: ['id'],
    properties: { id: { $ref: '../common/id.yaml' }, size: { $ref: 'parts/size.json#/$defs/size' } },
  },
  'schemas/parts/size.json': { $defs: { size: { type: 'number', minimum: 1 } } },
  'common/id.yaml': 'type: integer\n',
  'api.yaml': [
    'openapi: 3.1.0',
    'info: { title: things, version: "1" }',
    'components:',
    '  schemas:',
    '    Thing: { type: object, required: [id], properties: { next: { $ref: "#/components/schemas/Thing" } } }',
    '    "a/b": { type: array }',
    '',
  ].join('\n'),
  'things/right.json': { id: 1, size: 2 },
  'things/wrong.json': { id: 'x', size: 0 },
  'things/more/broken.json': '{"id":\n',
  'things/more/notes.txt': 'no JSON',
  'things/data.body': { id: true },
  // A manifest that would stop `check`.
  'contracts.yaml': 'contracts: 1\n',
};

const WRONG = [
  'things/wrong.json:1:7: error sample-matches-schema expected an integer, got "x"',
  'things/wrong.json:1:18: error sample-matches-schema expected at least 1, got 0',
];
const BROKEN =
  'things/more/broken.json:2:1: error json-well-formed the object that starts on line 1 is not closed: expected a value, got the end of the text';
const BODY = 'things/data.body:1:7: error sample-matches-schema expected an integer, got true';

function project(files: Readonly<Record<string, unknown>> = {}): string {
  return realpathSync(tempProject({ ...FILES, ...files }));
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** The quiet report of `check --schema schemas/thing.json`. */
async function checkThings(operands: readonly string[], cwd = project(), stdin = '') {
  const args = ['check', '--quiet', '--schema', 'schemas/thing.json', ...operands];
  const { code, out, err } = await runCli(args, { cwd, stdin });
  return { code, found: lines(out), said: lines(err) };
}

describe('the operands', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['a right file', ['things/right.json'], []],
    ['a wrong file', ['things/wrong.json'], WRONG],
    ['two files', ['things/wrong.json', 'things/right.json'], WRONG],
    ['a file twice, in two spellings', ['things/wrong.json', './things/../things/wrong.json'], WRONG],
    ['a file that is not JSON', ['things/more/broken.json'], [BROKEN]],
    ['a file of another type', ['things/data.body'], [BODY]],
    ['a folder: its .json files', ['things'], [BROKEN, ...WRONG]],
    ['a folder below', ['things/more/'], [BROKEN]],
    ['a folder and a file in it', ['things', 'things/data.body'], [BODY, BROKEN, ...WRONG]],
    ['a glob', ['things/w*.json'], WRONG],
    ['a glob with folders', ['things/**/*.json'], [BROKEN, ...WRONG]],
    ['a glob with braces', ['things/{right,wrong}.json'], WRONG],
    ['a glob for every type', ['things/data.*'], [BODY]],
  ])('%s', async (_, operands, found) => {
    expect(await checkThings(operands)).toEqual({ code: found.length === 0 ? 0 : 1, found, said: [] });
  });

  test.each<[string, readonly string[]]>([
    ['a.yaml', ['a.yaml:2:5: error sample-matches-schema expected an integer, got "x"']],
    ['b.yml', ['b.yml:3:5: error sample-matches-schema expected an integer, got true']],
    ['c.ndjson', ['c.ndjson:2:7: error sample-matches-schema expected an integer, got "z"']],
  ])('%s is read by its form', async (name, found) => {
    const cwd = project({
      'a.yaml': '# a thing\nid: x\n',
      'b.yml': 'id: 1\n---\nid: true\n',
      'c.ndjson': '{"id":1}\n{"id":"z"}\n',
    });
    expect(await checkThings([name], cwd)).toEqual({ code: 1, found, said: [] });
    expect((await checkThings([name.replace(/^./, '?')], cwd)).found).toEqual(found);
  });

  test('YAML and NDJSON files of a folder are skipped with a warning', async () => {
    const cwd = project({ 'mixed/a.yaml': 'id: x\n', 'mixed/b.ndjson': '1\n', 'mixed/c.json': { id: 1 } });
    expect(await checkThings(['mixed'], cwd)).toEqual({
      code: 0,
      found: [],
      said: [
        'samplegate: warning: skipped 2 YAML or NDJSON files in `mixed`: only the .json files of a folder are checked, so name the others, or use a glob',
      ],
    });
  });

  test('a file that is named like a glob is that file', async () => {
    const cwd = project({ 'list [all].json': { id: 'y' } });
    expect((await checkThings(['list [all].json'], cwd)).found).toEqual([
      'list [all].json:1:7: error sample-matches-schema expected an integer, got "y"',
    ]);
  });

  test('- is the standard input', async () => {
    const found = [
      '<stdin>:1:8: error sample-matches-schema expected an integer, got null: to allow null, add "null" to the type',
    ];
    expect(await checkThings(['-'], project(), '{ "id":null }')).toEqual({ code: 1, found, said: [] });
    expect(await checkThings(['-', '-', 'things/right.json'], project(), '{ "id":null }')).toEqual({
      code: 1,
      found,
      said: [],
    });
    expect((await checkThings(['-'])).found).toEqual([
      '<stdin>:1:1: error json-well-formed the file is empty: expected a JSON value',
    ]);
  });

  test('an absolute path, and one through a link', async () => {
    const cwd = project();
    symlinkSync('things', join(cwd, 'link'));
    expect((await checkThings([join(cwd, 'things/wrong.json')], cwd)).found).toEqual(WRONG);
    expect((await checkThings(['link/wrong.json'], cwd)).found).toEqual(
      WRONG.map((line) => line.replace('things', 'link')),
    );
  });

  test('the schema among the files is skipped', async () => {
    const warning = 'samplegate: warning: skipped `schemas/thing.json`: it is the schema';
    expect(await checkThings(['schemas/thing.json', 'things/right.json'])).toEqual({
      code: 0,
      found: [],
      said: [warning],
    });
    expect(await checkThings(['schemas', 'things/right.json'])).toMatchObject({ code: 1, said: [] });
  });

  test.each<[readonly string[], string]>([
    [
      [],
      'name the files to check: `samplegate check --schema schemas/thing.json FILE…`, a FOLDER of them, or `-` for the standard input',
    ],
    [['gone.json'], 'there is no file `gone.json`: create it, or fix the path'],
    [['things/right.json', 'gone.json'], 'there is no file `gone.json`: create it, or fix the path'],
    [['things/x*.json'], 'no file matches `things/x*.json`'],
    [['common'], 'there is no .json file in `common` or below it: name a file, or another folder'],
    [['schemas/thing.json'], 'nothing was checked: `schemas/thing.json` is the schema, so name other files'],
    [
      ['http://127.0.0.1:8774/'],
      '`http://127.0.0.1:8774/` is a URL, and nothing is downloaded: `curl URL | samplegate check --schema schemas/thing.json -`',
    ],
  ])('%j stop the run', async (operands, message) => {
    expect(await checkThings(operands)).toEqual({ code: 2, found: [], said: [`samplegate: ${message}`] });
  });
});

/** The quiet report of a check of the wrong thing against a schema, without the place of each finding. */
async function checkAgainst(schema: string, folder = '.', files: Readonly<Record<string, unknown>> = {}) {
  const top = project(files);
  const cwd = join(top, folder);
  const args = ['check', '-q', '--schema', schema, join(top, 'things/wrong.json')];
  const { code, out, err } = await runCli(args, { cwd });
  return { code, found: lines(out).map((line) => line.replace(/^\S* /, '')), said: lines(err) };
}

describe('the schema', () => {
  const VIOLATIONS = WRONG.map((line) => line.replace(/^\S* /, ''));

  test.each([
    ['schemas/thing.json', '.'],
    ['schemas/thing.json#', '.'],
    ['./schemas/../schemas/thing.json', '.'],
    ['../schemas/thing.json', 'things'],
    ['thing.json', 'schemas'],
    ['../thing.json', 'schemas/parts'],
  ])('%s, from %s: references to files near it are followed', async (schema, folder) => {
    expect(await checkAgainst(schema, folder)).toEqual({ code: 1, found: VIOLATIONS, said: [] });
    // The top of a repository is as far as references may lead.
    expect(await checkAgainst(schema, folder, { '.git/HEAD': '' })).toEqual({
      code: 1,
      found: VIOLATIONS,
      said: [],
    });
  });

  test('a reference does not leave the repository', async () => {
    const { code, found } = await checkAgainst('schemas/thing.json', '.', { 'schemas/.git': 'gitdir: x' });
    expect(code).toBe(1);
    expect(found).toEqual([
      'error schema-references-resolve the reference "../common/id.yaml" leads out of the git repository: copy the schema into it',
    ]);
  });

  test('files near it are known by their $id', async () => {
    const id = 'https://example.com/size.json';
    const { found } = await checkAgainst('s.json', '.', {
      's.json': { properties: { size: { $ref: id } } },
      'other/name.json': { $id: id, type: 'string' },
    });
    expect(found).toEqual(['error sample-matches-schema expected a string, got 0: put it in quotes']);
  });

  test.each<[string, readonly string[]]>([
    ['api.yaml#/components/schemas/Thing', []],
    ['api.yaml#/components/schemas/a~1b', ['error sample-matches-schema expected an array, got an object']],
    ['schemas/parts/size.json#/$defs/size', ['error sample-matches-schema expected a number, got an object']],
    [
      'schemas/parts/size.json#/%24defs/size',
      ['error sample-matches-schema expected a number, got an object'],
    ],
    ['common/id.yaml', ['error sample-matches-schema expected an integer, got an object']],
  ])('%s', async (schema, found) => {
    expect(await checkAgainst(schema)).toEqual({ code: found.length === 0 ? 0 : 1, found, said: [] });
  });

  test('a broken schema is a finding in it', async () => {
    const { code, found } = await checkAgainst('s.json', '.', { 's.json': '{ "type": "objct" }' });
    expect(code).toBe(1);
    expect(found.join('\n')).toContain('error schema-is-valid');
  });

  test.each([
    ['gone.json', 'there is no schema `gone.json`: create it, or fix the path'],
    ['gone.yaml#/x', 'there is no schema `gone.yaml`: create it, or fix the path'],
    ['#/x', 'there is no schema ``: create it, or fix the path'],
    ['schemas', 'the schema `schemas` is a folder: name a file in it'],
    ['', 'the path of the schema is empty: name a JSON or YAML file'],
    ['-', 'the schema cannot be read from the standard input: save it to a file, and name the file'],
    [
      'https://example.com/s.json',
      'the schema `https://example.com/s.json` is a URL, and nothing is downloaded: save it to a file, and name the file',
    ],
    [
      'api.yaml',
      '`api.yaml` is an OpenAPI document, which is not itself a schema: name one in it, such as `api.yaml#/components/schemas/Thing`',
    ],
    [
      'api.yaml#/components/schemas/Thnig',
      'the schema `api.yaml#/components/schemas/Thnig` leads nowhere in `api.yaml`: did you mean `api.yaml#/components/schemas/Thing`?',
    ],
    ['api.yaml#/paths/x', 'the schema `api.yaml#/paths/x` leads nowhere in `api.yaml`: fix the pointer'],
    [
      'api.yaml#Thing',
      '`api.yaml#Thing` has no JSON Pointer after `#`: begin it with a slash, as in `api.yaml#/$defs/Thing`',
    ],
  ])('%j stops the run', async (schema, message) => {
    expect(await checkAgainst(schema)).toEqual({ code: 2, found: [], said: [`samplegate: ${message}`] });
  });

  test('names in messages are relative to the working folder', async () => {
    const cwd = join(project({ '.git/HEAD': '' }), 'things');
    const { err } = await runCli(['check', '--schema', '../api.yaml#/x', 'right.json'], { cwd });
    expect(err).toContain('leads nowhere in `../api.yaml`');
    const { out } = await runCli(['check', '-f', 'json', '--schema', '../schemas/thing.json', 'wrong.json'], {
      cwd,
    });
    expect(JSON.parse(out)).toMatchObject({
      findings: [
        { file: 'wrong.json', keyword: 'type', keywordLocation: '../common/id.yaml#/type' },
        { keyword: 'minimum', keywordLocation: '../schemas/parts/size.json#/$defs/size/minimum' },
      ],
    });
  });
});

/** The JSON report of a check against a schema. */
async function reportOf(schema: string, cwd: string, file: string) {
  const { out } = await runCli(['check', '--verbose', '-f', 'json', '--schema', schema, file], { cwd });
  return JSON.parse(out);
}

describe('the findings', () => {
  test('name no contract, as there is none', async () => {
    const report = await reportOf('schemas/thing.json', project(), 'things/wrong.json');
    expect(report.findings).toHaveLength(2);
    for (const each of [...report.findings, ...report.verdicts, ...report.documents])
      expect(each).not.toHaveProperty('contract');
    expect(report).not.toHaveProperty('matrix');
  });

  test('have the same fingerprints however the schema is named, and from any folder', async () => {
    const cwd = project();
    mkdirSync(join(cwd, '.git'));
    const reports = [
      await reportOf('schemas/thing.json', cwd, 'things/wrong.json'),
      await reportOf('./things/../schemas/thing.json', cwd, 'things/wrong.json'),
      await reportOf(join(cwd, 'schemas/thing.json'), cwd, 'things/wrong.json'),
      await reportOf('../schemas/thing.json', join(cwd, 'things'), 'wrong.json'),
      await reportOf(join(cwd, 'schemas/thing.json'), '/', join(cwd, 'things/wrong.json')),
    ];
    const fingerprints = reports.map(({ findings }) =>
      findings.map(({ fingerprint }: { fingerprint: string }) => fingerprint),
    );
    expect(new Set(fingerprints.map(String)).size).toBe(1);
    expect(fingerprints[0]).toHaveLength(2);
  });
});

describe('the options', () => {
  test.each([
    ['--manifest contracts.yaml', 'manifest'],
    ['--changed', 'changed'],
    ['--changed main', 'changed'],
    ['--shard 1/2', 'shard'],
    ['--live http://127.0.0.1:1', 'live'],
    ['--targets targets.yaml', 'targets'],
    ['--negotiate', 'negotiate'],
    ['--newest 2.1', 'newest'],
    ['--compare shape', 'compare'],
  ])('%s cannot be combined with --schema', async (options, name) => {
    const { code, said } = await checkThings(['things/right.json', ...options.split(' ')]);
    expect([code, said]).toEqual([
      2,
      [
        `samplegate: \`--schema\` checks files without a manifest, so it cannot be combined with \`--${name}\`: omit one of them`,
      ],
    ]);
  });

  test('the summary counts samples, and no contract', async () => {
    const cwd = project();
    const check = (args: readonly string[]) =>
      runCli(['check', '--schema', 'schemas/thing.json', ...args], { cwd });
    expect((await check(['things/right.json'])).out).toBe('samplegate: 1 sample: no findings\n');
    expect((await check(['things/wrong.json'])).out).toBe(
      [
        'things/wrong.json',
        '',
        '  1:7   error  sample-matches-schema   /id',
        '        expected an integer, got "x"',
        '    1 | {"id":"x","size":0}',
        '      |       ^^^',
        '',
        '  1:18  error  sample-matches-schema   /size',
        '        expected at least 1, got 0',
        '    1 | {"id":"x","size":0}',
        '      |                  ^',
        '',
        '2 errors in 1 of 1 sample',
        'for the reason and a correct example: samplegate explain sample-matches-schema',
        '',
      ].join('\n'),
    );
    expect((await check(['things/right.json', '--verbose'])).out).toContain('passed\n  things/right.json\n');
    expect((await check(['things/wrong.json', '-f', 'github'])).out).toContain(
      'file=things/wrong.json,line=1,col=7,',
    );
    expect((await check(['things/wrong.json', '-f', 'junit'])).out).toContain(
      'classname="things/wrong.json"',
    );
    expect((await check(['things/right.json', '--no-cache'])).code).toBe(0);
  });

  test('--fail-on and --pedantic work', async () => {
    const cwd = project({ 'any.json': {}, 'end.json': '{}' });
    const code = async (...args: readonly string[]) =>
      (await runCli(['check', '--schema', 'any.json', ...args], { cwd })).code;
    expect(await code('things/right.json')).toBe(0);
    expect(await code('things/right.json', '--fail-on', 'warning')).toBe(1);
    const { out } = await runCli(['check', '-q', '--pedantic', '--schema', 'any.json', 'end.json'], { cwd });
    expect(lines(out).at(-1)).toBe(
      'end.json:1:3: info final-newline the file does not end with a newline: add one',
    );
  });

  test('without --schema, - must be an OpenAPI document', async () => {
    expect(await runCli(['check', '-'], { cwd: project() })).toMatchObject({
      code: 2,
      err: 'samplegate: the standard input is not an OpenAPI document, and anything else is checked only against a schema: `samplegate check --schema FILE -`\n',
    });
  });
});
