import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('media-types-place', () => {
  test('accepts media types in the document of one version, in choices and in lists of other services', async () => {
    expect(await findingsOf('media-types-place/right')).toEqual([]);
  });

  test('points at the property in Compute’s list', async () => {
    expect(await findingsOf('media-types-place/wrong')).toEqual([
      {
        ruleId: 'media-types-place',
        severity: 'error',
        message:
          '"media-types" is allowed only in the document of one version and in choices, not in the list of versions: remove it',
        file: 'versions.json',
        pointer: '/versions/1/media-types',
        start: { line: 36, column: 13 },
        end: { line: 36, column: 26 },
      },
    ]);
  });
});
