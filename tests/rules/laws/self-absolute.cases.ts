import { describe, expect, test } from '@jest/globals';

import { findingsIn, findingsOf } from '../rule-fixtures';

describe('self-absolute', () => {
  test('accepts http and https with a port and a path', async () => {
    expect(await findingsOf('self-absolute/right')).toEqual([]);
  });

  test('warns about relative links, other schemes and a URL without a host', async () => {
    expect(await findingsOf('self-absolute/wrong')).toEqual([
      {
        ruleId: 'self-absolute',
        severity: 'warning',
        message: 'expected an absolute http or https URL, got ""',
        file: 'versions.json',
        pointer: '/versions/0/links/0/href',
        start: { line: 7, column: 29 },
        end: { line: 7, column: 31 },
        clients:
          'rust-osauth fails; gophercloud ignores it; keystoneauth and gtema/openstack join it to the request URL',
      },
      {
        ruleId: 'self-absolute',
        severity: 'warning',
        message: 'expected an absolute http or https URL, got "/v2/"',
        file: 'versions.json',
        pointer: '/versions/1/links/0/href',
        start: { line: 21, column: 29 },
        end: { line: 21, column: 35 },
        clients:
          'rust-osauth fails; gophercloud ignores it; keystoneauth and gtema/openstack join it to the request URL',
      },
      {
        ruleId: 'self-absolute',
        severity: 'warning',
        message: 'expected an absolute http or https URL, got "openstack.example.com/v3/"',
        file: 'versions.json',
        pointer: '/versions/2/links/0/href',
        start: { line: 35, column: 29 },
        end: { line: 35, column: 56 },
        clients:
          'rust-osauth fails; gophercloud ignores it; keystoneauth and gtema/openstack join it to the request URL',
      },
      {
        ruleId: 'self-absolute',
        severity: 'warning',
        message: 'expected an absolute http or https URL, got "ftp://openstack.example.com/v4/"',
        file: 'versions.json',
        pointer: '/versions/3/links/0/href',
        start: { line: 49, column: 29 },
        end: { line: 49, column: 62 },
      },
      {
        ruleId: 'self-absolute',
        severity: 'warning',
        message: 'expected an absolute http or https URL, got "http:/openstack.example.com/v5/"',
        file: 'versions.json',
        pointer: '/versions/4/links/0/href',
        start: { line: 63, column: 29 },
        end: { line: 63, column: 62 },
      },
    ]);
  });

  test('warns about "/" as about ""', async () => {
    const version = { id: 'v2.1', status: 'CURRENT', links: [{ rel: 'self', href: '/' }] };
    const findings = await findingsIn('self-absolute', [
      { name: 'v2.json', text: JSON.stringify({ version }) },
    ]);
    expect(findings.map(({ severity, message }) => [severity, message])).toEqual([
      ['warning', 'expected an absolute http or https URL, got "/"'],
    ]);
  });
});
