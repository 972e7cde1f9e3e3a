import { beforeAll, describe, expect, test } from '@jest/globals';

import type { GeneratedFile } from '../../src/codegen/contract-type-files';
import { fixtureSchemas, generateFrom, schemasOf, typesOf } from './fixture-schemas';
import { expectGolden } from '../golden';

const REQUESTS = [
  ['Closed', 'closed.json', 'closed.ts'],
  ['Open', 'open.json', 'open.ts'],
  ['Tuple', 'tuple.json', 'tuple.ts'],
  ['Combined', 'combined.json', 'combined.ts'],
  ['Recursive', 'recursive.json', 'recursive.ts'],
  ['References', 'references.json', 'references.ts'],
  ['Draft04', 'draft-04.json', 'draft-04.ts'],
  ['Draft07', 'draft-07.json', 'draft-07.ts'],
  ['Draft2019', '2019-09.json', '2019-09.ts'],
  ['Anything', 'anything.json', 'anything.ts'],
  ['Index', 'index.json', 'index-json.ts'],
  ['Never', 'never.json', 'never.ts'],
  ['Alias', 'alias.json', 'alias.ts'],
  ['Words', 'words.json', 'words.ts'],
  ['OpenTypeless', 'open.json#/properties/typeless', 'open/properties/typeless.ts'],
  ['Owner', 'openapi.yaml#/components/schemas/Owner', 'openapi/components/schemas/Owner.ts'],
  ['Server', 'openapi.yaml#/components/schemas/Server', 'openapi/components/schemas/Server.ts'],
] as const;

function generate(): Promise<readonly GeneratedFile[]> {
  return generateFrom(
    fixtureSchemas(),
    REQUESTS.map(([name, schema]) => [name, schema]),
  );
}

describe('generateTypes', () => {
  let files: readonly GeneratedFile[] = [];
  beforeAll(async () => {
    files = await generate();
  });

  test('writes a file for each schema, and an index that no schema can replace', () => {
    const paths = [...REQUESTS.map(([, , path]) => path), 'index.ts'];
    expect(files.map(({ path }) => path)).toEqual(paths.sort());
  });

  test.each(['index.ts', ...REQUESTS.map(([, , path]) => path)])('%s equals its golden file', (path) => {
    expectGolden(`types/${path}.txt`, files.find((file) => file.path === path)?.text ?? '');
  });

  test('gives the same text again, regardless of the order of the requests', async () => {
    const reversed = await generateFrom(
      fixtureSchemas(),
      REQUESTS.map(([name, schema]) => [name, schema] as const).toReversed(),
    );
    expect(reversed).toEqual(files);
  });

  test('writes a schema that two contracts share once, with an alias for the second name', async () => {
    const written = await generateFrom(schemasOf({ 'a.json': { type: 'string' } }), [
      ['B', 'a.json'],
      ['A', 'a.json'],
      ['A', 'a.json'],
    ]);
    expect(written.map(({ path, text }) => [path, ...text.split('\n').slice(3)])).toEqual([
      ['a.ts', 'export type A = string;', '', 'export type B = A;', ''],
      ['index.ts', "export type { A } from './a.js';", "export type { B } from './a.js';", ''],
    ]);
  });

  test('keeps the extension of schemas that would be written to the same file', async () => {
    const written = await generateFrom(schemasOf({ 'a.json': {}, 'A.yaml': {}, 'b.d.json': {} }), [
      ['A', 'a.json'],
      ['B', 'A.yaml'],
      ['C', 'b.d.json'],
    ]);
    expect(written.map(({ path }) => path)).toEqual(['A-yaml.ts', 'a-json.ts', 'b-d.ts', 'index.ts']);
  });

  test('writes nothing outside the types folder, regardless of the names of parts', async () => {
    const written = await generateFrom(schemasOf({ 'a.json': { '..': { '..': { 'b c': {} } } } }), [
      ['A', 'a.json#/../../b c'],
    ]);
    expect(written.map(({ path }) => path)).toEqual(['a/-/-/b-c.ts', 'index.ts']);
  });

  test.each<[because: string, schema: Record<string, unknown>]>([
    ['a pattern, which does not affect the type', { type: 'string', pattern: '\\-' }],
    ['an unknown format', { type: 'string', format: 'no-such' }],
    ['an unknown keyword', { type: 'string', 'x-own': 1 }],
  ])('writes the type of a schema with %s', async (_, schema) => {
    expect(await typesOf(schema)).toBe('export type It = string;\n');
  });

  test('ignores TypeScript in a schema', async () => {
    expect(await typesOf({ type: 'string', tsType: 'number', tsEnumNames: ['x'] })).toBe(
      'export type It = string;\n',
    );
  });
});

describe('a schema for which no type can be generated,', () => {
  test.each<[because: string, schemas: Record<string, unknown>, message: string]>([
    ['does not exist', { 'its.json': {} }, 'there is no schema schemas/it.json: did you mean `its.json`?'],
    [
      'is not a schema',
      { 'it.json': { items: 3 } },
      'schemas/it.json#/items: expected a schema, which is an object or a boolean, got number',
    ],
    [
      'has a type that does not exist',
      { 'it.json': { properties: { a: { type: 'intger' } } } },
      'schemas/it.json#/properties/a/type: not a schema: "intger" is not allowed here: run `samplegate check` for the reason',
    ],
    [
      'refers to something that is not a schema',
      {
        'it.json': { items: { $ref: 'other.json#/$defs/a' } },
        'other.json': { $defs: { a: { minLength: -1 } } },
      },
      'schemas/other.json#/$defs/a/minLength: not a schema: -1 is not allowed here: run `samplegate check` for the reason',
    ],
    [
      'has a long value that is not allowed',
      { 'it.json': { required: { [`${'a'.repeat(57)}😀`]: true } } },
      `schemas/it.json#/required: not a schema: {"${'a'.repeat(57)}… is not allowed here: run \`samplegate check\` for the reason`,
    ],
    [
      'has a dangling reference',
      { 'it.json': { properties: { a: { $ref: '#/$defs/words' } }, $defs: { word: {} } } },
      'schemas/it.json#/properties/a: the reference `#/$defs/words` has no target: did you mean `#/$defs/word`?',
    ],
    [
      'has a dangling reference without a similar one',
      { 'it.json': { $ref: '#/$defs/a' } },
      'schemas/it.json: the reference `#/$defs/a` has no target: fix or remove it',
    ],
    [
      'refers to another machine',
      { 'it.json': { $ref: 'https://example.com/it.json' } },
      'schemas/it.json: the reference `https://example.com/it.json` is outside schemas, and nothing is fetched: put a copy there',
    ],
    [
      'refers to a file outside the schema root',
      { 'it.json': { $ref: '../secret.json' } },
      'schemas/it.json: the reference `../secret.json` is outside schemas, and nothing is fetched: put a copy there',
    ],
    [
      'refers to itself for the same value',
      { 'it.json': { anyOf: [{ $ref: 'other.json' }] }, 'other.json': { allOf: [{ $ref: 'it.json' }] } },
      'schemas/it.json: the schema refers to itself for the same value: remove the circular reference',
    ],
    [
      'nests too deep',
      {
        'it.json': Array.from({ length: 300 }).reduce((inner: object) => ({ properties: { a: inner } }), {}),
      },
      'cannot generate a type for the schema `it.json`: it nests too deep, or its references do: flatten it',
    ],
    [
      'is of a dialect that is not supported',
      { 'it.json': { $schema: 'https://example.com/own', type: 'string' } },
      'schemas/it.json#/$schema: https://example.com/own is not a supported dialect: run `samplegate check` for the reason',
    ],
    [
      'is part of a Swagger document',
      {
        'it.json': { $ref: 'api.json#/definitions/a' },
        'api.json': {
          swagger: '1.2',
          info: { title: 'API', version: '1' },
          paths: {},
          definitions: { a: { type: 'string', 'x-nullable': true } },
        },
      },
      'schemas/api.json#/swagger: Swagger 1.2 is not a supported dialect: run `samplegate check` for the reason',
    ],
    [
      'refers to a part of an OpenAPI document of an unknown version',
      {
        'it.json': { properties: { a: { $ref: 'api.json#/components/schemas/a' } } },
        'api.json': {
          openapi: '4.0.0',
          info: { title: 'API', version: '1' },
          components: { schemas: { a: { type: 'string', nullable: true } } },
        },
      },
      'schemas/api.json#/openapi: OpenAPI 4.0.0 is not a supported dialect: run `samplegate check` for the reason',
    ],
    [
      'has the form of draft-03',
      { 'it.json': { properties: { a: { type: 'string', required: true } } } },
      'schemas/it.json#/properties/a/required: not a schema: true is not allowed here: run `samplegate check` for the reason',
    ],
  ])('because it %s, stops the run with its name', async (_, schemas, message) => {
    await expect(generateFrom(schemasOf(schemas), [['It', 'it.json']])).rejects.toEqual(
      expect.objectContaining({ name: 'UsageError', message }),
    );
  });

  test('because it is not JSON, stops the run with its name and the reason', async () => {
    await expect(generateFrom(fixtureSchemas(), [['It', 'broken.json']])).rejects.toEqual(
      expect.objectContaining({
        name: 'UsageError',
        message: expect.stringMatching(/^schemas\/broken\.json: /),
      }),
    );
  });

  test('because its part does not exist, stops the run with the part', async () => {
    await expect(generateFrom(schemasOf({ 'it.json': {} }), [['It', 'it.json#/$defs/a']])).rejects.toThrow(
      'there is no schema schemas/it.json#/$defs/a',
    );
  });
});

describe('two contracts', () => {
  const schemas = schemasOf({ 'a.json': {}, 'b.json': {}, 'a-b.json': {}, 'a.b.json': {}, 'a/b.json': {} });

  test('with the same type name and different schemas are rejected', async () => {
    await expect(
      generateFrom(schemas, [
        ['A', 'a.json'],
        ['A', 'b.json'],
      ]),
    ).rejects.toThrow('the type name A is used for `a.json` and for `b.json`: rename a contract');
  });

  test('are rejected where a type would be written to the file of the index', async () => {
    await expect(generateFrom(schemasOf({ index: {} }), [['A', 'index']])).rejects.toThrow(
      'the type of `index` would be written to `index.ts`, which has another content: rename the schema',
    );
  });

  test('whose types would be written to the same file are rejected', async () => {
    await expect(
      generateFrom(schemas, [
        ['A', 'a-b.json'],
        ['B', 'a.b.json'],
      ]),
    ).rejects.toThrow(
      'the types of these schemas would be written to the same file: `a-b.json`, `a.b.json`: rename one of them',
    );
  });
});

describe('the names of types in a file', () => {
  const link = { type: 'object', properties: { href: { type: 'string' } }, additionalProperties: false };

  test('include no second name for a schema that is only a reference', async () => {
    expect(await typesOf({ $ref: '#/$defs/It', $defs: { It: link } })).toBe(
      'export interface It {\n  href?: string;\n}\n',
    );
    expect(
      await typesOf({ allOf: [{ $ref: '#/$defs/a' }], $defs: { a: { $ref: '#/$defs/b' }, b: link } }),
    ).toBe('export interface It {\n  href?: string;\n}\n');
  });

  test('include the name of a reference to another schema, but not its name with a number', async () => {
    const text = await typesOf(
      {
        type: 'object',
        properties: { a: { $ref: '#/$defs/alias' }, b: { $ref: 'other.json' }, c: { $ref: '#/$defs/link' } },
        additionalProperties: false,
        $defs: { alias: { $ref: '#/$defs/link' }, link },
      },
      { 'other.json': { $ref: '#/$defs/link', $defs: { link: { ...link, required: ['href'] } } } },
    );
    expect(text).toBe(`export type Alias = Link;

export interface It {
  a?: Alias;
  b?: Other;
  c?: Link;
}
export interface Link {
  href?: string;
}
export interface Other {
  href: string;
}
`);
  });

  test('include no name for a scalar behind references of the same name', async () => {
    const text = await typesOf(
      {
        type: 'object',
        properties: { a: { $ref: '#/$defs/address' }, b: { $ref: 'other.json#/$defs/address' } },
        additionalProperties: false,
        $defs: { address: { $ref: 'other.json#/$defs/address' } },
      },
      { 'other.json': { $defs: { address: { type: 'string' } } } },
    );
    expect(text).toBe('export interface It {\n  a?: string;\n  b?: string;\n}\n');
  });
});

const openApiWith = (version: object) => ({
  info: { title: 'a', version: '1' },
  paths: {},
  ...version,
  components: { schemas: { Server: { $ref: 'server.json' } } },
});

describe('a file that an OpenAPI document refers to', () => {
  const server = {
    type: 'object',
    properties: { id: { type: 'string', nullable: true }, host: { $ref: 'host.json' } },
    required: ['id', 'host'],
    additionalProperties: false,
  };
  const host = { type: 'object', nullable: true, additionalProperties: false };

  test.each([
    ['OpenAPI 3.0', { openapi: '3.0.3' }, 'string | null'],
    ['OpenAPI 3.1', { openapi: '3.1.0' }, 'string'],
    ['Swagger 2.0', { swagger: '2.0' }, 'string'],
  ])('has the types of its dialect: %s', async (_, version, id) => {
    const schemas = schemasOf({
      'openapi.json': openApiWith(version),
      'server.json': server,
      'host.json': host,
    });
    const files = await generateFrom(schemas, [['Server', 'server.json']]);
    expect(files.map(({ text }) => text).join('')).toContain(`id: ${id};`);
  });

  test('and those that it refers to', async () => {
    const schemas = schemasOf({
      'openapi.json': openApiWith({ openapi: '3.0.3' }),
      'server.json': server,
      'host.json': host,
    });
    const files = await generateFrom(schemas, [['Server', 'server.json']]);
    expect(files.map(({ text }) => text).join('')).toContain('host: { [k: string]: never } | null;');
  });
});
