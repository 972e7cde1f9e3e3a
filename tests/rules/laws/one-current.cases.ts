import { describe, expect, test } from '@jest/globals';

import { findingsIn, findingsOf } from '../rule-fixtures';

describe('one-current', () => {
  test('compares ids as numbers, and accepts a single version that is not CURRENT', async () => {
    expect(await findingsOf('one-current/right')).toEqual([]);
  });

  test('points at an extra or a too low CURRENT, and at a list without one', async () => {
    expect(await findingsOf('one-current/wrong')).toEqual([
      {
        ruleId: 'one-current',
        severity: 'error',
        message: 'none of these 2 versions is CURRENT: set the status of the highest, "v3.0", to CURRENT',
        file: 'none.json',
        pointer: '/versions',
        start: { line: 2, column: 17 },
        end: { line: 2, column: 18 },
      },
      {
        ruleId: 'one-current',
        severity: 'error',
        message: '"v3.9" is CURRENT, but "v3.10" is higher: mark only the highest version as CURRENT',
        file: 'not-the-highest.json',
        pointer: '/versions/0/status',
        start: { line: 15, column: 23 },
        end: { line: 15, column: 32 },
        related: [
          {
            message: 'the highest version',
            file: 'not-the-highest.json',
            pointer: '/versions/1/id',
            start: { line: 18, column: 19 },
            end: { line: 18, column: 26 },
          },
        ],
      },
      {
        ruleId: 'one-current',
        severity: 'error',
        message: 'both "v2.0" and "v2.1" are CURRENT: mark only the highest version as CURRENT',
        file: 'two.json',
        pointer: '/versions/0/status',
        start: { line: 15, column: 23 },
        end: { line: 15, column: 32 },
        related: [
          {
            message: 'the highest version',
            file: 'two.json',
            pointer: '/versions/1/id',
            start: { line: 21, column: 19 },
            end: { line: 21, column: 25 },
          },
        ],
      },
    ]);
  });

  test.each([
    [
      'an EXPERIMENTAL version above the CURRENT one',
      [
        ['v2.0', 'CURRENT'],
        ['v3.0', 'EXPERIMENTAL'],
      ],
    ],
    [
      'one in lower case',
      [
        ['v3', 'experimental'],
        ['v2.1', 'current'],
        ['v2.0', 'supported'],
      ],
    ],
    [
      'several',
      [
        ['v4', 'EXPERIMENTAL'],
        ['v3', 'EXPERIMENTAL'],
        ['v2', 'CURRENT'],
        ['v1', 'DEPRECATED'],
      ],
    ],
    [
      'only EXPERIMENTAL versions',
      [
        ['v1', 'EXPERIMENTAL'],
        ['v2', 'Experimental'],
      ],
    ],
    [
      'Stable next to versions in lower case',
      [
        ['v3.10', 'Stable'],
        ['v2.0', 'deprecated'],
      ],
    ],
  ])('accepts %s', async (_name, versions) => {
    expect(await messagesOn(versions)).toEqual([]);
  });

  test('omits EXPERIMENTAL versions from the comparison, and compares statuses in upper case', async () => {
    const tooLow = [
      ['v2.0', 'Current'],
      ['v2.1', 'supported'],
      ['v3.0', 'EXPERIMENTAL'],
    ];
    expect(await messagesOn(tooLow)).toEqual([
      '/versions/0/status: "v2.0" is CURRENT, but "v2.1" is higher: mark only the highest version as CURRENT',
    ]);
    const none = [
      ['v2.0', 'deprecated'],
      ['v2.1', 'SUPPORTED'],
      ['v3.0', 'experimental'],
    ];
    expect(await messagesOn(none)).toEqual([
      '/versions: none of these 3 versions is CURRENT: set the status of the highest, "v2.1", to CURRENT',
    ]);
    const two = [
      ['v2.0', 'current'],
      ['v2.1', 'CURRENT'],
      ['v3.0', 'EXPERIMENTAL'],
    ];
    expect(await messagesOn(two)).toEqual([
      '/versions/0/status: both "v2.0" and "v2.1" are CURRENT: mark only the highest version as CURRENT',
    ]);
  });
});

/** The findings on a list of versions, each with its id and status. */
async function messagesOn(versions: readonly (readonly string[])[]): Promise<readonly string[]> {
  const text = JSON.stringify({ versions: versions.map(([id, status]) => ({ id, status, links: [] })) });
  const findings = await findingsIn('one-current', [{ name: 'versions.json', text }]);
  return findings.map(({ pointer, message }) => `${pointer}: ${message}`);
}
