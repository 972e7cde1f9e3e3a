import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';

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
