import { describe, expect, test } from '@jest/globals';

import type { SchemaProblem } from '../../src/model/schemas/schema-problem';
import { schemaSetOf } from './schema-files-of';

const MAIN = { file: 'main.json', pointer: '' };

const DRAFT_04 = { $schema: 'http://json-schema.org/draft-04/schema#' };
const DRAFT_06 = { $schema: 'http://json-schema.org/draft-06/schema#' };
const DRAFT_07 = { $schema: 'http://json-schema.org/draft-07/schema#' };
const DRAFT_2019_09 = { $schema: 'https://json-schema.org/draft/2019-09/schema' };

type Invalid = Extract<SchemaProblem, { kind: 'invalid-keyword' }>;

/** What the dialect expects, the pointer and the token of the wrong value, and the value. */
type Row = readonly [expected: Invalid['expected'], pointer: string, token: string, actual: unknown];

function invalidIn(schema: unknown, others: Readonly<Record<string, unknown>> = {}): readonly Invalid[] {
  return schemaSetOf({ 'main.json': schema, ...others })
    .problems(MAIN)
    .filter((problem) => problem.kind === 'invalid-keyword');
}

function byKeyword(a: { readonly keyword?: string }, b: { readonly keyword?: string }): number {
  return String(a.keyword).localeCompare(String(b.keyword));
}

function rowOf({ expected, place, actual }: Invalid): Row {
  return [expected, 'token' in place ? place.pointer : '', 'token' in place ? place.token : '', actual];
}

describe('a keyword that has lost its meaning makes the schema unusable:', () => {
  test.each<readonly [title: string, schema: unknown, expected: readonly Row[]]>([
    ['a type that does not exist', { type: 'strin' }, [['type', '/type', 'value', 'strin']]],
    ['one of several types', { type: ['string', 'strin'] }, [['type', '/type/1', 'value', 'strin']]],
    ['no type at all', { type: [] }, [['items', '/type', 'opening', []]]],
    [
      'a number in quotes',
      { properties: { a: { minLength: '3' } } },
      [['count', '/properties/a/minLength', 'value', '3']],
    ],
    ['a negative length', { maxItems: -1 }, [['count', '/maxItems', 'value', -1]]],
    ['a fraction of a character', { maxLength: 1.5 }, [['count', '/maxLength', 'value', 1.5]]],
    ['a multiple of 0', { multipleOf: 0 }, [['positive-number', '/multipleOf', 'value', 0]]],
    [
      '`required` as in draft-03',
      { properties: { a: { required: true } } },
      [['names', '/properties/a/required', 'value', true]],
    ],
    ['one required name', { required: 'a' }, [['names', '/required', 'value', 'a']]],
    ['a number in `required`', { required: ['a', 1] }, [['name', '/required/1', 'value', 1]]],
    [
      'a string in place of a schema',
      { properties: { a: 'string' } },
      [['schema', '/properties/a', 'value', 'string']],
    ],
    ['an array of properties', { properties: [] }, [['schema-map', '/properties', 'value', []]]],
    ['one schema where a list is expected', { allOf: {} }, [['schemas', '/allOf', 'value', {}]]],
    ['no alternatives', { anyOf: [] }, [['items', '/anyOf', 'opening', []]]],
    [
      '`items` as an array, which 2020-12 does not allow',
      { items: [{}] },
      [['schema', '/items', 'value', [{}]]],
    ],
    ['`enum` with a single value', { enum: 'a' }, [['values', '/enum', 'value', 'a']]],
    ['a limit as in draft-04', { exclusiveMinimum: true }, [['number', '/exclusiveMinimum', 'value', true]]],
    ['a reference that is not a string', { $ref: {} }, [['string', '/$ref', 'value', {}]]],
    [
      'names that are not in an array',
      { dependentRequired: { a: 'b' } },
      [['names', '/dependentRequired/a', 'value', 'b']],
    ],
    ['an array', [], [['schema', '', 'value', []]]],
    ['null', null, [['schema', '', 'value', null]]],
    [
      'two mistakes in two places',
      { minimum: '1', maximum: '2' },
      [
        ['number', '/minimum', 'value', '1'],
        ['number', '/maximum', 'value', '2'],
      ],
    ],
    [
      'a limit as in draft-06, in draft-04',
      { ...DRAFT_04, exclusiveMaximum: 3 },
      [['boolean', '/exclusiveMaximum', 'value', 3]],
    ],
    [
      'neither names nor a schema, in draft-07',
      { ...DRAFT_07, dependencies: { a: 'b' } },
      [['schema-or-names', '/dependencies/a', 'value', 'b']],
    ],
    [
      'in the schema that a reference leads to, outside of all keywords',
      { $ref: '#/components/a', components: { a: { type: 'strin' }, b: { type: 'not looked at' } } },
      [['type', '/components/a/type', 'value', 'strin']],
    ],
    [
      'in a definition that is used',
      { $ref: '#/$defs/a', $defs: { a: { minimum: 'x' } } },
      [['number', '/$defs/a/minimum', 'value', 'x']],
    ],
    [
      'in a resource with a dialect of its own',
      { items: { id: 'http://x.example/a', ...DRAFT_04, minimum: 1, exclusiveMinimum: 2 } },
      [['boolean', '/items/exclusiveMinimum', 'value', 2]],
    ],
  ])('%s', (_, schema, expected) => {
    expect(invalidIn(schema).map(rowOf)).toEqual(expected);
    expect(invalidIn(schema).every(({ isFatal }) => isFatal)).toBe(true);
    expect(schemaSetOf({ 'main.json': schema }).verdict({}, MAIN)).toEqual({ kind: 'unusable-schema' });
  });
});

describe('documents are still validated with', () => {
  test.each<readonly [title: string, schema: object, expected: Row]>([
    ['a title that is a number', { title: 5 }, ['string', '/title', 'value', 5]],
    ['a description that is null', { description: null }, ['string', '/description', 'value', null]],
    ['a comment that is an array', { $comment: ['a'] }, ['string', '/$comment', 'value', ['a']]],
    ['examples without an array', { examples: 5 }, ['values', '/examples', 'value', 5]],
    ['an annotation of the wrong type', { readOnly: 'x' }, ['boolean', '/readOnly', 'value', 'x']],
    ['a deprecation with a reason', { deprecated: 'use b' }, ['boolean', '/deprecated', 'value', 'use b']],
    ['an encoding that is not a string', { contentEncoding: 1 }, ['string', '/contentEncoding', 'value', 1]],
    ['a fragment in $id', { $id: '#a' }, ['uri-without-fragment', '/$id', 'value', '#a']],
    ['an anchor with a space', { $anchor: 'a b' }, ['anchor', '/$anchor', 'value', 'a b']],
    ['a type that is listed twice', { type: ['object', 'object'] }, ['unique', '/type/1', 'value', 'object']],
    ['a name that is listed twice', { required: ['a', 'b', 'a'] }, ['unique', '/required/2', 'value', 'a']],
    [
      'a dependent that is listed twice',
      { dependentRequired: { a: ['b', 'b'] } },
      ['unique', '/dependentRequired/a/1', 'value', 'b'],
    ],
    ['no parts', { allOf: [] }, ['items', '/allOf', 'opening', []]],
    ['equal values, in draft-04', { ...DRAFT_04, enum: [1, {}, {}] }, ['unique', '/enum/2', 'value', {}]],
    ['no values, in draft-04', { ...DRAFT_04, enum: [] }, ['items', '/enum', 'opening', []]],
    ['no values, in draft-06', { ...DRAFT_06, enum: [] }, ['items', '/enum', 'opening', []]],
    ['nothing required, in draft-04', { ...DRAFT_04, required: [] }, ['items', '/required', 'opening', []]],
    [
      'no dependencies, in draft-04',
      { ...DRAFT_04, dependencies: { a: [] } },
      ['items', '/dependencies/a', 'opening', []],
    ],
    ['no items, in draft-07', { ...DRAFT_07, items: [] }, ['items', '/items', 'opening', []]],
    [
      'a limit that nothing states, in draft-04',
      { ...DRAFT_04, exclusiveMinimum: true },
      ['minimum', '/exclusiveMinimum', 'value', true],
    ],
    [
      'a boolean as a property, in draft-04',
      { ...DRAFT_04, properties: { a: true } },
      ['schema', '/properties/a', 'value', true],
    ],
    [
      'a boolean in a list, in draft-04',
      { ...DRAFT_04, allOf: [{}, true] },
      ['schema', '/allOf/1', 'value', true],
    ],
    [
      'a boolean that a reference leads to, in draft-04',
      { ...DRAFT_04, $ref: '#/x', x: true },
      ['schema', '/x', 'value', true],
    ],
    [
      'an annotation next to a reference, in draft-07',
      { ...DRAFT_07, $ref: '#/definitions/a', definitions: { a: {} }, title: 1 },
      ['string', '/title', 'value', 1],
    ],
    [
      'a mistake in an unused definition',
      { $defs: { a: { type: 1 } } },
      ['type', '/$defs/a/type', 'value', 1],
    ],
    [
      'a mistake in a schema that only an unused definition refers to',
      { $defs: { a: { $ref: '#/x' } }, x: { minimum: '' } },
      ['number', '/x/minimum', 'value', ''],
    ],
    [
      'a description among the definitions',
      { $defs: { description: 'a' } },
      ['schema', '/$defs/description', 'value', 'a'],
    ],
    [
      'a wrong anchor of 2019-09',
      { ...DRAFT_2019_09, $recursiveAnchor: 'a' },
      ['boolean', '/$recursiveAnchor', 'value', 'a'],
    ],
  ])('%s', (_, schema, expected) => {
    const found = invalidIn(schema);
    expect(found.map(rowOf)).toEqual([expected]);
    expect(found.map(({ isFatal }) => isFatal)).toEqual([false]);
    expect(schemaSetOf({ 'main.json': schema }).verdict({}, MAIN).kind).toBe('checked');
  });

  test('each value that is listed again', () => {
    expect(invalidIn({ required: ['a', 'b', 'a', 'c', 'b', 'a'] }).map(rowOf)).toEqual([
      ['unique', '/required/2', 'value', 'a'],
      ['unique', '/required/4', 'value', 'b'],
      ['unique', '/required/5', 'value', 'a'],
    ]);
  });

  test('the same definition, used by one contract and not by another: it is fatal for the one that uses it', () => {
    const part = { $defs: { a: { minimum: 'x' } } };
    expect(invalidIn({ $ref: 'part.json#/$defs/a' }, { 'part.json': part })).toMatchObject([
      { isFatal: true },
    ]);
    expect(invalidIn({ $ref: 'part.json' }, { 'part.json': part })).toMatchObject([{ isFatal: false }]);
  });
});

describe('what is wrong keeps its meaning:', () => {
  test.each<readonly [title: string, schema: object, value: unknown, violations: readonly object[]]>([
    [
      'a type that is listed twice',
      { type: ['string', 'string'] },
      1,
      [{ keyword: 'type', keywordLocation: 'main.json#/type' }],
    ],
    [
      'a required name that is listed twice',
      { required: ['a', 'a'] },
      {},
      [{ keyword: 'required', property: 'a' }],
    ],
    [
      'a boolean in draft-04',
      { ...DRAFT_04, properties: { a: false } },
      { a: 1 },
      [{ keyword: 'false schema' }],
    ],
    ['equal values in draft-04', { ...DRAFT_04, enum: [1, 1] }, 2, [{ keyword: 'enum' }]],
    ['an empty enum, which refuses every value', { enum: [] }, 1, [{ keyword: 'enum' }]],
    ['an empty enum in draft-06', { ...DRAFT_06, enum: [] }, 1, [{ keyword: 'enum' }]],
    [
      'keywords next to an empty enum',
      { properties: { a: { enum: [] } }, required: ['b'], maxProperties: 0 },
      { a: 1 },
      [{ keyword: 'maxProperties' }, { keyword: 'required' }, { keyword: 'enum' }],
    ],
    [
      'a positional array without positions',
      { ...DRAFT_07, items: [], additionalItems: { type: 'string' } },
      [1],
      [{ keyword: 'type', instanceLocation: '/0' }],
    ],
  ])('%s', (_, schema, value, violations) => {
    const verdict = schemaSetOf({ 'main.json': schema }).verdict(value, MAIN);
    const found = verdict.kind === 'checked' ? verdict.violations : [];
    expect(found.toSorted(byKeyword)).toMatchObject(violations.toSorted(byKeyword));
  });
});

describe('nothing is wrong with', () => {
  test.each<readonly [title: string, schema: object]>([
    [
      'values in const, enum, default, examples and unknown keywords',
      {
        const: { type: 'strin' },
        enum: [{ required: true }],
        default: { properties: [] },
        examples: [{ title: 5 }],
        whatever: { minimum: '1' },
        'x-own': { type: 1 },
      },
    ],
    [
      'properties with the names of keywords',
      { properties: { title: {}, type: {}, $ref: {}, required: {} } },
    ],
    ['an empty enum since draft-07', { ...DRAFT_07, enum: [] }],
    ['equal values since draft-07', { ...DRAFT_07, enum: [1, 1] }],
    ['nothing required since draft-06', { ...DRAFT_06, required: [], dependencies: { a: [] } }],
    [
      'a boolean for additional properties and items in draft-04',
      { ...DRAFT_04, additionalProperties: false, additionalItems: true },
    ],
    ['an annotation that draft-06 does not know', { ...DRAFT_06, readOnly: 'x', $comment: 1 }],
    ['examples that draft-04 does not know', { ...DRAFT_04, examples: 5 }],
    ['a fragment in $id before 2019-09', { ...DRAFT_07, $id: '#a' }],
    ['booleans in draft-06', { ...DRAFT_06, properties: { a: true }, not: false }],
    ['a whole number with a fraction of 0', JSON.parse('{ "minLength": 2.0 }')],
  ])('%s', (_, schema) => {
    expect(invalidIn(schema)).toEqual([]);
  });
});

test.each<readonly [string, object]>([
  ['a limit', { ...DRAFT_04, exclusiveMaximum: true }],
  ['the required properties', { ...DRAFT_04, required: [] }],
  ['the parts', { allOf: [] }],
])('a schema that accepts everything because it lacks %s has one problem', (_, schema) => {
  expect(schemaSetOf({ 'main.json': schema }).problems(MAIN)).toMatchObject([{ kind: 'invalid-keyword' }]);
});

test('an empty enum is reported where nothing else says so', () => {
  const problems = schemaSetOf({ 'main.json': { properties: { a: { enum: [] } } } }).problems(MAIN);
  expect(problems).toEqual([
    {
      kind: 'empty-enum',
      place: { file: 'schemas/main.json', pointer: '/properties/a/enum', token: 'opening' },
    },
  ]);
});
