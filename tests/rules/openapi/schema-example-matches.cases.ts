import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';

describe('schema-example-matches', () => {
  test('accepts values that satisfy their schema', async () => {
    expect(await findingsOf('schema-example-matches/right')).toEqual([]);
  });

  test('reports values that do not, also of components that nothing uses', async () => {
    expect(linesOf(await findingsOf('schema-example-matches/wrong'))).toEqual([
      'openapi.yaml:8:83-8:84 warning : expected at least 1, got 0',
      'openapi.yaml:20:16-20:17 warning : required property "id" is missing',
      'openapi.yaml:26:46-26:49 warning : expected an integer, got "big"',
    ]);
  });
});
