import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';

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
