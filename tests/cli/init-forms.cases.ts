import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { readYaml } from '../../src/text/yaml/yaml-source';
import { tempProject } from '../engine/temp-project';
import { runCli } from './run-cli';

const PET = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer' } },
};

/** Runs init, then check. Gives the manifest and what both printed. */
async function start(files: Readonly<Record<string, unknown>>, options: readonly string[] = []) {
  const cwd = tempProject(files);
  const { code, out, err } = await runCli(['init', ...options], { cwd });
  const file = join(cwd, 'contracts.yaml');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const check = await runCli(['check', '-q', '--fail-on', 'warning'], { cwd });
  return {
    cwd,
    code,
    out,
    err,
    text,
    manifest: Object(readYaml('contracts.yaml', text).value),
    check: `${check.out}${check.err}`,
  };
}

describe('init reads YAML and NDJSON', () => {
  test('as samples in a folder of samples, each document and line of them', async () => {
    const { cwd, manifest, check } = await start({
      'samples/events.ndjson': '{"a":1}\n{"a":"x","b":null}\n',
      'samples/lines.jsonl': '{"l":1}\n',
      'samples/pet/a.yaml': 'id: 1\n---\nid: 2\nname: Tom\n',
      'samples/pet/b.YML': 'b: 1\n',
      'samples/petstore.yaml': 'openapi: 3.0.3\n',
      'samples/later.yaml': 'openapi: 3.1\ninfo: {}\n',
      'samples/kind.schema.yaml':
        '# yaml-language-server: $schema=https://json-schema.org/draft/2020-12/schema\ntype: object\n',
      'samples/readme.md': '# none\n',
      'samples/notes.toml': 'a = 1\n',
    });
    expect(manifest.contracts).toEqual({
      events: { schema: 'events.json', samples: 'events.ndjson' },
      lines: { schema: 'lines.json', samples: 'lines.jsonl' },
      'pet.a': { schema: 'pet/a.json', samples: 'pet/a.yaml' },
      'pet.b': { schema: 'pet/b.json', samples: 'pet/b.YML' },
    });
    expect(check).toBe('');
    const schemaOf = (name: string) => JSON.parse(readFileSync(join(cwd, 'schemas', name), 'utf8'));
    expect(schemaOf('events.json')).toMatchObject({
      required: ['a'],
      properties: { a: { type: ['string', 'integer'] } },
    });
    expect(schemaOf('pet/a.json')).toMatchObject({
      required: ['id'],
      properties: { name: { type: 'string' } },
    });
  });

  test.each([
    ['the whole project, where other tools have such files', []],
    ['the whole project with --force', ['--force']],
  ])('not as samples in %s', async (_, options) => {
    const { manifest } = await start(
      {
        'pet.json': { id: 1 },
        'compose.yaml': 'a: 1\n',
        '.github/ci.yml': 'on: push\n',
        'log.ndjson': '{}\n',
      },
      options,
    );
    expect(manifest.contracts).toEqual({ pet: { schema: 'pet.json', samples: 'pet.json' } });
  });

  test('as samples in the whole project if it is named', async () => {
    const { manifest, check } = await start({ 'api/log.ndjson': '{"a":1}\n' }, ['--samples', '.']);
    expect(manifest.contracts).toEqual({ 'api.log': { schema: 'api/log.json', samples: 'api/log.ndjson' } });
    expect(check).toBe('');
  });

  test('as samples that a schema fits: by name, by folder and by the comment for editors', async () => {
    const { manifest, check, text } = await start({
      'api/pet.schema.json': PET,
      'api/pet.yaml': 'id: 1\n',
      'api/pet-1.json': { id: 2 },
      'api/pet/a.yaml': 'id: 3\n',
      'api/pet/b.yaml': 'id: 4\n',
      'api/dog.yaml': '# yaml-language-server: $schema=./pet.schema.json\nid: 5\n',
      'api/pet-invalid.ndjson': '{"id":"x"}\n{}\n',
      'compose.yaml': 'services: {}\n',
    });
    expect(manifest).toEqual({
      samples: 'api',
      schemas: 'api',
      ignore: ['pet.schema.json'],
      contracts: {
        pet: {
          schema: 'pet.schema.json',
          samples: [
            'dog.yaml',
            'pet-1.json',
            'pet.yaml',
            'pet/*.yaml',
            { path: 'pet-invalid.ndjson', expect: 'invalid' },
          ],
        },
      },
    });
    expect(text).not.toContain('compose');
    expect(check).toBe('');
  });

  test('no glob matches a YAML file that is not a sample', async () => {
    const { manifest, check } = await start({
      'schemas/pet.schema.json': PET,
      'samples/pet/a.yaml': 'id: 1\n',
      'samples/pet/b.yaml': 'id: 2\n',
      'samples/pet/openapi.yaml': 'openapi: 3.0.3\n',
    });
    expect(manifest.contracts).toEqual({
      pet: { schema: 'pet.schema.json', samples: ['pet/a.yaml', 'pet/b.yaml'] },
    });
    expect(check).toBe('');
  });

  test('what does not parse is reported first, and the other lines are used', async () => {
    const { out, manifest } = await start({
      'samples/a.ndjson': '{"a":1}\n{"a":\n{"a":2}\n',
      'samples/b.yaml': 'b: [\n',
      'samples/c.yml': '',
    });
    expect(out.split('\n').slice(0, 5)).toEqual([
      '3 files do not parse, so init cannot use them: fix them first',
      expect.stringMatching(/^ {2}samples\/a\.ndjson:2:6 /),
      expect.stringMatching(/^ {2}samples\/b\.yaml:2:1 /),
      expect.stringMatching(/^ {2}samples\/c\.yml/),
      '',
    ]);
    expect(manifest.contracts).toEqual({ a: { schema: 'a.json', samples: 'a.ndjson' } });
  });

  test('a folder without samples: says which types it looks for', async () => {
    const { code, err } = await start({ 'recorded/a.txt': 'a' }, ['--samples', 'recorded']);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'samplegate: found no JSON, YAML or NDJSON sample in `recorded`: name the folder of your samples with `--samples FOLDER`\n',
    });
  });
});

describe('init writes ref_base', () => {
  const user = { ...PET, $id: 'common/user.schema.json' };
  const using = ($ref: string, more: object = {}) => ({
    $schema: PET.$schema,
    type: 'object',
    required: ['user'],
    properties: { user: { $ref } },
    ...more,
  });
  const sample = { user: { id: 1 } };

  test.each<[string, Readonly<Record<string, unknown>>, unknown, unknown]>([
    [
      'where references resolve only below one folder',
      {
        'spec/hub/common/user.schema.json': user,
        'spec/hub/issue/opened.schema.json': using('common/user.schema.json'),
        'spec/hub/issue/closed.schema.json': using('common/user.schema.json#/properties'),
        'examples/issue/opened.json': sample,
      },
      'spec/hub',
      'spec/hub',
    ],
    [
      'that is the folder of the project',
      {
        'common/user.schema.json': user,
        'issue/opened.schema.json': using('common/user.schema.json'),
        'examples/opened.json': sample,
      },
      '.',
      '.',
    ],
    [
      'not where they resolve in the folder of each schema',
      {
        'spec/common/user.schema.json': user,
        'spec/issue/opened.schema.json': using('../common/user.schema.json'),
        'examples/issue/opened.json': sample,
      },
      'spec',
      undefined,
    ],
    [
      'not where it would break another reference',
      {
        'spec/common/user.schema.json': user,
        'spec/issue/near.json': PET,
        'spec/issue/opened.schema.json': using('common/user.schema.json'),
        'spec/issue/closed.schema.json': using('near.json'),
        'examples/issue/closed.json': sample,
      },
      'spec',
      undefined,
    ],
    [
      'not where an `$id` says where the reference leads',
      {
        'spec/user/one.schema.json': { ...user, $id: 'https://example.com/common/user.json' },
        'spec/common/user.json': PET,
        'spec/issue/opened.schema.json': using('common/user.json', {
          $id: 'https://example.com/opened.json',
        }),
        'examples/issue/opened.json': sample,
      },
      'spec',
      undefined,
    ],
  ])('%s', async (_, files, schemas, refBase) => {
    const { manifest } = await start(files);
    expect({ schemas: manifest.schemas, refBase: manifest.ref_base }).toEqual({ schemas, refBase });
  });

  test('and pairs with schemas that accept the samples because of it', async () => {
    const { manifest, check } = await start({
      'spec/hub/common/user.schema.json': user,
      'spec/hub/issue/opened.schema.json': using('common/user.schema.json'),
      'examples/opened-by-bot.json': sample,
    });
    expect(manifest).toMatchObject({
      ref_base: 'spec/hub',
      contracts: { 'issue.opened': { schema: 'issue/opened.schema.json', samples: 'opened-by-bot.json' } },
    });
    expect(check).toBe('');
  });
});
