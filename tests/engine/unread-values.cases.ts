import { describe, expect, test } from '@jest/globals';

import { check } from '../../src/engine/check';
import { usageFindings } from '../../src/reporters/pretty/format-usage-error';
import { UsageError } from '../../src/model/usage-error';
import { brief } from './brief';
import { tempProject } from './temp-project';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

async function findingsIn(files: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const { findings } = await check({ cwd: tempProject(files), cache: false });
  return findings.map(brief);
}

function project(schema: unknown, sample: string): Readonly<Record<string, unknown>> {
  return {
    'contracts.yaml': 'contracts: { a: { schema: a.json, samples: a.yaml } }\n',
    'schemas/a.json': { $schema: DIALECT, ...Object(schema) },
    'api_samples/a.yaml': sample,
  };
}

const NAN = '`.nan` is not a JSON value: use a number, put it in quotes, or omit it';

describe('a sample with values that are not JSON', () => {
  test('has one finding at each, and the rest is judged', async () => {
    const properties = {
      size: { type: 'number' },
      day: { type: 'string', format: 'date' },
      tags: { type: 'array', items: { type: 'string' } },
      name: { type: 'string' },
      id: { type: 'string' },
      list: {
        type: 'array',
        items: { type: 'object', properties: { x: { type: 'number' }, y: { type: 'number' } } },
      },
    };
    const schema = { type: 'object', properties, required: ['size', 'id'], additionalProperties: false };
    const sample =
      'size: .nan\nday: !!timestamp 2020-01-01\ntags: !!set { a }\nname: 5\nlist: [{ x: .nan, y: a }, { x: b, y: 1 }]\nmore: .nan\n';
    expect(await findingsIn(project(schema, sample))).toEqual([
      `api_samples/a.yaml 1:1-1:2 error sample-matches-schema '' required property "id" is missing`,
      `api_samples/a.yaml 1:7-1:11 error json-well-formed /size ${NAN}`,
      'api_samples/a.yaml 2:6-2:17 error json-well-formed /day the tag `!!timestamp` is not JSON: remove it, and the value is a string',
      'api_samples/a.yaml 3:7-3:12 error json-well-formed /tags the tag `!!set` is not JSON: write an array of its items',
      'api_samples/a.yaml 4:7-4:8 error sample-matches-schema /name expected a string, got 5: put it in quotes',
      `api_samples/a.yaml 5:13-5:17 error json-well-formed /list/0/x ${NAN}`,
      'api_samples/a.yaml 5:22-5:23 error sample-matches-schema /list/0/y expected a number, got "a"',
      'api_samples/a.yaml 5:32-5:33 error sample-matches-schema /list/1/x expected a number, got "b"',
      'api_samples/a.yaml 6:1-6:5 error sample-matches-schema /more unknown property "more": the schema allows only "size", "day", "tags", "name", "id", "list"',
      `api_samples/a.yaml 6:7-6:11 error json-well-formed /more ${NAN}`,
    ]);
  });

  test.each<[string, unknown, string]>([
    ['const', { const: { a: 1, b: 2 } }, '{ a: .nan, b: 2 }'],
    ['enum', { enum: [{ a: 1, b: 2 }] }, '{ a: .nan, b: 2 }'],
    ['uniqueItems', { uniqueItems: true }, '[.nan, .nan]'],
    ['not', { not: { properties: { a: { const: 1 } } } }, '{ a: .nan }'],
    [
      'oneOf',
      { oneOf: [{ properties: { a: { const: 1 } } }, { properties: { a: { const: 2 } } }] },
      '{ a: .nan }',
    ],
    ['anyOf', { anyOf: [{ properties: { a: { type: 'null' } } }, { required: ['b'] }] }, '{ a: .nan }'],
    ['then', JSON.parse('{"if":{"properties":{"a":{"const":1}}},"then":{"required":["b"]}}'), '{ a: .nan }'],
    ['else', { if: { properties: { a: { type: 'null' } } }, else: { required: ['b'] } }, '{ a: .nan }'],
    ['contains', { contains: { type: 'null' }, maxContains: 1 }, '[.nan, null]'],
    ['dependentSchemas', { dependentSchemas: { a: { properties: { a: { type: 'null' } } } } }, '{ a: .nan }'],
    ['$ref', { additionalProperties: { $ref: '#/properties/w' } }, '{ a: .nan }'],
    [
      'unevaluatedProperties',
      { properties: { a: true }, unevaluatedProperties: { type: 'null' } },
      '{ a: .nan, b: .nan }',
    ],
    ['unevaluatedItems', { prefixItems: [true], unevaluatedItems: { type: 'null' } }, '[1, .nan]'],
  ])('nothing that depends on such a value is refused by %s', async (_, schema, value) => {
    const wrong = { type: 'object', properties: { v: schema, w: { type: 'string' } } };
    const found = await findingsIn(project(wrong, `v: ${value}\nw: 1\n`));
    const others = found.filter((finding) => !finding.includes(' json-well-formed '));
    expect(others).toEqual([
      'api_samples/a.yaml 2:4-2:5 error sample-matches-schema /w expected a string, got 1: put it in quotes',
    ]);
  });

  test.each<[string, unknown, string, string]>([
    ['oneOf', { oneOf: [{ required: ['b'] }, { required: ['c'] }] }, '{ a: .nan }', 'none is present'],
    [
      'anyOf',
      { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
      '[.nan, 1]',
      'expected a string, got 1',
    ],
    ['contains', { contains: { type: 'null' }, minContains: 2 }, '[.nan, 1]', 'null'],
    [
      'unevaluatedProperties',
      { properties: { a: true }, unevaluatedProperties: { type: 'null' } },
      '{ a: .nan, b: 1 }',
      'expected null, got 1',
    ],
  ])('what is wrong whatever it means is refused by %s', async (_, schema, value, part) => {
    const found = await findingsIn(project({ type: 'object', properties: { v: schema } }, `v: ${value}\n`));
    const others = found.filter((finding) => !finding.includes(' json-well-formed '));
    expect(others).toEqual([expect.stringContaining(part)]);
  });

  test('laws say nothing about them, and judge the others', async () => {
    const found = await findingsIn({
      'contracts.yaml': 'contracts: { versions: { schema: versions.json, samples: versions.yaml } }\n',
      'schemas/versions.json': { $schema: DIALECT, type: 'object' },
      'api_samples/versions.yaml':
        'versions:\n  - { id: v2.0, status: .nan, version: "", min_version: !!binary aGk=, updated: 2020, links: [{ rel: self, href: http://x/v2/ }] }\n',
    });
    const atUnread = found.filter((finding) => / \/versions\/0\/(?:status|min_version) /.test(finding));
    expect(atUnread).toEqual([
      expect.stringContaining(' json-well-formed /versions/0/status '),
      expect.stringContaining(' json-well-formed /versions/0/min_version '),
    ]);
    expect(found).toContainEqual(expect.stringContaining(' updated-date-time /versions/0/updated '));
  });
});

test('a schema with such values asserts everything else', async () => {
  const schema = `$schema: ${DIALECT}
type: object
properties:
  a: { type: number, maximum: .inf }
  b: { type: string, pattern: !!binary aGk= }
  c: { oneOf: [{ type: string }, .nan] }
  d: { $ref: .inf }
  e: { type: number, enum: !!set { 1, 2 } }
required: [a, .nan]
`;
  const found = await findingsIn({
    'contracts.yaml': 'contracts: { a: { schema: a.yaml, samples: a.json } }\n',
    'schemas/a.yaml': schema,
    'api_samples/a.json': '{ "a": "x", "b": 1, "c": 5, "d": 5, "e": "1" }\n',
  });
  expect(found.filter((finding) => !finding.includes(' schema-readable '))).toEqual([
    'api_samples/a.json 1:8-1:11 error sample-matches-schema /a expected a number, got "x"',
    'api_samples/a.json 1:18-1:19 error sample-matches-schema /b expected a string, got 1: put it in quotes',
    'api_samples/a.json 1:42-1:45 error sample-matches-schema /e expected a number, got "1": remove the quotes',
  ]);
  expect(found.filter((finding) => finding.includes(' schema-readable '))).toEqual([
    'schemas/a.yaml 4:31-4:35 error schema-readable /properties/a/maximum `.inf` is not a JSON value: use a number, put it in quotes, or omit it',
    'schemas/a.yaml 5:31-5:39 error schema-readable /properties/b/pattern the tag `!!binary` is not JSON: remove it, and the Base64 text is a string',
    `schemas/a.yaml 6:34-6:38 error schema-readable /properties/c/oneOf/1 ${NAN}`,
    'schemas/a.yaml 7:14-7:18 error schema-readable /properties/d/$ref `.inf` is not a JSON value: use a number, put it in quotes, or omit it',
    'schemas/a.yaml 8:28-8:33 error schema-readable /properties/e/enum the tag `!!set` is not JSON: write an array of its items',
    `schemas/a.yaml 9:15-9:19 error schema-readable /required/1 ${NAN}`,
  ]);
});

test('the other mistakes of a manifest with such values are listed, too', async () => {
  const files = {
    'contracts.yaml':
      'contracts:\n  a: { schema: a.json, samples: a.json, laws: .nan, nope: 1 }\nlimits: { depth: !!int 1_0 }\n',
  };
  const error: unknown = await check({ cwd: tempProject(files), cache: false }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UsageError);
  const found = error instanceof UsageError ? usageFindings(error) : [];
  expect(found.map(brief)).toEqual([
    `contracts.yaml 2:47-2:51 error manifest ${NAN}`,
    expect.stringContaining(
      'contracts.yaml 2:53-2:57 error manifest /contracts/a/nope unknown property "nope"',
    ),
    'contracts.yaml 3:18-3:23 error manifest the tag `!!int` does not fit its value: write `10`',
  ]);
});
