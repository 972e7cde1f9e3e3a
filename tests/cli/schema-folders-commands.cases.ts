import { readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { tempProject } from '../engine/temp-project';
import { commitAll, git } from '../project/git/git-project';
import { runCli, type CliWorld } from './run-cli';

const $schema = 'https://json-schema.org/draft/2020-12/schema';
const ID = { $schema, title: 'Id', type: 'integer' };
const TEXT = { ...ID, type: 'string' };

const FILES = {
  'svc/contracts.yaml': [
    'samples: samples',
    'schemas: [schemas, ../common]',
    'types: types',
    'contracts:',
    '  a: { schema: a.json, samples: a.json }',
    '  b: { schema: b.json, samples: b.yaml }',
    '',
  ].join('\n'),
  'svc/schemas/a.json': {
    $schema,
    type: 'object',
    required: ['id'],
    additionalProperties: false,
    properties: { id: { $ref: '../../common/id.json' } },
  },
  'common/id.json': ID,
  'common/b.json': { $schema, type: 'object', required: ['x'], properties: { x: { const: 'y' } } },
  'svc/samples/a.json': { id: 1 },
  'svc/samples/b.yaml': 'x: y\n',
};

/** A git repository with a service whose schemas are in two folders. Gives the folder of the service. */
function service(more: Readonly<Record<string, unknown>> = {}): string {
  const root = realpathSync(tempProject({ ...FILES, ...more }));
  git(root, 'init', '-q');
  commitAll(root);
  return join(root, 'svc');
}

function write(cwd: string, path: string, value: unknown): void {
  writeFileSync(join(cwd, path), `${JSON.stringify(value)}\n`);
}

const REFUSED =
  'samples/a.json:1:7: error sample-matches-schema expected a string, got 1: put it in quotes\n';

describe('with several folders of schemas', () => {
  test('--changed checks the samples of a schema that changes in any of them', async () => {
    const cwd = service();
    const run = async () => await runCli(['check', '--changed', '-q'], { cwd });
    const summary = async () => (await runCli(['check', '--changed'], { cwd })).out;
    expect(await summary()).toBe(
      'samplegate: nothing to check: no sample or contract here is affected by what changed since HEAD\n',
    );
    write(cwd, '../common/id.json', TEXT);
    expect(await run()).toEqual({ code: 1, out: REFUSED, err: '' });
    expect(await summary()).toContain('1 error in 1 of 1 sample; changed since HEAD: 1 contract\n');
    git(cwd, 'checkout', '-q', '..');
    write(cwd, 'samples/a.json', { id: 'x' });
    expect((await run()).out).toBe(
      'samples/a.json:1:7: error sample-matches-schema expected an integer, got "x"\n',
    );
  });

  test("a new file is unused where the folder is the project's own; other folders have schemas of others", async () => {
    const cwd = service();
    const run = async () => (await runCli(['check', '--changed', '-q', '--fail-on', 'warning'], { cwd })).out;
    write(cwd, '../common/new.json', ID);
    expect(await run()).toBe('');
    write(cwd, 'schemas/new.json', ID);
    expect(await run()).toContain('schemas/new.json:1:1: warning schema-used ');
  });

  test('the cached result is used until a file of any of them changes, appears or goes', async () => {
    const cwd = service();
    const caches = realpathSync(tempProject({}));
    const world: CliWorld = { cwd, build: 'one', env: { XDG_CACHE_HOME: caches } };
    const run = async () => (await runCli(['check', '-q', '--fail-on', 'warning'], world)).out;
    const kept = () =>
      readdirSync(join(caches, 'samplegate')).map((file) =>
        readFileSync(join(caches, 'samplegate', file), 'utf8'),
      );
    expect(await run()).toBe('');
    const first = kept();
    expect(await run()).toBe('');
    expect(kept()).toEqual(first);
    write(cwd, '../common/id.json', TEXT);
    expect(await run()).toBe(REFUSED);
    write(cwd, '../common/id.json', ID);
    expect(await run()).toBe('');
    write(cwd, 'schemas/new.json', ID);
    expect(await run()).toContain('schemas/new.json:1:1: warning schema-used ');
    rmSync(join(cwd, 'schemas/new.json'));
    expect(await run()).toBe('');
    write(cwd, '../common/a.json', ID);
    expect(await run()).toBe('');
  });

  test('types are written below the path of each folder, and keep up with each', async () => {
    const cwd = service();
    expect((await runCli(['types'], { cwd })).out).toBe('samplegate: wrote 3 of 3 type files to types\n');
    const typesOf = (path: string) => readFileSync(join(cwd, 'types', path), 'utf8');
    expect(typesOf('index.ts')).toContain(
      "export type { A } from './svc/schemas/a.js';\nexport type { B } from './common/b.js';\n",
    );
    expect(typesOf('svc/schemas/a.ts')).toContain('  id: number;\n');
    write(cwd, '../common/id.json', TEXT);
    expect(await runCli(['types', '--check'], { cwd })).toMatchObject({
      code: 1,
      out: expect.stringContaining('svc/schemas/a.ts'),
    });
    await runCli(['types'], { cwd });
    expect(typesOf('svc/schemas/a.ts')).toContain('  id: string;\n');
  });

  test('strength measures the schemas of each, the weakest first, and names them from the working folder', async () => {
    const cwd = service();
    const { code, out } = await runCli(['strength', '-f', 'json'], { cwd });
    expect(code).toBe(0);
    const { schemas } = Object(JSON.parse(out));
    expect(schemas).toEqual([
      expect.objectContaining({ schema: '../common/b.json' }),
      expect.objectContaining({ schema: 'schemas/a.json' }),
    ]);
  });

  test('a path in two of them is a mistake only where a contract names it', async () => {
    const cwd = service({ 'svc/schemas/id.json': TEXT, 'svc/schemas/b2.json': { $ref: 'id.json' } });
    const manifest = join(cwd, 'contracts.yaml');
    writeFileSync(manifest, `${readFileSync(manifest, 'utf8')}  c: { schema: b2.json, samples: c.json }\n`);
    write(cwd, 'samples/c.json', 'text');
    // References are paths on disk: `a.json` uses common/id.json, and `b2.json` uses schemas/id.json.
    expect(await runCli(['check'], { cwd })).toEqual({
      code: 0,
      out: 'samplegate: 3 contracts, 3 samples: no findings\n',
      err: '',
    });
    expect((await runCli(['types'], { cwd })).out).toBe('samplegate: wrote 4 of 4 type files to types\n');
    write(cwd, '../common/a.json', ID);
    for (const command of ['check', 'types', 'strength']) {
      const { code, out, err } = await runCli([command], { cwd });
      expect({ code, text: out + err }).toEqual({
        code: 2,
        text: expect.stringContaining(
          '`a.json` is in `schemas` and in `../common`, so it is not clear which one is meant: rename one of the files',
        ),
      });
    }
  });

  test('init writes the folder above them', async () => {
    const cwd = tempProject({
      'schemas/a.json': { ...FILES['svc/schemas/a.json'], properties: { id: { $ref: '../common/id.json' } } },
      'common/id.json': ID,
      'samples/a.json': { id: 1 },
    });
    await runCli(['init'], { cwd });
    expect(readFileSync(join(cwd, 'contracts.yaml'), 'utf8')).toContain(
      'samples: samples\nschemas: .\n\ncontracts:\n  schemas.a:\n    schema: schemas/a.json\n    samples: a.json\n',
    );
    expect((await runCli(['check', '-q', '--fail-on', 'warning'], { cwd })).out).toBe('');
  });
});
