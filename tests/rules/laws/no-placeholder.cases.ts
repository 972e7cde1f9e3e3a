import { describe, expect, test } from '@jest/globals';

import { findingsIn, findingsOf } from '../rule-fixtures';

describe('no-placeholder', () => {
  test('accepts a placeholder in free text', async () => {
    expect(await findingsOf('no-placeholder/right')).toEqual([]);
  });

  test('points at each value that was never filled in', async () => {
    expect(await findingsOf('no-placeholder/wrong')).toEqual([
      {
        ruleId: 'no-placeholder',
        severity: 'error',
        message:
          '"%(host)s/v1/" contains the placeholder "%(host)s": write the value that a service would return',
        file: 'versions.json',
        pointer: '/versions/0/links/0/href',
        start: { line: 7, column: 29 },
        end: { line: 7, column: 43 },
      },
      {
        ruleId: 'no-placeholder',
        severity: 'error',
        message: '"$UPDATED" is a placeholder: write the value that a service would return',
        file: 'versions.json',
        pointer: '/versions/0/updated',
        start: { line: 16, column: 24 },
        end: { line: 16, column: 34 },
      },
      {
        ruleId: 'no-placeholder',
        severity: 'error',
        message:
          '"http://<host>/v2/" contains the placeholder "<host>": write the value that a service would return',
        file: 'versions.json',
        pointer: '/versions/1/links/0/href',
        start: { line: 22, column: 29 },
        end: { line: 22, column: 48 },
      },
      {
        ruleId: 'no-placeholder',
        severity: 'error',
        message: '"{{ status }}" is a placeholder: write the value that a service would return',
        file: 'versions.json',
        pointer: '/versions/1/status',
        start: { line: 30, column: 23 },
        end: { line: 30, column: 37 },
      },
      {
        ruleId: 'no-placeholder',
        severity: 'error',
        message: '"{Current_Max_Version}" is a placeholder: write the value that a service would return',
        file: 'versions.json',
        pointer: '/versions/2/version',
        start: { line: 45, column: 24 },
        end: { line: 45, column: 47 },
      },
      {
        ruleId: 'no-placeholder',
        severity: 'error',
        message:
          '"application/vnd.openstack.volume+json;version=${MAJOR}" contains the placeholder "${MAJOR}": write the value that a service would return',
        file: 'versions.json',
        pointer: '/versions/2/media-types/0/type',
        start: { line: 50, column: 29 },
        end: { line: 50, column: 85 },
      },
    ]);
  });

  test('skips responses, whose values other laws report', async () => {
    const entry = {
      id: 'v1.0',
      status: 'CURRENT',
      links: [{ rel: 'self', href: 'http://openstack.example.com/v1/' }],
    };
    const text = JSON.stringify({ version: { ...entry, version: '{Max}', min_version: '1.0' } });
    const response = { name: 'http://openstack.example.com/', text, kind: 'response' } as const;
    expect(await findingsIn('no-placeholder', [response])).toEqual([]);
    expect(await findingsIn('microversion-form', [response])).toMatchObject([
      { ruleId: 'microversion-form', pointer: '/version/version' },
    ]);
  });
});
