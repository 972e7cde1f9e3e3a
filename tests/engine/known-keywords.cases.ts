import { describe, expect, test } from '@jest/globals';

import { findingsIn, mistakesIn, schemaProject } from './schema-project';

const VALID = { 'samples/a.json': '{}\n' };
const IGNORED = 'so it is ignored: remove it, or list it under `keywords:` in the manifest';

describe('an unknown keyword', () => {
  test('is one finding per file, at its first place in the text, with a count', async () => {
    const cwd = schemaProject(
      {
        contracts: {
          a: { schema: 'a.json', samples: 'a.json' },
          b: { schema: 'b.yaml#/$defs/x', samples: 'a.json' },
        },
      },
      {
        ...VALID,
        'schemas/a.json': {
          $defs: { x: { type: 'object', tsType: 'X' } },
          properties: { a: { $ref: '#/$defs/x', tsType: 'A' }, b: { type: 'null', tsType: 'B', tsEnum: 1 } },
        },
        'schemas/b.yaml':
          'type: object\n$defs:\n  x: { $ref: "#/$defs/y", tsType: 1 }\n  y: { type: object, tsType: 2 }\n',
      },
    );
    const rule = 'warning schema-keywords-known';
    expect(await findingsIn(cwd)).toEqual([
      `schemas/a.json 1:32-1:40 ${rule} /$defs/x/tsType "tsType" (3 times in this file) is not a keyword of 2020-12, ${IGNORED}`,
      `schemas/a.json 1:131-1:139 ${rule} /properties/b/tsEnum "tsEnum" is not a keyword of 2020-12, ${IGNORED}`,
      `schemas/b.yaml 3:27-3:33 ${rule} /$defs/x/tsType "tsType" (2 times in this file) is not a keyword of 2020-12, ${IGNORED}`,
    ]);
  });

  test('is counted apart where its dialect differs, and where it is misspelled', async () => {
    const cwd = schemaProject(
      {},
      {
        ...VALID,
        'schemas/a.json': {
          properties: {
            a: {
              $id: 'a',
              $schema: 'http://json-schema.org/draft-07/schema#',
              type: 'null',
              tsType: 1,
              not: { tsType: 2 },
            },
            b: { tsType: 3, type: 'null', minimun: 1 },
            c: { type: 'null', minimun: 2 },
          },
        },
      },
    );
    const found = (await findingsIn(cwd)).filter((text) => text.includes('schema-keywords-known'));
    expect(found.map((text) => text.replace(/^.* schema-keywords-known \S+ /, ''))).toEqual([
      `"tsType" (2 times in this file) is not a keyword of draft-07, ${IGNORED}`,
      `"tsType" is not a keyword of 2020-12, ${IGNORED}`,
      '"minimun" (2 times in this file) is not a keyword of 2020-12, so it is ignored: did you mean "minimum"?',
    ]);
  });

  test.each([
    ['by name', ['meta:enum', 'tsAdditionalProperties', 'a.b']],
    ['by pattern', ['meta:*', '*Properties', 'a.*']],
    ['as a single pattern', 'meta:*'],
  ])('may be listed in the manifest %s', async (_, keywords) => {
    const schema = { type: 'object', additionalProperties: false, 'meta:enum': {}, 'x-own': 1 };
    const more = Array.isArray(keywords) ? { tsAdditionalProperties: false, 'a.b': 1 } : {};
    const cwd = schemaProject({ keywords }, { ...VALID, 'schemas/a.json': { ...schema, ...more } });
    expect(await findingsIn(cwd)).toEqual([]);
  });

  test('a pattern matches the whole name, and no keyword of JSON Schema', async () => {
    const cwd = schemaProject(
      { keywords: ['ts', 'axb', 'un*', '*f'] },
      {
        ...VALID,
        'schemas/a.json': {
          $schema: 'http://json-schema.org/draft-04/schema#',
          type: 'object',
          tsType: 1,
          'a.b': 1,
          if: {},
          unevaluatedProperties: false,
        },
      },
    );
    const found = (await findingsIn(cwd)).map(
      (text) => / schema-keywords-known \S+ ("[^"]*")/.exec(text)?.[1],
    );
    expect(found).toEqual(['"tsType"', '"a.b"', '"if"', '"unevaluatedProperties"']);
  });

  test.each([
    ['type', '`type` is a keyword of JSON Schema, not an annotation: remove it'],
    ['$defs', '`$defs` is a keyword of JSON Schema, not an annotation: remove it'],
    [
      '*',
      '`*` matches every keyword, also misspelled ones: list the keywords, or turn off the rule schema-keywords-known',
    ],
  ])('%s may not be listed', (keyword, message) => {
    const cwd = schemaProject(
      { keywords: ['tsType', keyword] },
      { ...VALID, 'schemas/a.json': { type: 'object' } },
    );
    expect(mistakesIn(cwd)).toEqual([`contracts.json /keywords/1 ${message}`]);
  });
});
