import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('microversion-string', () => {
  test('accepts an object as the version of a bare document', async () => {
    expect(await findingsOf('microversion-string/right')).toEqual([]);
  });

  test('quotes the number as written, and as read', async () => {
    expect(await findingsOf('microversion-string/wrong')).toEqual([
      {
        ruleId: 'microversion-string',
        severity: 'error',
        message: 'expected a string, got the number 1.10, which is read as 1.1: write "1.10"',
        file: 'versions.json',
        pointer: '/versions/0/version',
        start: { line: 16, column: 24 },
        end: { line: 16, column: 28 },
        clients:
          'keystoneauth reads 1.1; gophercloud sees no microversions; novaclient raises TypeError; rust-osauth and gtema/openstack fail',
      },
      {
        ruleId: 'microversion-string',
        severity: 'error',
        message: 'expected a string, got the number 2.60, which is read as 2.6: write "2.60"',
        file: 'versions.json',
        pointer: '/versions/1/version',
        start: { line: 32, column: 24 },
        end: { line: 32, column: 28 },
        clients:
          'keystoneauth reads 2.6; gophercloud sees no microversions; novaclient raises TypeError; rust-osauth and gtema/openstack fail',
      },
      {
        ruleId: 'microversion-string',
        severity: 'error',
        message:
          'expected a string, got the number 2.1: write "2.1", because the number 2.10 would be read as 2.1',
        file: 'versions.json',
        pointer: '/versions/1/min_version',
        start: { line: 33, column: 28 },
        end: { line: 33, column: 31 },
      },
      {
        ruleId: 'microversion-string',
        severity: 'error',
        message: 'expected a string, got the number 3.100, which is read as 3.1: write "3.100"',
        file: 'versions.json',
        pointer: '/versions/2/max_version',
        start: { line: 48, column: 28 },
        end: { line: 48, column: 33 },
      },
      {
        ruleId: 'microversion-string',
        severity: 'error',
        message: 'expected "version" to be a string such as "2.1" or "", got null',
        file: 'versions.json',
        pointer: '/versions/3/version',
        start: { line: 64, column: 24 },
        end: { line: 64, column: 28 },
      },
      {
        ruleId: 'microversion-string',
        severity: 'error',
        message: 'expected "min_version" to be a string such as "2.1" or "", got null',
        file: 'versions.json',
        pointer: '/versions/3/min_version',
        start: { line: 65, column: 28 },
        end: { line: 65, column: 32 },
      },
      {
        ruleId: 'microversion-string',
        severity: 'error',
        message: 'expected "next_min_version" to be a string such as "2.1" or "", got an array',
        file: 'versions.json',
        pointer: '/versions/4/next_min_version',
        start: { line: 82, column: 33 },
        end: { line: 84, column: 14 },
      },
      {
        ruleId: 'microversion-string',
        severity: 'error',
        message:
          'expected a string, got the number 6.0: write "6.0", because the number 2.10 would be read as 2.1',
        file: 'versions.json',
        pointer: '/versions/5/version',
        start: { line: 99, column: 24 },
        end: { line: 99, column: 27 },
        clients:
          'gophercloud sees no microversions; novaclient raises TypeError; rust-osauth and gtema/openstack fail',
      },
    ]);
  });
});
