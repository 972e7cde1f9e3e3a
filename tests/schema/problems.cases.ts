import { describe, expect, test } from '@jest/globals';

import type { SchemaProblem } from '../../src/model/schemas/schema-problem';
import { schemaSetOf } from './schema-files-of';

const MAIN = { file: 'main.json', pointer: '' };

function problemsOf(
  schema: unknown,
  others: Readonly<Record<string, unknown>> = {},
): readonly SchemaProblem[] {
  return schemaSetOf({ 'main.json': schema, ...others }).problems(MAIN);
}

function at(
  pointer: string,
  token: 'value' | 'key' | 'opening' = 'value',
  file = 'main.json',
): SchemaProblem['place'] {
  return { file: `schemas/${file}`, pointer, token };
}

/** A schema with one mistake, the problem that is reported, and whether documents can still be validated against it. */
type Row = readonly [
  title: string,
  schema: unknown,
  problem: SchemaProblem,
  verdict: 'unusable-schema' | 'checked',
];

const REFERENCES: readonly Row[] = [
  [
    'a dangling pointer, with the nearest one that exists',
    { type: 'object', properties: { a: { $ref: '#/$defs/lnk' } }, $defs: { link: {} } },
    {
      kind: 'dangling-reference',
      reference: '#/$defs/lnk',
      nearest: '#/$defs/link',
      place: at('/properties/a/$ref'),
    },
    'unusable-schema',
  ],
  [
    'a dangling pointer without a similar one',
    { $ref: '#/$defs/x' },
    { kind: 'dangling-reference', reference: '#/$defs/x', place: at('/$ref') },
    'unusable-schema',
  ],
  [
    'a file that does not exist, with the nearest one',
    { $ref: 'part/defs.json#/a' },
    {
      kind: 'dangling-reference',
      reference: 'part/defs.json#/a',
      nearest: 'parts/defs.json#/a',
      place: at('/$ref'),
    },
    'unusable-schema',
  ],
  [
    'a dangling pointer into another file',
    { $ref: 'parts/defs.json#/$defs/sttus' },
    {
      kind: 'dangling-reference',
      reference: 'parts/defs.json#/$defs/sttus',
      nearest: 'parts/defs.json#/$defs/status',
      place: at('/$ref'),
    },
    'unusable-schema',
  ],
  [
    'an anchor that does not exist',
    { $ref: '#nam', $defs: { n: { $anchor: 'name' } } },
    { kind: 'dangling-reference', reference: '#nam', nearest: '#name', place: at('/$ref') },
    'unusable-schema',
  ],
  [
    'a URL',
    { items: { $ref: 'https://elsewhere.example/x.json' } },
    {
      kind: 'remote-reference',
      reference: 'https://elsewhere.example/x.json',
      root: 'schemas',
      place: at('/items/$ref'),
    },
    'unusable-schema',
  ],
  [
    'a URL without its scheme',
    { $ref: '//elsewhere.example/x.json' },
    {
      kind: 'remote-reference',
      reference: '//elsewhere.example/x.json',
      root: 'schemas',
      place: at('/$ref'),
    },
    'unusable-schema',
  ],
  [
    'a file URL',
    { $ref: 'file:///etc/passwd' },
    { kind: 'remote-reference', reference: 'file:///etc/passwd', root: 'schemas', place: at('/$ref') },
    'unusable-schema',
  ],
  [
    'a path out of the root',
    { $ref: '../secret.json' },
    { kind: 'remote-reference', reference: '../secret.json', root: 'schemas', place: at('/$ref') },
    'unusable-schema',
  ],
  [
    'an escaped path out of the root',
    { $ref: '%2e%2e/secret.json' },
    { kind: 'remote-reference', reference: '%2e%2e/secret.json', root: 'schemas', place: at('/$ref') },
    'unusable-schema',
  ],
  [
    'a reference to its own schema',
    { $ref: '#' },
    { kind: 'circular-reference', reference: '#', keys: ['schema:0'], place: at('/$ref') },
    'unusable-schema',
  ],
  [
    'a circle of references',
    { $ref: '#/$defs/a', $defs: { a: { allOf: [{ $ref: '#/$defs/b' }] }, b: { $ref: '#/$defs/a' } } },
    {
      kind: 'circular-reference',
      reference: '#/$defs/b',
      keys: ['schema:2', 'schema:1'],
      place: at('/$defs/a/allOf/0/$ref'),
    },
    'unusable-schema',
  ],
];

const KEYWORDS: readonly Row[] = [
  [
    'a misspelled keyword',
    { type: 'object', requierd: ['a'] },
    {
      kind: 'unknown-keyword',
      keyword: 'requierd',
      dialect: '2020-12',
      knownTo: [],
      nearest: 'required',
      place: at('/requierd', 'key'),
    },
    'checked',
  ],
  [
    'an unknown keyword',
    { type: 'object', tsType: 'Date' },
    {
      kind: 'unknown-keyword',
      keyword: 'tsType',
      dialect: '2020-12',
      knownTo: [],
      place: at('/tsType', 'key'),
    },
    'checked',
  ],
  [
    'a keyword from an older dialect',
    { type: 'array', additionalItems: false },
    {
      kind: 'unknown-keyword',
      keyword: 'additionalItems',
      dialect: '2020-12',
      knownTo: ['draft-04', 'draft-06', 'draft-07', '2019-09'],
      place: at('/additionalItems', 'key'),
    },
    'checked',
  ],
  [
    'a keyword from a newer dialect',
    { $schema: 'http://json-schema.org/draft-07/schema#', type: 'array', prefixItems: [] },
    {
      kind: 'unknown-keyword',
      keyword: 'prefixItems',
      dialect: 'draft-07',
      knownTo: ['2020-12', 'openapi-3.1'],
      place: at('/prefixItems', 'key'),
    },
    'checked',
  ],
  [
    'a keyword of newer dialects that resembles one of this',
    { $schema: 'http://json-schema.org/draft-04/schema#', if: { type: 'string' } },
    {
      kind: 'unknown-keyword',
      keyword: 'if',
      dialect: 'draft-04',
      knownTo: ['draft-07', '2019-09', '2020-12', 'openapi-3.1'],
      place: at('/if', 'key'),
    },
    'checked',
  ],
  [
    'a keyword that has another name in this dialect',
    {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $ref: '#/$defs/a',
      $defs: { a: { type: 'string' }, description: 'not a schema' },
    },
    { kind: 'renamed-keyword', keyword: '$defs', dialect: 'draft-07', place: at('/$defs', 'key') },
    'checked',
  ],
  [
    'a keyword that a newer one has replaced',
    { type: 'object', dependencies: { a: ['b'] } },
    {
      kind: 'renamed-keyword',
      keyword: 'dependencies',
      dialect: '2020-12',
      place: at('/dependencies', 'key'),
    },
    'checked',
  ],
  [
    'a keyword with the name of a property of every JavaScript object',
    { type: 'object', constructor: 1 },
    {
      kind: 'unknown-keyword',
      keyword: 'constructor',
      dialect: '2020-12',
      knownTo: [],
      place: at('/constructor', 'key'),
    },
    'checked',
  ],
  [
    'a misspelled format',
    { format: 'datetime' },
    { kind: 'unknown-format', format: 'datetime', nearest: 'date-time', place: at('/format') },
    'checked',
  ],
  [
    'an unknown format',
    { type: 'string', format: 'mac-address' },
    { kind: 'unknown-format', format: 'mac-address', place: at('/format') },
    'checked',
  ],
  [
    'an invalid pattern',
    { pattern: 'v(\\d+' },
    {
      kind: 'malformed-pattern',
      pattern: 'v(\\d+',
      mistake: { reason: 'unterminated group', foreign: [], predatesUnicode: false },
      place: at('/pattern'),
    },
    'checked',
  ],
  [
    'a pattern with an escape that the u flag forbids',
    { pattern: '^\\-$' },
    {
      kind: 'needless-escapes',
      pattern: '^\\-$',
      escapes: ['\\-'],
      plain: '^-$',
      place: at('/pattern'),
    },
    'checked',
  ],
  [
    'a pattern of Python',
    { type: 'string', pattern: '\\A[a-z]+\\Z' },
    {
      kind: 'malformed-pattern',
      pattern: '\\A[a-z]+\\Z',
      mistake: { reason: 'invalid escape', foreign: ['\\A', '\\Z'], ecma: '^[a-z]+$', predatesUnicode: true },
      place: at('/pattern'),
    },
    'checked',
  ],
  [
    'an invalid pattern of properties',
    { patternProperties: { '[': {} } },
    {
      kind: 'malformed-pattern',
      pattern: '[',
      mistake: { reason: 'unterminated character class', foreign: [], predatesUnicode: false },
      place: at('/patternProperties/[', 'key'),
    },
    'checked',
  ],
];

const WHOLE: readonly Row[] = [
  ['true', true, { kind: 'accepts-everything', place: at('', 'opening') }, 'checked'],
  [
    'no assertions',
    { title: 'Anything', description: '…' },
    { kind: 'accepts-everything', place: at('', 'opening') },
    'checked',
  ],
  [
    'properties that accept everything',
    { properties: { a: {}, b: { items: {} } }, additionalProperties: true },
    { kind: 'accepts-everything', place: at('', 'opening') },
    'checked',
  ],
  [
    'a reference to a schema that accepts everything',
    { $ref: 'parts/defs.json#/$defs/any' },
    { kind: 'accepts-everything', place: at('', 'opening') },
    'checked',
  ],
  [
    'an alternative that accepts everything',
    { anyOf: [{ type: 'string' }, {}] },
    { kind: 'accepts-everything', place: at('', 'opening') },
    'checked',
  ],
  [
    'an unknown dialect',
    { $schema: 'https://example.com/my-dialect', type: 'object' },
    {
      kind: 'unknown-dialect',
      dialect: 'https://example.com/my-dialect',
      root: 'schemas',
      place: at('/$schema'),
    },
    'unusable-schema',
  ],
  [
    'an unknown dialect in another file',
    { $ref: 'old.json#/x' },
    {
      kind: 'unknown-dialect',
      dialect: 'http://json-schema.org/draft-03/schema#',
      root: 'schemas',
      place: at('/$schema', 'value', 'old.json'),
    },
    'unusable-schema',
  ],
];

const OTHERS = {
  'parts/defs.json': { $defs: { status: { type: 'string' }, any: { description: 'what you like' } } },
  'old.json': { $schema: 'http://json-schema.org/draft-03/schema#', x: { type: 'any' } },
};

test.each([...REFERENCES, ...KEYWORDS, ...WHOLE])('%s', (_, schema, problem, verdict) => {
  const set = schemaSetOf({ 'main.json': schema, ...OTHERS });
  expect(set.problems(MAIN)).toEqual([problem]);
  expect(set.verdict(null, MAIN).kind).toBe(verdict);
});

describe('problems', () => {
  test('come from the schema and everything it refers to, each once', () => {
    const part = { $defs: { a: { typ: 'string' }, unused: { frmat: 'date' } } };
    expect(
      problemsOf(
        {
          type: 'array',
          prefixItems: [
            { $ref: 'part.json#/$defs/a' },
            { $ref: 'part.json#/$defs/a' },
            { $ref: '#/$defs/b' },
          ],
          $defs: { b: { itms: {} }, unused: { patern: '' } },
        },
        { 'part.json': part },
      ).map(({ place }) => ('token' in place ? place.pointer : '')),
    ).toEqual(['/$defs/b/itms', '/$defs/unused/patern', '/$defs/a/typ']);
  });

  test('do not come from values, nor from keywords that begin with x-', () => {
    const anything = { typ: 'x', $ref: 'nowhere.json' };
    expect(
      problemsOf({
        type: 'object',
        enum: [anything],
        default: anything,
        examples: [anything],
        'x-own': anything,
        properties: { const: { const: anything }, typ: { type: 'string' } },
      }),
    ).toEqual([]);
  });

  test.each<readonly [string, object]>([
    ['a closed object', { additionalProperties: false }],
    ['a condition', JSON.parse('{ "if": {}, "then": { "required": ["a"] } }')],
    ['a reference to itself inside', { properties: { a: { $ref: '#' } }, required: ['a'] }],
    ['a schema that nothing satisfies', { not: {} }],
    ['a property that requires another', { dependentRequired: { a: ['b'] } }],
    ['a required item', { contains: {} }],
  ])('do not include a schema that rejects something: %s', (_, schema) => {
    expect(problemsOf(schema)).toEqual([]);
  });

  test('of a schema that does not exist are reported where it is named', () => {
    const set = schemaSetOf({
      'versions/index.json': { $defs: { entry: { $anchor: 'one', type: 'object' } } },
    });
    const from = { file: 'contracts.yaml', pointer: '/contracts/a/schema', token: 'value' } as const;
    const missing = {
      kind: 'missing',
      schema: 'versions/indx.json',
      root: 'schemas',
      nearest: 'versions/index.json',
    };
    const ref = { file: 'versions/indx.json', pointer: '' };
    expect(set.problems(ref, from)).toEqual([{ ...missing, place: from }]);
    expect(set.problems(ref)).toEqual([{ ...missing, place: { file: 'schemas/versions/indx.json' } }]);
    const dangling = { kind: 'dangling-reference', nearest: 'versions/index.json#/$defs/entry', place: from };
    for (const pointer of ['/$defs/entri', 'one'])
      expect(set.problems({ file: 'versions/index.json', pointer }, from)).toEqual([
        { ...dangling, reference: `versions/index.json#${pointer}` },
      ]);
    expect(set.verdict({}, ref)).toEqual({ kind: 'unusable-schema' });
  });
});
