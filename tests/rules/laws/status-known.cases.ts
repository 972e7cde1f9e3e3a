import { describe, expect, test } from '@jest/globals';

import { findingsIn, findingsOf } from '../rule-fixtures';

describe('status-known', () => {
  test('accepts the three statuses, and a bare document without one', async () => {
    expect(await findingsOf('status-known/right')).toEqual([]);
  });

  test('rejects other statuses, warns about EXPERIMENTAL, and reports stable as info, without which one must be CURRENT', async () => {
    expect(await findingsOf('status-known/wrong')).toEqual([
      {
        ruleId: 'status-known',
        severity: 'info',
        message: 'clients treat "stable" as CURRENT, but only identity services use it',
        file: 'identity.json',
        pointer: '/versions/values/0/status',
        start: { line: 16, column: 27 },
        end: { line: 16, column: 35 },
      },
      {
        ruleId: 'status-known',
        severity: 'info',
        message: 'clients treat "Stable" as CURRENT, but only identity services use it',
        file: 'identity.json',
        pointer: '/versions/values/1/status',
        start: { line: 30, column: 27 },
        end: { line: 30, column: 35 },
      },
      {
        ruleId: 'status-known',
        severity: 'error',
        message:
          'expected one of "CURRENT", "SUPPORTED", "DEPRECATED", got "SUPORTED": did you mean "SUPPORTED"?',
        file: 'versions.json',
        pointer: '/versions/0/status',
        start: { line: 15, column: 23 },
        end: { line: 15, column: 33 },
        clients: 'gophercloud rejects the whole document; keystoneauth skips this version',
      },
      {
        ruleId: 'status-known',
        severity: 'info',
        message: 'the status "supported" is not in upper case: write "SUPPORTED"',
        file: 'versions.json',
        pointer: '/versions/1/status',
        start: { line: 29, column: 23 },
        end: { line: 29, column: 34 },
      },
      {
        ruleId: 'status-known',
        severity: 'error',
        message:
          'expected one of "CURRENT", "SUPPORTED", "DEPRECATED", got "depricated": did you mean "DEPRECATED"?',
        file: 'versions.json',
        pointer: '/versions/2/status',
        start: { line: 43, column: 23 },
        end: { line: 43, column: 35 },
        clients: 'gophercloud rejects the whole document; keystoneauth skips this version',
      },
      {
        ruleId: 'status-known',
        severity: 'error',
        message: 'expected one of "CURRENT", "SUPPORTED", "DEPRECATED", got "beta"',
        file: 'versions.json',
        pointer: '/versions/3/status',
        start: { line: 57, column: 23 },
        end: { line: 57, column: 29 },
        clients: 'gophercloud rejects the whole document; keystoneauth skips this version',
      },
      {
        ruleId: 'status-known',
        severity: 'warning',
        message: 'the status "EXPERIMENTAL" is allowed, but some clients cannot read it',
        file: 'versions.json',
        pointer: '/versions/4/status',
        start: { line: 71, column: 23 },
        end: { line: 71, column: 37 },
        clients: 'gophercloud rejects the whole document; keystoneauth skips this version',
      },
      {
        ruleId: 'status-known',
        severity: 'error',
        message: 'expected one of "CURRENT", "SUPPORTED", "DEPRECATED", got ""',
        file: 'versions.json',
        pointer: '/versions/5/status',
        start: { line: 85, column: 23 },
        end: { line: 85, column: 25 },
        clients: 'keystoneauth skips this version',
      },
      {
        ruleId: 'status-known',
        severity: 'error',
        message: 'expected one of "CURRENT", "SUPPORTED", "DEPRECATED", got null',
        file: 'versions.json',
        pointer: '/versions/6/status',
        start: { line: 99, column: 23 },
        end: { line: 99, column: 27 },
        clients:
          'keystoneauth raises AttributeError; rust-osauth and gtema/openstack reject the whole document',
      },
      {
        ruleId: 'status-known',
        severity: 'error',
        message: 'expected one of "CURRENT", "SUPPORTED", "DEPRECATED", got 1',
        file: 'versions.json',
        pointer: '/versions/7/status',
        start: { line: 113, column: 23 },
        end: { line: 113, column: 24 },
        clients: 'keystoneauth raises AttributeError; gophercloud rejects the whole document',
      },
    ]);
  });

  test.each([
    ['Current', 'info', 'the status "Current" is not in upper case: write "CURRENT"'],
    ['deprecated', 'info', 'the status "deprecated" is not in upper case: write "DEPRECATED"'],
    ['experimental', 'warning', 'the status "experimental" is allowed, but some clients cannot read it'],
    [
      'curent',
      'error',
      'expected one of "CURRENT", "SUPPORTED", "DEPRECATED", got "curent": did you mean "CURRENT"?',
    ],
  ])('compares %j in upper case, as clients do', async (status, severity, message) => {
    const text = JSON.stringify({ version: { id: 'v2', status, links: [] } });
    const findings = await findingsIn('status-known', [{ name: 'v2.json', text }]);
    expect(findings.map((finding) => [finding.severity, finding.message, finding.pointer])).toEqual([
      [severity, message, '/version/status'],
    ]);
  });
});
