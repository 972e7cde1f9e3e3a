import { describe, expect, test } from '@jest/globals';

import { findingsIn, ID, REFUSED, schemaProject } from './schema-project';

describe('a meta-schema of the project', () => {
  const vocabulary = 'https://json-schema.org/draft/2020-12/vocab';
  const $id = 'https://docs.example.com/meta';
  const $vocabulary = { [`${vocabulary}/core`]: true, [`${vocabulary}/applicator`]: true };

  test.each([
    ['describes itself', { $schema: $id, $vocabulary }],
    ['names no dialect', { $vocabulary }],
    [
      'refers to its base',
      { $vocabulary, allOf: [{ $ref: 'https://json-schema.org/draft/2020-12/schema' }] },
    ],
  ])('%s: its vocabularies say which keywords count', async (_, meta) => {
    const cwd = schemaProject(
      {},
      {
        'schemas/a.json': { $schema: $id, properties: { id: { minLength: 2 } } },
        'schemas/m.json': { $id, ...meta },
      },
    );
    expect(await findingsIn(cwd)).toEqual([
      'schemas/a.json 1:64-1:75 warning schema-keywords-known /properties/id/minLength "minLength" is ignored: schemas/m.json does not list its vocabulary ("validation") in "$vocabulary"',
    ]);
  });

  test('may extend an old dialect by reference', async () => {
    const cwd = schemaProject(
      {},
      {
        'schemas/a.json': { $schema: $id, properties: { id: { dependentRequired: {}, type: 'integer' } } },
        'schemas/m.json': { $id, allOf: [{ $ref: 'http://json-schema.org/draft-07/schema#' }] },
      },
    );
    expect(await findingsIn(cwd)).toEqual([
      REFUSED,
      expect.stringContaining(
        '"dependentRequired" is a keyword only from 2019-09 on, so draft-07 ignores it',
      ),
    ]);
  });

  test('must extend a known dialect', async () => {
    const cwd = schemaProject(
      {},
      { 'schemas/a.json': { $schema: $id, ...ID }, 'schemas/m.json': { $id, type: 'object' } },
    );
    expect(await findingsIn(cwd)).toEqual([
      'schemas/a.json 1:12-1:43 error schema-dialect-known /$schema unknown dialect "https://docs.example.com/meta": the "$schema" of schemas/m.json must be 2020-12, 2019-09, draft-07, draft-06 or draft-04 {sample-judged} (samples/a.json 1:1 not checked)',
    ]);
  });
});

describe('a meta-schema of the project judges the schemas that name it', () => {
  const $id = 'https://docs.example.com/meta';
  const MODERN = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id,
    $dynamicAnchor: 'meta',
    $ref: 'https://json-schema.org/draft/2020-12/schema',
    required: ['title'],
    properties: { unit: { enum: ['ms', 's'] } },
    patternProperties: { '^meta:': true },
  };
  const OLD = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `${$id}#`,
    allOf: [{ $ref: 'http://json-schema.org/draft-07/schema#' }, { $ref: '#/definitions/own' }],
    definitions: { own: { properties: { unit: { enum: ['ms', 's'] } }, required: ['title'] } },
  };
  const OBJECT = { type: 'object' };
  const REFUSAL = '(by the meta-schema schemas/m.json)';

  test.each([
    ['2020-12, also in inner schemas', MODERN, '#', ['/properties/id']],
    ['draft-07, where inner schemas have no meta-schema', OLD, '', []],
  ])('%s', async (_, meta, hash, inner) => {
    const cwd = schemaProject(
      {},
      {
        'schemas/a.json': { $schema: $id + hash, unit: 'h', 'x-a': 1, ...ID },
        'schemas/m.json': meta,
      },
    );
    expect(await findingsIn(cwd)).toEqual([
      REFUSED,
      `schemas/a.json 1:1-1:2 error schema-is-valid '' required property "title" is missing ${REFUSAL}`,
      `schemas/a.json 1:${51 + hash.length}-1:${54 + hash.length} error schema-is-valid /unit expected one of "ms", "s", got "h" ${REFUSAL}`,
      ...inner.map((pointer) =>
        expect.stringContaining(
          `error schema-is-valid ${pointer} required property "title" is missing ${REFUSAL}`,
        ),
      ),
    ]);
  });

  test('and declares keywords, one of which may be misspelt', async () => {
    const cwd = schemaProject(
      {},
      {
        'schemas/a.json': { $schema: $id, title: '', unit: 's', 'meta:b': 1, unti: 's', owner: 1, ...OBJECT },
        'schemas/m.json': MODERN,
      },
    );
    expect(await findingsIn(cwd)).toEqual([
      expect.stringContaining(
        'error schema-keywords-known /unti "unti" is not a keyword of 2020-12, so it is ignored: did you mean "unit"?',
      ),
      expect.stringContaining('warning schema-keywords-known /owner "owner" is not a keyword of 2020-12'),
    ]);
  });

  test('but gives no keyword of another dialect a meaning', async () => {
    const meta = { ...OLD, properties: { dependentRequired: {}, deprecated: {} } };
    const cwd = schemaProject(
      {},
      {
        'schemas/a.json': { $schema: $id, title: '', dependentRequired: {}, deprecated: true, ...ID },
        'schemas/m.json': meta,
      },
    );
    expect(await findingsIn(cwd)).toEqual([
      REFUSED,
      expect.stringContaining('/dependentRequired "dependentRequired" is a keyword only from 2019-09 on'),
    ]);
  });

  test('through a URL that the manifest maps, for a part of a file, and in YAML', async () => {
    const references = { 'https://docs.example.com/*': 'vendor/*' };
    const cwd = schemaProject(
      { references, contracts: { a: { schema: 'a.yaml#/$defs/a', samples: 'a.json' } } },
      {
        'schemas/a.yaml': `$defs:\n  a:\n    $schema: https://docs.example.com/meta.json\n    unit: h\n    title: A\n    properties: { id: { type: integer, title: B } }\n`,
        'vendor/meta.json': MODERN,
      },
    );
    expect(await findingsIn(cwd)).toEqual([
      REFUSED,
      'schemas/a.yaml 4:11-4:12 error schema-is-valid /$defs/a/unit expected one of "ms", "s", got "h" (by the meta-schema vendor/meta.json)',
    ]);
  });

  test('which reports once what the standard meta-schema refuses too', async () => {
    const $ref = `${$id}#`;
    const copied = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $id: `${$id}#`,
      properties: {
        type: { anyOf: [{ enum: ['string', 'integer'] }, { type: 'array' }] },
        required: { type: 'array' },
        properties: { additionalProperties: { $ref } },
      },
    };
    const cwd = schemaProject(
      {},
      {
        'schemas/a.json': { $schema: $id, required: 'a', properties: { id: { type: 'integr' } } },
        'schemas/m.json': copied,
      },
    );
    expect((await findingsIn(cwd)).map((line) => line.split(' ').slice(2, 5).join(' '))).toEqual([
      'error schema-is-valid /required',
      'error schema-is-valid /properties/id/type',
    ]);
  });

  test('which reports a keyword that it refuses once', async () => {
    const names = ['$schema', '$id', 'allOf', 'type', 'properties', 'title'];
    const meta = {
      ...OLD,
      additionalProperties: false,
      properties: Object.fromEntries(names.map((name) => [name, true])),
    };
    const cwd = schemaProject(
      {},
      { 'schemas/a.json': { $schema: $id, titel: '', title: '', ...ID }, 'schemas/m.json': meta },
    );
    expect(await findingsIn(cwd)).toEqual([
      REFUSED,
      expect.stringContaining(
        `error schema-is-valid /titel unknown property "titel": the schema allows only "$schema", "$id", "allOf", "type", "properties", "title" ${REFUSAL}`,
      ),
    ]);
  });

  test('for the schemas of an OpenAPI document, each as a whole', async () => {
    const meta = { ...MODERN, properties: {} };
    const schema = { type: 'object', properties: { id: { $ref: '#/components/schemas/Id' } } };
    const cwd = schemaProject(
      { contracts: { a: { schema: 'api.json#/components/schemas/A', samples: 'a.json' } } },
      {
        'schemas/api.json': {
          openapi: '3.1.0',
          info: { title: '', version: '1' },
          jsonSchemaDialect: $id,
          components: { schemas: { A: schema, Id: { title: '', type: 'integer' } } },
        },
        'schemas/m.json': meta,
      },
    );
    expect((await findingsIn(cwd)).map((line) => line.split(' ').slice(2, 8).join(' '))).toEqual([
      'error sample-matches-schema /id expected an integer,',
      'error schema-is-valid /components/schemas/A required property "title"',
      'error schema-is-valid /components/schemas/A/properties/id required property "title"',
    ]);
  });

  test('which must be JSON', async () => {
    const cwd = schemaProject({}, { 'schemas/a.json': { $schema: 'm.json', ...ID }, 'schemas/m.json': '{' });
    expect(await findingsIn(cwd)).toEqual([
      'schemas/m.json 1:2-1:2 error schema-readable the object that starts on line 1 is not closed: expected `}`, got the end of the text {sample-judged} (samples/a.json 1:1 not checked)',
    ]);
  });

  test('says so where validation takes too long', async () => {
    const cwd = schemaProject(
      // Long enough to judge the sample on a busy machine.
      { limits: { validation_time: 1000 } },
      {
        'schemas/a.json': { $schema: $id, title: `${'a'.repeat(40)}!`, ...ID },
        'schemas/m.json': { ...MODERN, properties: { title: { pattern: '^(a+)+$' } } },
      },
    );
    expect(await findingsIn(cwd)).toEqual([
      REFUSED,
      "schemas/a.json 1:1-1:2 error schema-is-valid '' not checked against the meta-schema schemas/m.json, because that takes longer than 1000 ms: simplify the meta-schema, or raise `limits.validation_time`",
    ]);
  });
});
