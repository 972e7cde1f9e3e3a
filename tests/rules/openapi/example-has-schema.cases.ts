import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';
import { findingsInForms } from './forms';

describe('example-has-schema', () => {
  test('accepts an example next to a schema', async () => {
    expect(await findingsOf('example-has-schema/right')).toEqual([]);
  });

  test('reports examples without one', async () => {
    expect(linesOf(await findingsOf('example-has-schema/wrong'))).toEqual([
      'openapi.yaml:8:11-8:12 warning /paths/~1servers~1{id}/get/parameters/0: GET /servers/{id} query parameter limit has an example but no "schema", so the example is not checked: add one',
      'openapi.yaml:13:13-13:29 warning /paths/~1servers~1{id}/get/responses/200/content/application~1json: GET /servers/{id} → 200 has an example but no "schema", so the example is not checked: add one',
    ]);
  });
});

const inYaml = (version: string, rest: string) => ({
  [version]: { 'openapi.yaml': `${version}\n${rest}` },
});
const pathsText = (operation: string) =>
  `info: { title: a, version: '1' }\npaths: { /a: { post: ${operation} } }\n`;
const OK = "responses: { '204': { description: ok } }";

describe('example-has-schema, in other places', () => {
  test.each([
    ['a request', `{ requestBody: { content: { application/json: { example: 5 } } }, ${OK} }`],
    ['a parameter', `{ parameters: [{ name: b, in: query, example: 5 }], ${OK} }`],
    ['a header', "{ responses: { '200': { description: ok, headers: { ETag: { example: 5 } } } } }"],
    [
      'several examples',
      `{ requestBody: { content: { application/json: { examples: { b: { value: 5 }, c: { value: 6 } } } } }, ${OK} }`,
    ],
    [
      'a callback',
      `{ callbacks: { d: { '{$url}': { post: { requestBody: { content: { application/json: { example: 5 } } }, ${OK} } } } }, ${OK} }`,
    ],
    [
      'a file',
      `{ requestBody: { content: { application/json: { examples: { b: { externalValue: b.json } } } } }, ${OK} }`,
    ],
  ])('is one finding in %s', async (where, operation) => {
    const forms = {
      ...inYaml('openapi: 3.0.3', pathsText(operation)),
      ...inYaml('openapi: 3.1.0', pathsText(operation)),
    };
    expect(await findingsInForms('example-has-schema', forms)).toEqual(WITHOUT_SCHEMA[where]);
  });

  test('is one finding in a response of Swagger 2.0', async () => {
    const operation = "{ responses: { '200': { description: ok, examples: { application/json: 5 } } } }";
    expect(
      await findingsInForms('example-has-schema', inYaml("swagger: '2.0'", pathsText(operation))),
    ).toEqual([
      `swagger: '2.0': openapi.yaml { error POST /a → 200 has an example but no "schema", so the example is not checked: add one`,
    ]);
  });

  test.each([
    ['text', `{ requestBody: { content: { text/plain: { example: a } } }, ${OK} }`],
    [
      'JSON Lines with a schema of items',
      `{ requestBody: { content: { application/jsonl: { itemSchema: {}, example: '5' } } }, ${OK} }`,
    ],
    ['nothing', `{ requestBody: { content: { application/json: {} } }, ${OK} }`],
  ])('is nothing for %s', async (_, operation) => {
    expect(
      await findingsInForms('example-has-schema', inYaml('openapi: 3.2.0', pathsText(operation))),
    ).toEqual([]);
  });
});

const WITHOUT_SCHEMA: Readonly<Record<string, readonly string[]>> = {
  'a request': [
    'openapi: 3.0.3: openapi.yaml { error POST /a request has an example but no "schema", so the example is not checked: add one',
    'openapi: 3.1.0: openapi.yaml { error POST /a request has an example but no "schema", so the example is not checked: add one',
  ],
  'a parameter': [
    'openapi: 3.0.3: openapi.yaml { error POST /a query parameter b has an example but no "schema", so the example is not checked: add one',
    'openapi: 3.1.0: openapi.yaml { error POST /a query parameter b has an example but no "schema", so the example is not checked: add one',
  ],
  'a header': [
    'openapi: 3.0.3: openapi.yaml { error POST /a → 200 header ETag has an example but no "schema", so the example is not checked: add one',
    'openapi: 3.1.0: openapi.yaml { error POST /a → 200 header ETag has an example but no "schema", so the example is not checked: add one',
  ],
  'several examples': [
    'openapi: 3.0.3: openapi.yaml { error POST /a request has an example but no "schema", so the example is not checked: add one',
    'openapi: 3.1.0: openapi.yaml { error POST /a request has an example but no "schema", so the example is not checked: add one',
  ],
  'a callback': [
    'openapi: 3.0.3: openapi.yaml { error POST /a callback d POST {$url} request has an example but no "schema", so the example is not checked: add one',
    'openapi: 3.1.0: openapi.yaml { error POST /a callback d POST {$url} request has an example but no "schema", so the example is not checked: add one',
  ],
  'a file': [
    'openapi: 3.0.3: openapi.yaml { error POST /a request has an example but no "schema", so the example is not checked: add one',
    'openapi: 3.1.0: openapi.yaml { error POST /a request has an example but no "schema", so the example is not checked: add one',
  ],
};
