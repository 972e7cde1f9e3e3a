import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';
import { findingsInForms } from './forms';

describe('example-or-examples', () => {
  test('accepts one of them', async () => {
    expect(await findingsOf('example-or-examples/right')).toEqual([]);
  });

  test('reports the later one', async () => {
    expect(linesOf(await findingsOf('example-or-examples/wrong'))).toEqual([
      'openapi.yaml:13:11-13:18 warning /paths/~1servers~1{id}/get/parameters/0/example: "example" and "examples" exclude each other, and tools show only one of them: move the example to "examples"',
      'openapi.yaml:21:15-21:23 warning /paths/~1servers~1{id}/get/responses/200/content/application~1json/examples: "example" and "examples" exclude each other, and tools show only one of them: move the example to "examples"',
    ]);
  });
});

const OK = "responses: { '204': { description: ok } }";
const both = 'schema: {}, example: 1, examples: { b: { value: 2 } }';
const later = 'schema: {}, examples: { b: { value: 2 } }, example: 1';
const inYaml = (operation: string) =>
  Object.fromEntries(
    ['3.0.3', '3.1.0', '3.2.0'].map((version) => [
      version,
      {
        'openapi.yaml': `openapi: ${version}\ninfo: { title: a, version: '1' }\npaths: { /a: { post: ${operation} } }\n`,
      },
    ]),
  );

describe('example-or-examples, in other places', () => {
  test.each([
    ['a request', `{ requestBody: { content: { application/json: { ${both} } } }, ${OK} }`],
    ['a parameter', `{ parameters: [{ name: b, in: query, ${both} }], ${OK} }`],
    ['a header', `{ responses: { '200': { description: ok, headers: { ETag: { ${both} } } } } }`],
    [
      'a callback',
      `{ callbacks: { d: { '{$url}': { post: { requestBody: { content: { application/json: { ${both} } } }, ${OK} } } } }, ${OK} }`,
    ],
    ['the other order', `{ requestBody: { content: { application/json: { ${later} } } }, ${OK} }`],
    ['text', `{ requestBody: { content: { text/plain: { ${both} } } }, ${OK} }`],
  ])('is one finding in %s', async (where, operation) => {
    const message =
      '"example" and "examples" exclude each other, and tools show only one of them: move the example to "examples"';
    const token = where === 'the other order' ? 'example' : 'examples';
    expect(await findingsInForms('example-or-examples', inYaml(operation))).toEqual(
      ['3.0.3', '3.1.0', '3.2.0'].map((version) => `${version}: openapi.yaml ${token} warning ${message}`),
    );
  });

  test('is nothing for a schema, whose keywords they are, and for properties of that name', async () => {
    const schema = '{ example: 1, examples: [1], properties: { example: {}, examples: {} } }';
    const operation = `{ requestBody: { content: { application/json: { schema: ${schema} } } }, ${OK} }`;
    expect(await findingsInForms('example-or-examples', inYaml(operation))).toEqual([]);
  });
});
