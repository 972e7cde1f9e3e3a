import { describe, expect, test } from '@jest/globals';

import { findingsIn, findingsOf } from '../rule-fixtures';

describe('versions-some-usable', () => {
  test('accepts one deprecated version, and a bare document', async () => {
    expect(await findingsOf('versions-some-usable/right')).toEqual([]);
  });

  test('rejects an empty list and versions that are all experimental', async () => {
    expect(await findingsOf('versions-some-usable/wrong')).toEqual([
      {
        ruleId: 'versions-some-usable',
        severity: 'error',
        message: 'the list of versions is empty: add at least one that is CURRENT, SUPPORTED or DEPRECATED',
        file: 'empty.json',
        pointer: '/versions',
        start: { line: 2, column: 17 },
        end: { line: 2, column: 18 },
        clients: 'keystoneauth finds no usable version',
      },
      {
        ruleId: 'versions-some-usable',
        severity: 'error',
        message: 'all 2 versions are EXPERIMENTAL: at least one must be CURRENT, SUPPORTED or DEPRECATED',
        file: 'experimental-list.json',
        pointer: '/versions',
        start: { line: 2, column: 17 },
        end: { line: 2, column: 18 },
        clients: 'keystoneauth finds no usable version',
      },
      {
        ruleId: 'versions-some-usable',
        severity: 'error',
        message: 'the only version is EXPERIMENTAL: at least one must be CURRENT, SUPPORTED or DEPRECATED',
        file: 'experimental.json',
        pointer: '/version',
        start: { line: 2, column: 16 },
        end: { line: 2, column: 17 },
        clients: 'keystoneauth finds no usable version',
      },
    ]);
  });

  test('compares statuses in upper case', async () => {
    const version = { id: 'v2.1', status: 'experimental', links: [] };
    const findings = await findingsIn('versions-some-usable', [
      { name: 'v2.json', text: JSON.stringify({ version }) },
      { name: 'v3.json', text: JSON.stringify({ version: { ...version, status: 'stable' } }) },
    ]);
    expect(findings.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      'v2.json: the only version is EXPERIMENTAL: at least one must be CURRENT, SUPPORTED or DEPRECATED',
    ]);
  });
});
