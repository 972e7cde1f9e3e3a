import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';

describe('read-only-in-request', () => {
  test('accepts a request without them', async () => {
    expect(await findingsOf('read-only-in-request/right')).toEqual([]);
  });

  test('reports the property', async () => {
    expect(linesOf(await findingsOf('read-only-in-request/wrong'))).toEqual([
      'openapi.yaml:11:24-11:26 warning /id: property "id" is read-only: remove it from the request',
    ]);
  });
});
