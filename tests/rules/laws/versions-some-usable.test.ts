import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('versions-some-usable', () => {
  test('is content with one deprecated version, and asks nothing of a bare document', async () => {
    expect(await findingsOf('versions-some-usable/right')).toEqual([]);
  });

  test('rejects an empty list and versions that are all experimental', async () => {
    expect(await findingsOf('versions-some-usable/wrong')).toEqual([
      {
        ruleId: 'versions-some-usable',
        severity: 'error',
        message:
          'the list is empty: a service has at least one version that is CURRENT, SUPPORTED or DEPRECATED',
        file: 'empty.json',
        pointer: '/versions',
        start: { line: 2, column: 17 },
        end: { line: 2, column: 18 },
        clients: 'keystoneauth finds no version that it may use',
      },
      {
        ruleId: 'versions-some-usable',
        severity: 'error',
        message: 'all 2 versions are EXPERIMENTAL: none is CURRENT, SUPPORTED or DEPRECATED',
        file: 'experimental-list.json',
        pointer: '/versions',
        start: { line: 2, column: 17 },
        end: { line: 2, column: 18 },
        clients: 'keystoneauth finds no version that it may use',
      },
      {
        ruleId: 'versions-some-usable',
        severity: 'error',
        message: 'the only version is EXPERIMENTAL: none is CURRENT, SUPPORTED or DEPRECATED',
        file: 'experimental.json',
        pointer: '/version',
        start: { line: 2, column: 16 },
        end: { line: 2, column: 17 },
        clients: 'keystoneauth finds no version that it may use',
      },
    ]);
  });
});
