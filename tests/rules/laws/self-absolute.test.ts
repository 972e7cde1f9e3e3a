import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('self-absolute', () => {
  test('accepts http and https with a port and a path', async () => {
    expect(await findingsOf('self-absolute/right')).toEqual([]);
  });

  test('warns of relative links, of other schemes and of a URL without a host', async () => {
    expect(await findingsOf('self-absolute/wrong')).toEqual([
      {
        ruleId: 'self-absolute',
        severity: 'warning',
        message: '"" is not an absolute http or https URL',
        file: 'versions.json',
        pointer: '/versions/0/links/0/href',
        start: { line: 7, column: 29 },
        end: { line: 7, column: 31 },
        clients: 'rust-osauth fails; gophercloud ignores it; keystoneauth and gtema/openstack join it',
      },
      {
        ruleId: 'self-absolute',
        severity: 'warning',
        message: '"/v2/" is not an absolute http or https URL',
        file: 'versions.json',
        pointer: '/versions/1/links/0/href',
        start: { line: 21, column: 29 },
        end: { line: 21, column: 35 },
        clients: 'rust-osauth fails; gophercloud ignores it; keystoneauth and gtema/openstack join it',
      },
      {
        ruleId: 'self-absolute',
        severity: 'warning',
        message: '"openstack.example.com/v3/" is not an absolute http or https URL',
        file: 'versions.json',
        pointer: '/versions/2/links/0/href',
        start: { line: 35, column: 29 },
        end: { line: 35, column: 56 },
        clients: 'rust-osauth fails; gophercloud ignores it; keystoneauth and gtema/openstack join it',
      },
      {
        ruleId: 'self-absolute',
        severity: 'warning',
        message: '"ftp://openstack.example.com/v4/" is not an absolute http or https URL',
        file: 'versions.json',
        pointer: '/versions/3/links/0/href',
        start: { line: 49, column: 29 },
        end: { line: 49, column: 62 },
      },
      {
        ruleId: 'self-absolute',
        severity: 'warning',
        message: '"http:/openstack.example.com/v5/" is not an absolute http or https URL',
        file: 'versions.json',
        pointer: '/versions/4/links/0/href',
        start: { line: 63, column: 29 },
        end: { line: 63, column: 62 },
      },
    ]);
  });
});
