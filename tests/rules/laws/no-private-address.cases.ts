import { describe, expect, test } from '@jest/globals';

import { findingsIn, findingsOf } from '../rule-fixtures';

describe('no-private-address', () => {
  test('accepts public addresses, even next to private ranges', async () => {
    expect(await findingsOf('no-private-address/right')).toEqual([]);
  });

  test('reports private, loopback and link-local addresses', async () => {
    expect(await findingsOf('no-private-address/wrong')).toEqual([
      {
        ruleId: 'no-private-address',
        severity: 'info',
        message: '"10.0.2.15" is a private address: use a public name such as "openstack.example.com"',
        file: 'versions.json',
        pointer: '/versions/0/links/0/href',
        start: { line: 7, column: 29 },
        end: { line: 7, column: 56 },
      },
      {
        ruleId: 'no-private-address',
        severity: 'info',
        message: '"172.16.0.1" is a private address: use a public name such as "openstack.example.com"',
        file: 'versions.json',
        pointer: '/versions/1/links/0/href',
        start: { line: 21, column: 29 },
        end: { line: 21, column: 52 },
      },
      {
        ruleId: 'no-private-address',
        severity: 'info',
        message: '"192.168.1.1" is a private address: use a public name such as "openstack.example.com"',
        file: 'versions.json',
        pointer: '/versions/2/links/0/href',
        start: { line: 35, column: 29 },
        end: { line: 35, column: 53 },
      },
      {
        ruleId: 'no-private-address',
        severity: 'info',
        message: '"127.0.0.1" is a private address: use a public name such as "openstack.example.com"',
        file: 'versions.json',
        pointer: '/versions/3/links/0/href',
        start: { line: 49, column: 29 },
        end: { line: 49, column: 56 },
      },
      {
        ruleId: 'no-private-address',
        severity: 'info',
        message: '"localhost" is a private address: use a public name such as "openstack.example.com"',
        file: 'versions.json',
        pointer: '/versions/4/links/0/href',
        start: { line: 63, column: 29 },
        end: { line: 63, column: 51 },
      },
      {
        ruleId: 'no-private-address',
        severity: 'info',
        message: '"[::1]" is a private address: use a public name such as "openstack.example.com"',
        file: 'versions.json',
        pointer: '/versions/5/links/0/href',
        start: { line: 77, column: 29 },
        end: { line: 77, column: 52 },
      },
      {
        ruleId: 'no-private-address',
        severity: 'info',
        message: '"[fd00::1]" is a private address: use a public name such as "openstack.example.com"',
        file: 'versions.json',
        pointer: '/versions/6/links/0/href',
        start: { line: 91, column: 29 },
        end: { line: 91, column: 51 },
      },
      {
        ruleId: 'no-private-address',
        severity: 'info',
        message: '"169.254.0.7" is a private address: use a public name such as "openstack.example.com"',
        file: 'versions.json',
        pointer: '/versions/7/links/0/href',
        start: { line: 105, column: 29 },
        end: { line: 105, column: 53 },
      },
    ]);
  });

  test('skips a response', async () => {
    const self = { rel: 'self', href: 'http://127.0.0.1/v1/' };
    const text = JSON.stringify({ version: { id: 'v1.0', status: 'CURRENT', links: [self] } });
    const name = 'http://127.0.0.1/';
    expect(await findingsIn('no-private-address', [{ name, text, kind: 'response' }])).toEqual([]);
    expect(await findingsIn('no-private-address', [{ name, text }])).toHaveLength(1);
  });
});
