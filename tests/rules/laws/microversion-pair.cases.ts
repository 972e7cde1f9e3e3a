import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('microversion-pair', () => {
  test('accepts both, neither, and both empty', async () => {
    expect(await findingsOf('microversion-pair/right')).toEqual([]);
  });

  test('points at the empty value, or at the entry that lacks it', async () => {
    expect(await findingsOf('microversion-pair/wrong')).toEqual([
      {
        ruleId: 'microversion-pair',
        severity: 'error',
        message: '"min_version" is empty, but "version" is "1.60": set both or neither',
        file: 'versions.json',
        pointer: '/versions/0/min_version',
        start: { line: 17, column: 28 },
        end: { line: 17, column: 30 },
        clients:
          'gophercloud sees no microversions; novaclient raises an exception; rust-osauth accepts only the newest; keystoneauth sees no minimum',
        related: [
          {
            message: 'stated here',
            file: 'versions.json',
            pointer: '/versions/0/version',
            start: { line: 16, column: 24 },
            end: { line: 16, column: 30 },
          },
        ],
      },
      {
        ruleId: 'microversion-pair',
        severity: 'error',
        message: '"min_version" is missing, but "version" is "2.60": add it',
        file: 'versions.json',
        pointer: '/versions/1',
        start: { line: 19, column: 9 },
        end: { line: 19, column: 10 },
        clients:
          'gophercloud sees no microversions; novaclient raises an exception; rust-osauth accepts only the newest; keystoneauth sees no minimum',
        related: [
          {
            message: 'stated here',
            file: 'versions.json',
            pointer: '/versions/1/version',
            start: { line: 32, column: 24 },
            end: { line: 32, column: 30 },
          },
        ],
      },
      {
        ruleId: 'microversion-pair',
        severity: 'error',
        message: '"min_version" is missing, but "max_version" is "3.60": add it',
        file: 'versions.json',
        pointer: '/versions/2',
        start: { line: 34, column: 9 },
        end: { line: 34, column: 10 },
        clients: 'gophercloud sees no microversions; keystoneauth sees no minimum',
        related: [
          {
            message: 'stated here',
            file: 'versions.json',
            pointer: '/versions/2/max_version',
            start: { line: 47, column: 28 },
            end: { line: 47, column: 34 },
          },
        ],
      },
      {
        ruleId: 'microversion-pair',
        severity: 'error',
        message: '"version" is empty, but "min_version" is "4.1": set both or neither',
        file: 'versions.json',
        pointer: '/versions/3/version',
        start: { line: 62, column: 24 },
        end: { line: 62, column: 26 },
        related: [
          {
            message: 'stated here',
            file: 'versions.json',
            pointer: '/versions/3/min_version',
            start: { line: 63, column: 28 },
            end: { line: 63, column: 33 },
          },
        ],
      },
      {
        ruleId: 'microversion-pair',
        severity: 'error',
        message: '"version" is missing, but "min_version" is "5.1": add it',
        file: 'versions.json',
        pointer: '/versions/4',
        start: { line: 65, column: 9 },
        end: { line: 65, column: 10 },
        related: [
          {
            message: 'stated here',
            file: 'versions.json',
            pointer: '/versions/4/min_version',
            start: { line: 78, column: 28 },
            end: { line: 78, column: 33 },
          },
        ],
      },
      {
        ruleId: 'microversion-pair',
        severity: 'error',
        message: '"min_version" is missing, but "version" is "6.60": rename "minversion"',
        file: 'versions.json',
        pointer: '/versions/5',
        start: { line: 80, column: 9 },
        end: { line: 80, column: 10 },
        clients:
          'gophercloud sees no microversions; novaclient raises an exception; rust-osauth accepts only the newest; keystoneauth sees no minimum',
        related: [
          {
            message: 'stated here',
            file: 'versions.json',
            pointer: '/versions/5/version',
            start: { line: 93, column: 24 },
            end: { line: 93, column: 30 },
          },
        ],
      },
    ]);
  });
});
