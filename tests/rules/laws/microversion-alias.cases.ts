import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('microversion-alias', () => {
  test('accepts equal values, and either property alone', async () => {
    expect(await findingsOf('microversion-alias/right')).toEqual([]);
  });

  test('points at the max_version that differs', async () => {
    expect(await findingsOf('microversion-alias/wrong')).toEqual([
      {
        ruleId: 'microversion-alias',
        severity: 'error',
        message:
          '"max_version" is "1.10", but "version" is "1.9": both mean the newest microversion, so make them equal',
        file: 'versions.json',
        pointer: '/versions/0/max_version',
        start: { line: 17, column: 28 },
        end: { line: 17, column: 34 },
        clients:
          'keystoneauth reads "max_version"; gophercloud, novaclient, rust-osauth and gtema/openstack read "version"',
        related: [
          {
            message: 'the other value',
            file: 'versions.json',
            pointer: '/versions/0/version',
            start: { line: 16, column: 24 },
            end: { line: 16, column: 29 },
          },
        ],
      },
      {
        ruleId: 'microversion-alias',
        severity: 'error',
        message:
          '"max_version" is "", but "version" is "2.9": both mean the newest microversion, so make them equal',
        file: 'versions.json',
        pointer: '/versions/1/max_version',
        start: { line: 34, column: 28 },
        end: { line: 34, column: 30 },
        clients:
          'keystoneauth reads "max_version"; gophercloud, novaclient, rust-osauth and gtema/openstack read "version"',
        related: [
          {
            message: 'the other value',
            file: 'versions.json',
            pointer: '/versions/1/version',
            start: { line: 33, column: 24 },
            end: { line: 33, column: 29 },
          },
        ],
      },
    ]);
  });
});
