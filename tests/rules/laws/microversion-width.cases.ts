import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('microversion-width', () => {
  test('accepts a minor of 240', async () => {
    expect(await findingsOf('microversion-width/right')).toEqual([]);
  });

  test('warns from 241 on, and states when the client fails', async () => {
    expect(await findingsOf('microversion-width/wrong')).toEqual([
      {
        ruleId: 'microversion-width',
        severity: 'warning',
        message: 'the minor version 241 is close to 255, the largest that fits into 8 bits',
        file: 'versions.json',
        pointer: '/versions/0/version',
        start: { line: 16, column: 24 },
        end: { line: 16, column: 31 },
        clients: 'gtema/openstack will fail at 256',
      },
      {
        ruleId: 'microversion-width',
        severity: 'warning',
        message: 'the minor version 256 does not fit into 8 bits',
        file: 'versions.json',
        pointer: '/versions/1/max_version',
        start: { line: 32, column: 28 },
        end: { line: 32, column: 35 },
        clients: 'gtema/openstack fails',
      },
    ]);
  });
});
