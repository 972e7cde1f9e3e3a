import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';

describe('openapi-readable', () => {
  test('accepts references that lead to something', async () => {
    expect(await findingsOf('openapi-readable/right')).toEqual([]);
  });

  test('reports references that lead nowhere or back, and what has another form', async () => {
    expect(linesOf(await findingsOf('openapi-readable/wrong'))).toEqual([
      'openapi.yaml:8:17-8:46 error /paths/~1servers~1{id}/get/parameters/0/$ref: "#/components/parameters/ids" leads nowhere: did you mean "#/components/parameters/id"?',
      'openapi.yaml:10:11-10:16 error /paths/~1servers~1{id}/get/parameters/2: expected an object, got "limit"',
      'openapi.yaml:28:19-28:50 error /components/parameters/loop/$ref: "#/components/parameters/again" leads back to itself: write what it stands for',
    ]);
  });
});
