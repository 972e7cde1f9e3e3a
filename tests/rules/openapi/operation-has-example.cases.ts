import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';
import { findingsInForms, formsOf } from './forms';

describe('operation-has-example', () => {
  test('accepts an example of a request or response, also one that is not JSON, and operations without any schema', async () => {
    expect(await findingsOf('operation-has-example/right')).toEqual([]);
  });

  test('reports operations without one, callbacks too', async () => {
    expect(linesOf(await findingsOf('operation-has-example/wrong'))).toEqual([
      'openapi.yaml:5:5-5:8 info /paths/~1servers/get: GET /servers has no example to check: add one to its request or to a response',
      'openapi.yaml:11:5-11:9 info /paths/~1servers/post: POST /servers has no example to check: add one to its request or to a response',
      'openapi.yaml:25:13-25:17 info /paths/~1servers/post/callbacks/done/{$request.body#~1url}/post: POST /servers callback done POST {$request.body#/url} has no example to check: add one to its request or to a response',
    ]);
  });
});

test('is one finding for an operation with a schema', async () => {
  const forms = formsOf({ schema: { type: 'string' }, example: undefined });
  const { '3.0.3 alias': _, '3.0.3 files': __, ...others } = forms;
  expect(await findingsInForms('operation-has-example', others)).toEqual([
    '3.0.3 YAML: openapi.yaml "get" info GET /a has no example to check: add one to its request or to a response',
    '3.0.3 component: openapi.json "get" info GET /a has no example to check: add one to its request or to a response',
    '3.1 JSON: openapi.json "get" info GET /a has no example to check: add one to its request or to a response',
    '3.2 JSON: openapi.json "get" info GET /a has no example to check: add one to its request or to a response',
    '2.0: swagger.json "get" info GET /a has no example to check: add one to its request or to a response',
  ]);
});

describe('operation-has-example, in every form', () => {
  test('is nothing with an example', async () => {
    expect(await findingsInForms('operation-has-example', formsOf({ schema: {}, example: 5 }))).toEqual([]);
    const request = { schema: {}, example: 5, direction: 'request' } as const;
    expect(await findingsInForms('operation-has-example', formsOf(request))).toEqual([]);
  });

  test.each([
    [
      'a parameter',
      "parameters: [{ name: a, in: query, schema: {}, example: 5 }], responses: { '200': { description: ok, content: { application/json: { schema: {} } } } }",
    ],
    [
      'a header',
      "responses: { '200': { description: ok, headers: { A: { schema: {}, example: 5 } }, content: { application/json: { schema: {} } } } }",
    ],
    [
      'text',
      "responses: { '200': { description: ok, content: { text/plain: { schema: {}, example: a }, application/json: { schema: {} } } } }",
    ],
    [
      'a file',
      "responses: { '200': { description: ok, content: { application/json: { schema: {}, examples: { a: { externalValue: a.json } } } } } }",
    ],
  ])('is nothing with an example of %s', async (_, operation) => {
    const text = `openapi: 3.1.0\ninfo: { title: a, version: '1' }\npaths: { /a: { get: { ${operation} } } }\n`;
    expect(
      await findingsInForms('operation-has-example', { '3.1': { 'openapi.yaml': text, 'a.json': '5' } }),
    ).toEqual([]);
  });
});
