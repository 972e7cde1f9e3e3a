import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('media-type-version', () => {
  test('compares normalised versions, and accepts a media type without one', async () => {
    expect(await findingsOf('media-type-version/right')).toEqual([]);
  });

  test('warns about another version, and rejects it for Compute', async () => {
    expect(await findingsOf('media-type-version/wrong')).toEqual([
      {
        ruleId: 'media-type-version',
        severity: 'error',
        message: 'the media type has version "2", but the id is "v2.1": use the same version in both',
        file: 'compute.json',
        pointer: '/version/media-types/0/type',
        start: { line: 22, column: 25 },
        end: { line: 22, column: 75 },
      },
      {
        ruleId: 'media-type-version',
        severity: 'warning',
        message: 'the media type has version "1", but the id is "v3.0": use the same version in both',
        file: 'volume.json',
        pointer: '/versions/0/media-types/0/type',
        start: { line: 19, column: 29 },
        end: { line: 19, column: 78 },
      },
    ]);
  });
});
