import { describe, expect, test } from '@jest/globals';

import { reachableNodes } from '../../../src/schema/link/schema-node';
import { schemaSetOf, violationsIn } from '../schema-files-of';

const DRAFT_04 = 'http://json-schema.org/draft-04/schema#';
const DRAFT_07 = 'http://json-schema.org/draft-07/schema#';
const DRAFT_2019 = 'https://json-schema.org/draft/2019-09/schema';
const DRAFT_2020 = 'https://json-schema.org/draft/2020-12/schema';
const META = 'https://api.example.com/meta.json';

const MAIN = { file: 'main.json', pointer: '' };

/** The `$vocabulary` of these vocabularies of a dialect. */
function vocabulary(dialect: string, ...names: readonly string[]): Readonly<Record<string, boolean>> {
  return Object.fromEntries(
    names.map((name) => [`https://json-schema.org/draft/${dialect}/vocab/${name}`, true]),
  );
}

function keywords(value: unknown, files: Readonly<Record<string, unknown>>): readonly string[] {
  return violationsIn(value, files).map(({ keyword }) => keyword);
}

describe('a meta-schema below the schema root gives its dialect', () => {
  test.each<readonly [string, string, object, unknown, readonly string[]]>([
    ['draft-04', DRAFT_04, { minimum: 1, exclusiveMinimum: true }, 1, ['exclusiveMinimum']],
    ['draft-07', DRAFT_07, { items: [{ type: 'string' }] }, [1], ['type']],
    ['2019-09', DRAFT_2019, { items: [true], unevaluatedItems: false }, [1, 2], ['unevaluatedItems']],
    ['2020-12', DRAFT_2020, { prefixItems: [{ type: 'string' }] }, [1], ['type']],
  ])('%s', (_title, base, schema, value, expected) => {
    const id = base === DRAFT_04 ? 'id' : '$id';
    const files = {
      'main.json': { $schema: META, ...schema },
      'any/name.json': { $schema: base, [id]: META },
    };
    expect(keywords(value, files)).toEqual(expected);
    expect(schemaSetOf(files).problems(MAIN)).toEqual([]);
  });

  test.each([
    ['by its id with a fragment', `${META}#`, { 'm.json': { $schema: DRAFT_04, id: `${META}#` } }],
    ['by a path next to the schema', './m.json', { 'm.json': { $schema: DRAFT_04 } }],
    ['by the place that mirrors its URL', META, { 'api.example.com/meta.json': { $schema: DRAFT_04 } }],
    [
      'as a part of another file',
      META,
      { 'm.json': { $defs: { meta: { $schema: 'http://json-schema.org/draft-06/schema#', $id: META } } } },
    ],
    [
      'that extends another one',
      META,
      {
        'm.json': { $schema: 'https://api.example.com/base', $id: META },
        'b.json': { $schema: DRAFT_04, id: 'https://api.example.com/base' },
      },
    ],
  ])('%s', (_title, $schema, others) => {
    const files = { 'main.json': { $schema, type: 'integer', if: false, else: false }, ...others };
    // Neither draft-04 nor draft-06 has `if`.
    expect(keywords(1, files)).toEqual([]);
    expect(keywords('x', files)).toEqual(['type']);
  });

  test('for the parts of a file that name it, and for references', () => {
    const files = {
      'main.json': {
        properties: {
          old: { $ref: 'old.json' },
          own: { $id: 'https://x.example/', $schema: META, items: [{ type: 'string' }] },
        },
      },
      'old.json': { $schema: META, items: [{ type: 'string' }] },
      'm.json': { $schema: DRAFT_07, $id: META },
    };
    expect(keywords({ old: [1], own: [1] }, files)).toEqual(['type', 'type']);
  });

  test('of an OpenAPI document, by jsonSchemaDialect', () => {
    const files = {
      'api.json': {
        openapi: '3.1.0',
        info: {},
        jsonSchemaDialect: META,
        components: { schemas: { Pet: { items: [{ type: 'string' }] } } },
      },
      'm.json': { $schema: DRAFT_07, $id: META },
    };
    const set = schemaSetOf(files);
    const ref = { file: 'api.json', pointer: '/components/schemas/Pet' };
    expect(set.problems(ref)).toEqual([]);
    expect(set.verdict([1], ref)).toMatchObject({ violations: [{ keyword: 'type' }] });
  });

  test('and is reached by the schema, but never applied to values', () => {
    const files = {
      'main.json': { $schema: META, type: 'integer' },
      'm.json': { $schema: DRAFT_2020, $id: META, type: 'object' },
    };
    const set = schemaSetOf(files);
    const [main] = set.reach([MAIN]);
    expect(main && reachableNodes(main, 'all').map(({ file }) => file.file)).toEqual(['main.json', 'm.json']);
    expect(main && reachableNodes(main, 'asserted')).toEqual([main]);
    expect(keywords(1, files)).toEqual([]);
  });
});

describe('vocabularies', () => {
  const SCHEMA = {
    $schema: META,
    type: 'object',
    properties: { a: { minimum: 10, format: 'ipv4' }, b: false },
    unevaluatedProperties: false,
  };

  test.each<readonly [string, readonly string[], readonly string[]]>([
    [
      'all',
      ['core', 'applicator', 'unevaluated', 'validation', 'format-annotation'],
      ['false schema', 'format', 'unevaluatedProperties'],
    ],
    ['no validation', ['core', 'applicator', 'unevaluated'], ['false schema', 'unevaluatedProperties']],
    ['no unevaluated', ['core', 'applicator', 'validation', 'format-assertion'], ['false schema', 'format']],
    [
      'no applicator',
      ['core', 'validation', 'unevaluated'],
      ['unevaluatedProperties', 'unevaluatedProperties', 'unevaluatedProperties'],
    ],
    ['core only', ['core'], []],
  ])('2020-12: %s', (_title, names, expected) => {
    const meta = { $schema: DRAFT_2020, $id: META, $vocabulary: vocabulary('2020-12', ...names) };
    const value = { a: 'x', b: 1, c: 1 };
    expect(keywords(value, { 'main.json': SCHEMA, 'm.json': meta }).toSorted()).toEqual(expected);
  });

  test('2019-09: unevaluatedProperties is an applicator, and format has its own', () => {
    const names = ['core', 'applicator', 'validation', 'format'];
    const meta = { $schema: DRAFT_2019, $id: META, $vocabulary: vocabulary('2019-09', ...names) };
    const files = { 'main.json': SCHEMA, 'm.json': meta };
    expect(keywords({ a: 'x', b: 1, c: 1 }, files).toSorted()).toEqual([
      'false schema',
      'format',
      'unevaluatedProperties',
    ]);
  });

  test('a vocabulary that is not required is on too, and an optional one may be unknown', () => {
    const $vocabulary = {
      'https://json-schema.org/draft/2020-12/vocab/validation': false,
      'https://api.example.com/units': false,
    };
    const files = {
      'main.json': { $schema: META, minimum: 10 },
      'm.json': { $schema: DRAFT_2020, $id: META, $vocabulary },
    };
    expect(keywords(1, files)).toEqual(['minimum']);
  });

  test('a meta-schema may refer to each vocabulary of 2020-12', () => {
    const names = [
      'core',
      'applicator',
      'unevaluated',
      'validation',
      'meta-data',
      'format-assertion',
      'content',
    ];
    const allOf = names.map((name) => ({ $ref: `https://json-schema.org/draft/2020-12/meta/${name}` }));
    const meta = { $schema: DRAFT_2020, $id: META, $vocabulary: vocabulary('2020-12', ...names), allOf };
    const files = { 'main.json': { $schema: META, format: 'ipv4' }, 'm.json': meta };
    expect(schemaSetOf(files).problems(MAIN)).toEqual([]);
    expect(keywords('x', files)).toEqual(['format']);
  });

  test('draft-07 has no vocabularies', () => {
    const files = {
      'main.json': { $schema: META, minimum: 10 },
      'm.json': { $schema: DRAFT_07, $id: META, $vocabulary: {} },
    };
    expect(keywords(1, files)).toEqual(['minimum']);
  });

  test('the vocabulary of OpenAPI adds its keywords', () => {
    const $vocabulary = {
      ...vocabulary('2020-12', 'core', 'validation'),
      'https://spec.openapis.org/oas/3.1/vocab/base': false,
    };
    const files = {
      'main.json': { $schema: META, type: 'string', xml: {}, discriminator: { propertyName: 'kind' } },
      'm.json': { $schema: DRAFT_2020, $id: META, $vocabulary },
    };
    expect(schemaSetOf(files).problems(MAIN)).toEqual([]);
  });

  test('each keyword that is off is reported; annotations and definitions are not', () => {
    const $vocabulary = vocabulary('2020-12', 'core', 'applicator');
    const schema = {
      $schema: META,
      title: 'A',
      $defs: {},
      properties: { a: { minimum: 1, 'x-y': 1 } },
      not: { required: ['b'] },
    };
    const set = schemaSetOf({
      'main.json': schema,
      'm.json': { $schema: DRAFT_2020, $id: META, $vocabulary },
    });
    expect(set.problems(MAIN)).toMatchObject([
      {
        kind: 'unknown-keyword',
        keyword: 'minimum',
        turnedOff: { vocabulary: 'validation', metaSchema: 'schemas/m.json' },
        place: { pointer: '/properties/a/minimum' },
      },
      {
        kind: 'unknown-keyword',
        keyword: 'required',
        turnedOff: { vocabulary: 'validation', metaSchema: 'schemas/m.json' },
        place: { pointer: '/not/required' },
      },
    ]);
  });
});

describe('the dialect is unknown', () => {
  const place = { file: 'schemas/main.json', pointer: '/$schema', token: 'value' };

  test.each<readonly [string, Readonly<Record<string, unknown>>, object]>([
    ['without a meta-schema', {}, {}],
    ['where the meta-schema names no dialect', { 'm.json': { $id: META } }, { metaSchema: 'schemas/m.json' }],
    [
      'where the meta-schema names an unknown one',
      { 'm.json': { $id: META, $schema: 'https://api.example.com/other' } },
      { metaSchema: 'schemas/m.json' },
    ],
    [
      'where the meta-schema describes itself',
      { 'm.json': { $id: META, $schema: META } },
      { metaSchema: 'schemas/m.json' },
    ],
    [
      'where a required vocabulary is unknown',
      {
        'm.json': { $id: META, $schema: DRAFT_2020, $vocabulary: { 'https://api.example.com/units': true } },
      },
      { metaSchema: 'schemas/m.json', vocabulary: 'https://api.example.com/units' },
    ],
    [
      'where only the end of the URI is the same',
      { 'm.json': { $id: `https://other.example.com/meta.json`, $schema: DRAFT_2020 } },
      {},
    ],
  ])('%s', (_title, others, more) => {
    const set = schemaSetOf({ 'main.json': { $schema: META, type: 'integer' }, ...others });
    expect(set.problems(MAIN)).toEqual([
      { kind: 'unknown-dialect', dialect: META, root: 'schemas', ...more, place },
    ]);
    expect(set.verdict('x', MAIN)).toEqual({ kind: 'unusable-schema' });
  });
});
