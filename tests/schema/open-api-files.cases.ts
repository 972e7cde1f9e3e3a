import { describe, expect, test } from '@jest/globals';

import { schemaSetOf } from './schema-files-of';

const INFO = { title: 'Disks', version: '1' };

const OK = { description: 'ok', content: { 'application/json': { schema: { $ref: 'models/disk.json' } } } };

/** A document in several files: the path, the response and the schema are references. */
const FILES = {
  'api.json': {
    openapi: '3.1.0',
    info: INFO,
    paths: {
      '/disks': { $ref: 'paths/disks.json' },
      '/loop': { $ref: '#/paths/~1loop/again' },
      '/ring': { $ref: '#/paths/~1gnir' },
      '/gnir': { $ref: '#/paths/~1ring' },
    },
    components: {
      responses: { Disk: { $ref: '#/components/responses/Ok' }, Ok: OK },
      schemas: {
        Size: { $ref: '#/paths/~1disks/get/responses/200/content/application~1json/schema/properties/size' },
      },
    },
  },
  'paths/disks.json': { get: { responses: { '200': { $ref: '../api.json#/components/responses/Disk' } } } },
  'models/disk.json': { type: 'object', required: ['size'], properties: { size: { type: 'integer' } } },
};

const RESPONSE = '/get/responses/200/content/application~1json/schema';

describe('a pointer through references of an OpenAPI document', () => {
  const set = schemaSetOf(FILES);
  test.each([
    ['of a path', `/paths/~1disks${RESPONSE}`, { size: 'big' }, ['/size type']],
    ['of a response', '/components/responses/Disk/content/application~1json/schema', {}, [' required']],
    ['of the schema', `/paths/~1disks${RESPONSE}/properties/size`, 'big', [' type']],
    ['in a `$ref`', '/components/schemas/Size', 'big', [' type']],
  ])('%s', (_, pointer, value, expected) => {
    const verdict = set.verdict(value, { file: 'api.json', pointer });
    expect(
      verdict.kind === 'checked'
        ? verdict.violations.map(({ instanceLocation, keyword }) => `${instanceLocation} ${keyword}`)
        : set.problems({ file: 'api.json', pointer }),
    ).toEqual(expected);
  });

  test('shows the schema that it leads to', () => {
    expect(set.placeOf({ file: 'api.json', pointer: `/paths/~1disks${RESPONSE}/properties/size` })).toEqual({
      file: 'schemas/models/disk.json',
      pointer: '/properties/size',
      token: 'opening',
    });
  });

  test.each(['/paths/~1loop/get', '/paths/~1ring/get', '/paths/~1disks/put'])(
    '%s leads nowhere',
    (pointer) => {
      expect(set.problems({ file: 'api.json', pointer }).map(({ kind }) => kind)).toEqual([
        'dangling-reference',
      ]);
    },
  );

  test('leads nowhere in other schemas', () => {
    const plain = schemaSetOf({ 'a.json': { $defs: { a: { $ref: '#/$defs/b' }, b: { items: true } } } });
    const ref = { file: 'a.json', pointer: '/$defs/a/items' };
    expect(plain.problems(ref).map(({ kind }) => kind)).toEqual(['dangling-reference']);
  });
});

/** A document with one component, which is a reference. */
function documentOf(version: object, reference = 'models/disk.json'): object {
  return { ...version, info: INFO, components: { schemas: { Disk: { $ref: reference } } } };
}

describe('a file that an OpenAPI document refers to', () => {
  const fragment = {
    type: 'object',
    properties: { name: { type: 'string', nullable: true }, size: { minimum: 0, exclusiveMinimum: true } },
  };
  const ref = { file: 'models/disk.json', pointer: '' };

  test('has the dialect of the document, also where a contract names the file itself', () => {
    const set = schemaSetOf({ 'api.json': documentOf({ openapi: '3.0.3' }), 'models/disk.json': fragment });
    expect(set.problems(ref)).toEqual([]);
    expect(set.verdict({ name: null, size: 1 }, ref)).toEqual({ kind: 'checked', violations: [] });
    expect(set.verdict({ size: 0 }, ref)).toMatchObject({ violations: [{ keyword: 'exclusiveMinimum' }] });
  });

  test('has it through other files', () => {
    const set = schemaSetOf({
      'api.json': documentOf({ openapi: '3.0.3' }, 'models/all.json'),
      'models/all.json': { allOf: [{ $ref: 'disk.json' }] },
      'models/disk.json': fragment,
    });
    expect(set.problems(ref)).toEqual([]);
    expect(set.problems({ file: 'models/all.json', pointer: '' })).toEqual([]);
  });

  test.each([
    [
      'no document refers to it',
      { 'api.json': documentOf({ openapi: '3.0.3' }, 'models/other.json') },
      fragment,
    ],
    ['it names a dialect', {}, { ...fragment, $schema: 'https://json-schema.org/draft/2020-12/schema' }],
  ])('has its own where %s', (_, documents, own) => {
    const set = schemaSetOf({ ...documents, 'models/disk.json': own });
    expect(set.problems(ref).map(({ kind }) => kind)).toEqual(['unknown-keyword', 'invalid-keyword']);
  });
});

const DRAFT_04 = 'http://json-schema.org/draft-04/schema#';
const contentOf = (schema: object) => ({ 'application/json': { schema } });
const NAMED = {
  $id: 'https://example.com/disk',
  type: 'integer',
  $defs: { n: { $anchor: 'n', type: 'null' } },
};

/** How the schema with this reference judges a text: the keywords that refuse it, or what is wrong with the schema. */
function outcomeOf(document: object, reference: string): readonly string[] {
  const set = schemaSetOf({
    'api.json': { info: INFO, ...document, components: { schemas: { It: { $ref: reference } } } },
  });
  const ref = { file: 'api.json', pointer: '/components/schemas/It' };
  const verdict = set.verdict('a', ref);
  return verdict.kind === 'checked'
    ? verdict.violations.map(({ keywordLocation }) => keywordLocation)
    : set.problems(ref).map(({ kind }) => kind);
}

const MEDIA = { get: { responses: { '200': { description: 'ok', content: contentOf(NAMED) } } } };
const inPaths = (item: object, version = '3.1.0') => ({ openapi: version, paths: { '/a': item } });

describe('a schema outside the components', () => {
  test.each([
    ['a media type', inPaths(MEDIA), '/paths/~1a/get/responses/200/content/application~1json/schema'],
    [
      'a parameter',
      inPaths({ parameters: [{ name: 'a', in: 'query', schema: NAMED }] }),
      '/paths/~1a/parameters/0/schema',
    ],
    [
      'a header with the name of a keyword',
      inPaths({ get: { responses: { 200: { headers: { schema: { schema: NAMED } } } } } }),
      '/paths/~1a/get/responses/200/headers/schema/schema',
    ],
    [
      'a webhook',
      { openapi: '3.1.0', webhooks: { default: { post: { requestBody: { content: contentOf(NAMED) } } } } },
      '/webhooks/default/post/requestBody/content/application~1json/schema',
    ],
    [
      'the items of a sequence',
      inPaths(
        { get: { responses: { 200: { content: { 'application/jsonl': { itemSchema: NAMED } } } } } },
        '3.2.0',
      ),
      '/paths/~1a/get/responses/200/content/application~1jsonl/itemSchema',
    ],
  ])('is known by its `$id` in %s', (_, document, pointer) => {
    expect(outcomeOf(document, 'https://example.com/disk')).toEqual([`api.json#${pointer}/type`]);
    expect(outcomeOf(document, 'https://example.com/disk#n')).toEqual([`api.json#${pointer}/$defs/n/type`]);
  });

  test.each([
    [
      'in an example',
      inPaths({
        get: { responses: { 200: { content: { 'application/json': { example: { schema: NAMED } } } } } },
      }),
    ],
    ['in an extension', { ...inPaths({}), 'x-own': { schema: NAMED } }],
    ['before OpenAPI 3.1', inPaths(MEDIA, '3.0.3')],
  ])('has no name %s', (_, document) => {
    expect(outcomeOf(document, 'https://example.com/disk')).toEqual(['remote-reference']);
  });

  test('has the dialect that it states', () => {
    const schema = { $schema: DRAFT_04, properties: { size: { maximum: 5, exclusiveMaximum: true } } };
    const set = schemaSetOf({
      'api.json': {
        info: INFO,
        ...inPaths({ parameters: [{ name: 'a', in: 'query', content: contentOf(schema) }] }),
      },
    });
    const ref = { file: 'api.json', pointer: '/paths/~1a/parameters/0/content/application~1json/schema' };
    expect(set.problems(ref)).toEqual([]);
    expect(set.verdict({ size: 5 }, ref)).toMatchObject({ violations: [{ keyword: 'exclusiveMaximum' }] });
  });
});

test('a document with `$self` is known by that URI (OpenAPI 3.2)', () => {
  const set = schemaSetOf({
    'api.json': {
      openapi: '3.2.0',
      $self: 'https://example.com/disks/api.json',
      info: INFO,
      components: {
        schemas: {
          Own: { $ref: 'https://example.com/disks/api.json#/components/schemas/Name' },
          Next: { $ref: 'models/name.json' },
          Name: { type: 'string' },
        },
      },
    },
    'models/name.json': { $ref: 'https://example.com/disks/api.json#/components/schemas/Name' },
  });
  for (const name of ['Own', 'Next']) {
    const ref = { file: 'api.json', pointer: `/components/schemas/${name}` };
    expect(set.problems(ref)).toEqual([]);
    expect(set.verdict(5, ref)).toMatchObject({ violations: [{ keyword: 'type' }] });
  }
});
