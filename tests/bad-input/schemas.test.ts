import { describe, expect, test } from '@jest/globals';

import { checkFiles, MANIFEST, type Entry } from './check-files';

const FILE = 'schemas/show.json';

function object(properties: string, rest = ''): string {
  return `{ "type": "object", "properties": { ${properties} }${rest} }`;
}

/** A schema, and all its findings, without the file name. */
const WRONG: readonly (readonly [name: string, schema: Entry, ...said: string[]])[] = [
  ['not JSON', '{ "type": }', ':1:11 schema-readable expected a value after the colon, got `}`'],
  ['an empty file', '', ':1:1 schema-readable the file is empty: expected a JSON value'],
  [
    'a duplicate property',
    '{ "type": "object", "type": "array" }',
    ':1:21 schema-readable the property "type" appears twice in this object, and parsers disagree on which one counts: remove one',
  ],
  [
    'deep nesting',
    '{"not":'.repeat(100_000),
    ':1:3585 schema-readable nests deeper than 512 levels: flatten it',
  ],
  [
    'a folder',
    { folder: true },
    ':1:1 schema-readable cannot be read: it is a folder, not a file; rename it, or put the file in its place',
  ],
  [
    'a link to itself',
    { link: 'show.json' },
    ':1:1 schema-readable cannot be read: its symbolic links form a loop; remove the loop',
  ],
  [
    'not a schema',
    '{ "type": "objekt", "required": "id" }',
    ':1:11 schema-is-valid expected one of "array", "boolean", "integer", "null", "number", "object", "string" as "type", got "objekt": did you mean "object"?',
    ':1:33 schema-is-valid expected an array of property names as "required", got "id": write ["id"]',
  ],
  ['an array', '[]', ':1:1 schema-is-valid expected a schema, got an empty array'],
  [
    'dangling references',
    object('"a": { "$ref": "#/$defs/a" }, "b": { "$ref": "nowhere.json" }'),
    ':1:52 schema-references-resolve the reference "#/$defs/a" leads nowhere: add that schema, or fix the reference',
    ':1:82 schema-references-resolve the reference "nowhere.json" leads nowhere: add that schema, or fix the reference',
  ],
  [
    'references that leave the folder',
    object('"a": { "$ref": "https://example.com/a.json" }, "b": { "$ref": "../contracts.yaml" }'),
    ':1:52 schema-references-resolve the reference "https://example.com/a.json" leads out of schemas, and schemas are not downloaded: copy it to schemas/example.com/a.json, or map it to a copy with `references:`',
    ':1:99 schema-references-resolve the reference "../contracts.yaml" leads out of schemas: add the folder of that schema to `schemas:`, or copy the schema there',
  ],
  [
    'a reference that leads directly to itself',
    '{ "$ref": "#" }',
    ':1:11 schema-references-resolve the reference "#" leads back to its own schema for the same value, so validation would never end: break the cycle',
  ],
  [
    'an unknown keyword',
    '{ "type": "object", "requierd": ["id"] }',
    ':1:21 schema-keywords-known "requierd" is not a keyword of 2020-12, so it is ignored: did you mean "required"?',
  ],
  [
    'an unknown format',
    object('"id": { "type": "string", "format": "uid" }'),
    ':1:73 schema-formats-known unknown format "uid", so it is ignored: did you mean "uuid"?',
  ],
  [
    'a pattern that is not a regular expression',
    object('"id": { "type": "string", "pattern": "([" }'),
    ':1:74 schema-patterns-compile ([ is not a regular expression: unterminated character class',
  ],
  [
    'an unknown dialect',
    '{ "$schema": "http://json-schema.org/draft-03/schema#", "type": "object" }',
    ':1:14 schema-dialect-known unknown dialect "http://json-schema.org/draft-03/schema#": use 2020-12, 2019-09, draft-07, draft-06 or draft-04, such as "https://json-schema.org/draft/2020-12/schema"',
  ],
];

test.each(WRONG)('a bad schema is reported at its token: %s', async (_name, schema, ...said) => {
  const outcome = await checkFiles({ [FILE]: schema });
  expect(outcome).toEqual({ code: 1, said: said.map((text) => FILE + text), err: '' });
});

test.each([
  ['does not exist', {}, 'schema: show.json', 'schema: shwo.json', 'did you mean "show.json"?'],
  ['is a dangling link', { [FILE]: { link: 'nowhere.json' } }, '', '', 'create it, or fix the path'],
] as const)('a schema that %s is reported in the manifest', async (_name, entries, from, to, hint) => {
  const { code, said } = await checkFiles({ ...entries, 'contracts.yaml': MANIFEST.replace(from, to) });
  const name = to === '' ? 'show.json' : 'shwo.json';
  expect({ code, said }).toEqual({
    code: 1,
    said: [`contracts.yaml:3:13 schema-readable there is no schema "${name}" in schemas: ${hint}`],
  });
});

test('a recursive schema is allowed, and applied as deep as a sample may nest', async () => {
  const outcome = await checkFiles({
    [FILE]: '{ "type": ["object", "string"], "additionalProperties": { "$ref": "#" } }',
    'api_samples/flavor.json': `${'{"a":'.repeat(511)}7${'}'.repeat(511)}\n`,
  });
  expect(outcome).toMatchObject({
    code: 1,
    said: [
      expect.stringMatching(
        /^api_samples\/flavor\.json:1:2556 sample-matches-schema expected an object or a string, got 7: /,
      ),
    ],
  });
});

test('a YAML schema that nests too deeply is one finding', async () => {
  const outcome = await checkFiles({
    'contracts.yaml': MANIFEST.replace('show.json', 'show.yaml'),
    'schemas/show.yaml': '{not: '.repeat(15_000),
  });
  expect(outcome).toMatchObject({
    code: 1,
    said: [
      expect.stringMatching(
        /^schemas\/show\.yaml:1:\d+ schema-readable nests too deep to be read: flatten it$/,
      ),
    ],
  });
});

test.each([
  ['directly', (next: string) => `{ "$ref": "${next}" }`],
  ['in properties', (next: string) => `{ "properties": { "a": { "$ref": "${next}" } } }`],
])('references that lead too deep %s are one finding', async (_, schemaTo) => {
  const steps = Array.from(
    { length: 5000 },
    (_step, step) => `"s${step}": ${schemaTo(`#/$defs/s${step + 1}`)}`,
  );
  const outcome = await checkFiles({
    [FILE]: `{ "$ref": "#/$defs/s0", "$defs": { ${steps.join(', ')}, "s5000": { "type": "object" } } }`,
  });
  expect(outcome).toMatchObject({
    code: 1,
    said: [expect.stringMatching(/:1:\d+ schema-is-valid the schema nests too deep to be used: flatten it$/)],
  });
});

test.each([
  ['show.json', '{ "type": "object", "required": ["name"] }'],
  ['show.yaml', 'type: object\nrequired: [name]\n'],
])('a byte order mark in %s is reported, and the schema is used all the same', async (name, schema) => {
  const outcome = await checkFiles({
    'contracts.yaml': MANIFEST.replace('show.json', name),
    [FILE]: undefined,
    [`schemas/${name}`]: `\uFEFF${schema}`,
  });
  expect(outcome.said).toEqual([
    'api_samples/flavor.json:1:1 sample-matches-schema required property "name" is missing',
    `schemas/${name}:1:1 schema-readable starts with a byte order mark, which many parsers reject: save it without one`,
  ]);
});

describe('a check that would never end', () => {
  const TIMED_OUT =
    'schemas/show.json:1:1 sample-judged 1 sample not checked: validation took longer than 500 ms: simplify the patterns of this schema (nested repeats such as (a+)+ take exponential time), or raise `limits.validation_time`';

  test.each([
    ['a catastrophic pattern', object('"id": { "type": "string", "pattern": "^(a+)+$" }')],
    ['a catastrophic property pattern', '{ "type": "object", "patternProperties": { "^(a+)+$": false } }'],
    ['references that double at each step', doubling(40)],
  ])('stops at the time limit: %s', async (_name, schema) => {
    const outcome = await checkFiles({
      'contracts.yaml': `${MANIFEST}limits: { validation_time: 500 }\n`,
      [FILE]: schema,
      'api_samples/flavor.json': `{ "id": "${'a'.repeat(50)}!", "${'a'.repeat(50)}!": 1 }\n`,
    });
    expect(outcome).toEqual({ code: 1, said: [TIMED_OUT], err: '' });
  });
});

function doubling(steps: number): string {
  const definitions = Array.from(
    { length: steps },
    (_, step) =>
      `"s${step}": { "allOf": [{ "$ref": "#/$defs/s${step + 1}" }, { "$ref": "#/$defs/s${step + 1}" }] }`,
  );
  return `{ "$ref": "#/$defs/s0", "$defs": { ${definitions.join(', ')}, "s${steps}": { "type": "object" } } }`;
}

test('values that only YAML has are each reported in a schema', async () => {
  const outcome = await checkFiles({
    'contracts.yaml': MANIFEST.replace('show.json', 'show.yaml'),
    'schemas/show.yaml':
      'type: object\nminProperties: !!float 1\nproperties:\n  id: { const: .nan, default: !ref x }\n',
  });
  expect(outcome).toEqual({
    code: 1,
    said: [
      'schemas/show.json:1:1 schema-used no contract uses this schema, directly or through references: use it in a contract, or delete it',
      'schemas/show.yaml:4:16 schema-readable `.nan` is not a JSON value: use a number, put it in quotes, or omit it',
      'schemas/show.yaml:4:31 schema-readable the tag `!ref` is not JSON: remove it',
    ],
    err: '',
  });
});
