import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';

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
