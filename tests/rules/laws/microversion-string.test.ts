import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('microversion-string', () => {
  test('minds no object as the version of a bare document', async () => {
    expect(await findingsOf('microversion-string/right')).toEqual([]);
  });

  test('quotes the number as it is written, and what it would be read as', async () => {
    expect(await findingsOf('microversion-string/wrong')).toEqual([
      {
        ruleId: 'microversion-string',
        severity: 'error',
        message: '1.10 is a number, which reads as 1.1: write "1.10"',
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
        message: '2.60 is a number, which reads as 2.6: write "2.60"',
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
        message: '2.1 is a number, as which 2.10 would read as 2.1: write the microversion as a string',
        file: 'versions.json',
        pointer: '/versions/1/min_version',
        start: { line: 33, column: 28 },
        end: { line: 33, column: 31 },
      },
      {
        ruleId: 'microversion-string',
        severity: 'error',
        message: '3.100 is a number, which reads as 3.1: write "3.100"',
        file: 'versions.json',
        pointer: '/versions/2/max_version',
        start: { line: 48, column: 28 },
        end: { line: 48, column: 33 },
      },
      {
        ruleId: 'microversion-string',
        severity: 'error',
        message: '"version" is a string such as "2.1", or "", not null',
        file: 'versions.json',
        pointer: '/versions/3/version',
        start: { line: 64, column: 24 },
        end: { line: 64, column: 28 },
      },
      {
        ruleId: 'microversion-string',
        severity: 'error',
        message: '"min_version" is a string such as "2.1", or "", not null',
        file: 'versions.json',
        pointer: '/versions/3/min_version',
        start: { line: 65, column: 28 },
        end: { line: 65, column: 32 },
      },
      {
        ruleId: 'microversion-string',
        severity: 'error',
        message: '"next_min_version" is a string such as "2.1", or "", not an array',
        file: 'versions.json',
        pointer: '/versions/4/next_min_version',
        start: { line: 82, column: 33 },
        end: { line: 84, column: 14 },
      },
      {
        ruleId: 'microversion-string',
        severity: 'error',
        message: '6.0 is a number, as which 2.10 would read as 2.1: write the microversion as a string',
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
