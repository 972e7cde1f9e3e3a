import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';

describe('write-only-in-response', () => {
  test('accepts a response without them', async () => {
    expect(await findingsOf('write-only-in-response/right')).toEqual([]);
  });

  test('reports the property', async () => {
    expect(linesOf(await findingsOf('write-only-in-response/wrong'))).toEqual([
      'openapi.yaml:18:46-18:54 error /password: property "password" is write-only: remove it from the response',
    ]);
  });
});
