import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { DEFAULT_LIMITS } from '../../src/model/project/limits';
import { openSchemaFiles } from '../../src/project/schemas/open-schema-files';
import { createSchemaSet } from '../../src/schema/schema-set';
import { SETTINGS } from './schema-files-of';

const files = openSchemaFiles(join(__dirname, '../fixtures/schema/open-api'), 'schemas', DEFAULT_LIMITS);
const set = createSchemaSet(files, SETTINGS);
const SERVER = { file: 'openapi.yaml', pointer: '/components/schemas/Server' };
const ID = '9d1c3b5e-0f64-4b54-8a7f-2c1d0e9f8a7b';

test('a part of an OpenAPI 3.1 document is a schema; keywords of OpenAPI are known, and formats are asserted', () => {
  expect(set.problems(SERVER)).toEqual([]);
  expect(set.verdict({ id: ID, size: 1, flavor: { name: 'm1' }, parent: { id: ID } }, SERVER)).toEqual({
    kind: 'checked',
    violations: [],
  });
});

test('references in it are relative to the document, and may lead into other files', () => {
  const verdict = set.verdict({ id: '1', size: 2 ** 40, flavor: { name: '' }, parent: { id: 1 } }, SERVER);
  expect(
    verdict.kind === 'checked' &&
      verdict.violations.map(({ instanceLocation, keywordLocation, branches }) => [
        instanceLocation,
        keywordLocation,
        ...(branches ?? []).flat().map((inner) => inner.keywordLocation),
      ]),
  ).toEqual([
    ['/id', 'openapi.yaml#/components/schemas/Server/properties/id/format'],
    ['/size', 'openapi.yaml#/components/schemas/Server/properties/size/format'],
    ['/flavor/name', 'common.yaml#/$defs/name/minLength'],
    [
      '/parent',
      'openapi.yaml#/components/schemas/Server/properties/parent/anyOf',
      'openapi.yaml#/components/schemas/Server/properties/id/type',
      'openapi.yaml#/components/schemas/Server/properties/parent/anyOf/1/type',
    ],
  ]);
});

test('a value that a YAML alias shares between two places is located at the requested place', () => {
  const verdict = set.verdict('', { file: 'common.yaml', pointer: '/$defs/alias' });
  expect(
    verdict.kind === 'checked' && verdict.violations.map(({ keywordLocation }) => keywordLocation),
  ).toEqual(['common.yaml#/$defs/alias/minLength']);
});

test('`nullable` of OpenAPI 3.0 is an unknown keyword in 3.1', () => {
  expect(set.problems({ ...SERVER, pointer: '/components/schemas/Broken' })).toEqual([
    {
      kind: 'unknown-keyword',
      keyword: 'nullable',
      dialect: 'openapi-3.1',
      knownTo: ['openapi-3.0'],
      place: { file: 'schemas/openapi.yaml', pointer: '/components/schemas/Broken/nullable', token: 'key' },
    },
  ]);
});

test('a document may name the dialect of its schemas', () => {
  const ref = { file: 'draft-07.yaml', pointer: '/components/schemas/Pair' };
  expect(set.problems(ref)).toEqual([]);
  expect(set.verdict(['a', 'b'], ref)).toMatchObject({ violations: [{ keyword: 'additionalItems' }] });
});

test.each([
  ['openapi-4.0.yaml', '/components/schemas/Server', 'OpenAPI 4.0.0', '/openapi'],
  ['swagger-1.2.yaml', '/definitions/Server', 'Swagger 1.2', '/swagger'],
])('the dialect of %s is not known', (file, pointer, dialect, place) => {
  expect(set.problems({ file, pointer })).toEqual([
    {
      kind: 'unknown-dialect',
      dialect,
      root: 'schemas',
      place: { file: `schemas/${file}`, pointer: place, token: 'value' },
    },
  ]);
  expect(set.verdict({}, { file, pointer })).toEqual({ kind: 'unusable-schema' });
});

test('a whole OpenAPI document is not a schema, and the message names one in it', () => {
  expect(set.problems({ file: 'openapi.yaml', pointer: '' })).toEqual([
    {
      kind: 'does-not-compile',
      message:
        'an OpenAPI document is not itself a schema: name one in it, such as `openapi.yaml#/components/schemas/Server`',
      place: { file: 'schemas/openapi.yaml' },
    },
  ]);
});

test('a part that does not exist is reported with the nearest one', () => {
  expect(set.problems({ file: 'openapi.yaml', pointer: '/components/schemas/Servr' })).toEqual([
    {
      kind: 'dangling-reference',
      reference: 'openapi.yaml#/components/schemas/Servr',
      nearest: 'openapi.yaml#/components/schemas/Server',
      place: { file: 'schemas/openapi.yaml' },
    },
  ]);
});
