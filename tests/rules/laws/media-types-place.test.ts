import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('media-types-place', () => {
  test('accepts them in the document of one version, among choices and in other services’ lists', async () => {
    expect(await findingsOf('media-types-place/right')).toEqual([]);
  });

  test('points at the key in Compute’s list', async () => {
    expect(await findingsOf('media-types-place/wrong')).toEqual([
      {
        ruleId: 'media-types-place',
        severity: 'error',
        message:
          '"media-types" stands in the list of versions: only the document of one version and choices have it',
        file: 'versions.json',
        pointer: '/versions/1/media-types',
        start: { line: 36, column: 13 },
        end: { line: 36, column: 26 },
      },
    ]);
  });
});
