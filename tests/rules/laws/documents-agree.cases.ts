import { describe, expect, test } from '@jest/globals';

import { findingsIn, findingsOf } from '../rule-fixtures';

describe('documents-agree', () => {
  test('compares only the status of choices, and only the self link of a bare document', async () => {
    expect(await findingsOf('documents-agree/right')).toEqual([]);
  });

  test('points at the minority, at the stale newest microversion, at the missing property, else at the later document', async () => {
    expect(await findingsOf('documents-agree/wrong')).toEqual([
      {
        ruleId: 'documents-agree',
        severity: 'error',
        message:
          'the newest microversion of v1.0 is "1.36" here, but the list has "1.37": 1.37 is newer, so the other is probably stale',
        file: 'baremetal.json',
        pointer: '/default_version/version',
        start: { line: 15, column: 20 },
        end: { line: 15, column: 26 },
        related: [
          {
            message: 'the newest microversion of v1.0',
            file: 'baremetal.json',
            pointer: '/versions/0/version',
            start: { line: 32, column: 24 },
            end: { line: 32, column: 30 },
          },
        ],
      },
      {
        ruleId: 'documents-agree',
        severity: 'error',
        message:
          'the oldest microversion of v2.0 is "2.0" here, but share-v2.json has "2.1": use the same value in both',
        file: 'share.json',
        pointer: '/versions/0/min_version',
        start: { line: 17, column: 28 },
        end: { line: 17, column: 33 },
        related: [
          {
            message: 'the oldest microversion of v2.0',
            file: 'share-v2.json',
            pointer: '/version/min_version',
            start: { line: 16, column: 24 },
            end: { line: 16, column: 29 },
          },
        ],
      },
      {
        ruleId: 'documents-agree',
        severity: 'error',
        message:
          'the status of v2.0 is "DEPRECATED" here, but choices.json has "SUPPORTED": use the same value in both',
        file: 'v2.json',
        pointer: '/version/status',
        start: { line: 25, column: 19 },
        end: { line: 25, column: 31 },
        related: [
          {
            message: 'the status of v2.0',
            file: 'choices.json',
            pointer: '/choices/0/status',
            start: { line: 5, column: 23 },
            end: { line: 5, column: 34 },
          },
        ],
      },
      {
        ruleId: 'documents-agree',
        severity: 'error',
        message:
          'the newest microversion of v2.1 is "2.9" here, but versions.json has "2.60": 2.60 is newer, so the other is probably stale',
        file: 'v21.json',
        pointer: '/version/version',
        start: { line: 26, column: 20 },
        end: { line: 26, column: 25 },
        related: [
          {
            message: 'the newest microversion of v2.1',
            file: 'versions.json',
            pointer: '/versions/1/version',
            start: { line: 32, column: 24 },
            end: { line: 32, column: 30 },
          },
        ],
      },
      {
        ruleId: 'documents-agree',
        severity: 'error',
        message:
          '"updated" of v2.0 is missing here, but v2.json has "2011-01-21T11:33:21Z": state it in both or in neither',
        file: 'versions.json',
        pointer: '/versions/0',
        start: { line: 3, column: 9 },
        end: { line: 3, column: 10 },
        related: [
          {
            message: '"updated" of v2.0',
            file: 'v2.json',
            pointer: '/version/updated',
            start: { line: 28, column: 20 },
            end: { line: 28, column: 42 },
          },
        ],
      },
      {
        ruleId: 'documents-agree',
        severity: 'error',
        message:
          'the self link of v2.1 is "http://openstack.example.com/v2.1/" here, but v21.json has "http://other.example.com/v2.1/": use the same value in both',
        file: 'versions.json',
        pointer: '/versions/1/links/0/href',
        start: { line: 23, column: 29 },
        end: { line: 23, column: 65 },
        related: [
          {
            message: 'the self link of v2.1',
            file: 'v21.json',
            pointer: '/version/links/0/href',
            start: { line: 6, column: 25 },
            end: { line: 6, column: 57 },
          },
        ],
      },
      {
        ruleId: 'documents-agree',
        severity: 'error',
        message:
          'the oldest microversion of v2.1 is "2.1" here, but v21.json has "2.3": use the same value in both',
        file: 'versions.json',
        pointer: '/versions/1/min_version',
        start: { line: 33, column: 28 },
        end: { line: 33, column: 33 },
        related: [
          {
            message: 'the oldest microversion of v2.1',
            file: 'v21.json',
            pointer: '/version/min_version',
            start: { line: 27, column: 24 },
            end: { line: 27, column: 29 },
          },
        ],
      },
      {
        ruleId: 'documents-agree',
        severity: 'error',
        message:
          '"version" of v3.0 is missing here, but volume.json has "3.71": state it in both or in neither',
        file: 'volume-v3.json',
        pointer: '/version',
        start: { line: 2, column: 16 },
        end: { line: 2, column: 17 },
        related: [
          {
            message: 'the newest microversion of v3.0',
            file: 'volume.json',
            pointer: '/versions/0/version',
            start: { line: 16, column: 24 },
            end: { line: 16, column: 30 },
          },
        ],
      },
    ]);
  });

  test('skips a newest microversion that newest-matches-code reports', async () => {
    const findings = await findingsOf('documents-agree/wrong', { newest: '2.60' });
    expect(findings.filter(({ file }) => file === 'v21.json')).toEqual([]);
  });

  test.each([
    ['CURRENT', 'current', []],
    ['stable', 'STABLE', []],
    [
      'CURRENT',
      'supported',
      [
        '/version/status: the status of v2.1 is "supported" here, but a.json has "CURRENT": use the same value in both',
      ],
    ],
  ])('compares the statuses %j and %j in upper case', async (first, second, expected) => {
    const entry = { id: 'v2.1', links: [] };
    const findings = await findingsIn('documents-agree', [
      { name: 'a.json', text: JSON.stringify({ versions: [{ ...entry, status: first }] }) },
      { name: 'b.json', text: JSON.stringify({ version: { ...entry, status: second } }) },
    ]);
    expect(findings.map(({ pointer, message }) => `${pointer}: ${message}`)).toEqual(expected);
  });
});
