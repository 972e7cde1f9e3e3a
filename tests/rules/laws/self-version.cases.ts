import { describe, expect, test } from '@jest/globals';

import { findingsIn, findingsOf } from '../rule-fixtures';

describe('self-version', () => {
  test('accepts a major version alone next to other major versions, one URL for all minor versions, and choices', async () => {
    expect(await findingsOf('self-version/right')).toEqual([]);
  });

  test('rejects a self link to no version, to another one, or without the minor version that other links have', async () => {
    expect(await findingsOf('self-version/wrong')).toEqual([
      {
        ruleId: 'self-version',
        severity: 'error',
        message:
          'expected the self link of "v2.0", got "http://openstack.example.com/v2.1/v3", which leads to v2.1',
        file: 'choices.json',
        pointer: '/choices/0/links/0/href',
        start: { line: 8, column: 29 },
        end: { line: 8, column: 67 },
      },
      {
        ruleId: 'self-version',
        severity: 'error',
        message:
          'expected the self link of "v2.1", got "http://openstack.example.com/servers/x", which names no version',
        file: 'choices.json',
        pointer: '/choices/1/links/0/href',
        start: { line: 28, column: 29 },
        end: { line: 28, column: 69 },
      },
      {
        ruleId: 'self-version',
        severity: 'error',
        message:
          '"http://load-balancer.example.com/v2/" has no minor version, but "http://load-balancer.example.com/v2.0/" does: add that of the id, "v2.1"',
        file: 'no-minor.json',
        pointer: '/versions/1/links/0/href',
        start: { line: 21, column: 29 },
        end: { line: 21, column: 67 },
        related: [
          {
            message: 'this one has a minor version',
            file: 'no-minor.json',
            pointer: '/versions/0/links/0/href',
            start: { line: 7, column: 29 },
            end: { line: 7, column: 69 },
          },
        ],
      },
      {
        ruleId: 'self-version',
        severity: 'error',
        message:
          '"http://share.example.com/v3/" has no minor version, but "http://share.example.com/v3.5/" does: add that of the id, "v3.5"',
        file: 'show.json',
        pointer: '/version/links/0/href',
        start: { line: 6, column: 25 },
        end: { line: 6, column: 55 },
        related: [
          {
            message: 'this one has a minor version',
            file: 'index.json',
            pointer: '/versions/0/links/0/href',
            start: { line: 7, column: 29 },
            end: { line: 7, column: 61 },
          },
        ],
      },
      {
        ruleId: 'self-version',
        severity: 'error',
        message:
          'expected the self link of "v1.0", got "http://volume.example.com/volume/", which names no version',
        file: 'versions.json',
        pointer: '/versions/0/links/0/href',
        start: { line: 7, column: 29 },
        end: { line: 7, column: 64 },
      },
      {
        ruleId: 'self-version',
        severity: 'error',
        message: 'expected the self link of "v2.0", got "http://volume.example.com/v3/", which leads to v3',
        file: 'versions.json',
        pointer: '/versions/1/links/0/href',
        start: { line: 21, column: 29 },
        end: { line: 21, column: 60 },
      },
      {
        ruleId: 'self-version',
        severity: 'error',
        message:
          'expected the self link of "v3.0", got "http://volume.example.com/v3.1/", which leads to v3.1',
        file: 'versions.json',
        pointer: '/versions/2/links/0/href',
        start: { line: 35, column: 29 },
        end: { line: 35, column: 62 },
      },
      {
        ruleId: 'self-version',
        severity: 'error',
        message:
          'expected the self link of "v4.0", got "http://volume.example.com/v4/servers", which names no version',
        file: 'versions.json',
        pointer: '/versions/3/links/0/href',
        start: { line: 49, column: 29 },
        end: { line: 49, column: 67 },
      },
    ]);
  });

  test.each(['', '/'])('accepts %j, which means the URL of the document', async (href) => {
    const version = { id: 'v2.1', status: 'CURRENT', links: [{ rel: 'self', href }] };
    const text = JSON.stringify({ versions: [version] });
    expect(await findingsIn('self-version', [{ name: 'versions.json', text }])).toEqual([]);
  });

  test('rejects "/versions", which names no version', async () => {
    const version = { id: 'v2.1', status: 'CURRENT', links: [{ rel: 'self', href: '/versions' }] };
    const findings = await findingsIn('self-version', [
      { name: 'v2.json', text: JSON.stringify({ version }) },
    ]);
    expect(findings.map(({ message }) => message)).toEqual([
      'expected the self link of "v2.1", got "/versions", which names no version',
    ]);
  });
});
