import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('updated-date-time', () => {
  test('accepts leap days, leap seconds, fractions and a zero offset', async () => {
    expect(await findingsOf('updated-date-time/right')).toEqual([]);
  });

  test('warns about other values, and rejects them for Compute', async () => {
    expect(await findingsOf('updated-date-time/wrong')).toEqual([
      {
        ruleId: 'updated-date-time',
        severity: 'error',
        message: 'the day in "2013-13-01T11:33:21Z" does not exist',
        file: 'compute.json',
        pointer: '/version/updated',
        start: { line: 28, column: 20 },
        end: { line: 28, column: 42 },
      },
      {
        ruleId: 'updated-date-time',
        severity: 'warning',
        message:
          'expected "updated" to be a date-time such as "2013-07-23T11:33:21Z", got the number 1295609601',
        file: 'numbers.json',
        pointer: '/versions/0/updated',
        start: { line: 16, column: 24 },
        end: { line: 16, column: 34 },
      },
      {
        ruleId: 'updated-date-time',
        severity: 'warning',
        message: 'expected "updated" to be a date-time such as "2013-07-23T11:33:21Z", got null',
        file: 'numbers.json',
        pointer: '/versions/1/updated',
        start: { line: 31, column: 24 },
        end: { line: 31, column: 28 },
      },
      {
        ruleId: 'updated-date-time',
        severity: 'warning',
        message: 'the day in "2011-02-30T11:33:21Z" does not exist',
        file: 'versions.json',
        pointer: '/versions/0/updated',
        start: { line: 16, column: 24 },
        end: { line: 16, column: 46 },
      },
      {
        ruleId: 'updated-date-time',
        severity: 'warning',
        message: 'the day in "2013-02-29T00:00:00Z" does not exist',
        file: 'versions.json',
        pointer: '/versions/1/updated',
        start: { line: 31, column: 24 },
        end: { line: 31, column: 46 },
      },
      {
        ruleId: 'updated-date-time',
        severity: 'warning',
        message: 'expected an RFC 3339 date-time in UTC such as "2013-07-23T11:33:21Z", got "2011-01-21"',
        file: 'versions.json',
        pointer: '/versions/2/updated',
        start: { line: 46, column: 24 },
        end: { line: 46, column: 36 },
      },
      {
        ruleId: 'updated-date-time',
        severity: 'warning',
        message:
          'expected an RFC 3339 date-time in UTC such as "2013-07-23T11:33:21Z", got "2011-01-21 11:33:21Z"',
        file: 'versions.json',
        pointer: '/versions/3/updated',
        start: { line: 61, column: 24 },
        end: { line: 61, column: 46 },
      },
      {
        ruleId: 'updated-date-time',
        severity: 'warning',
        message:
          'expected an RFC 3339 date-time in UTC such as "2013-07-23T11:33:21Z", got "2011-01-21T11:33:21"',
        file: 'versions.json',
        pointer: '/versions/4/updated',
        start: { line: 76, column: 24 },
        end: { line: 76, column: 45 },
      },
      {
        ruleId: 'updated-date-time',
        severity: 'warning',
        message: 'expected a date-time in UTC, got "2011-01-21T11:33:21+02:00": write "2011-01-21T09:33:21Z"',
        file: 'versions.json',
        pointer: '/versions/5/updated',
        start: { line: 91, column: 24 },
        end: { line: 91, column: 51 },
      },
      {
        ruleId: 'updated-date-time',
        severity: 'warning',
        message: 'the time of day in "2011-01-21T24:00:00Z" does not exist',
        file: 'versions.json',
        pointer: '/versions/6/updated',
        start: { line: 106, column: 24 },
        end: { line: 106, column: 46 },
      },
      {
        ruleId: 'updated-date-time',
        severity: 'warning',
        message: 'expected an RFC 3339 date-time in UTC such as "2013-07-23T11:33:21Z", got ""',
        file: 'versions.json',
        pointer: '/versions/7/updated',
        start: { line: 121, column: 24 },
        end: { line: 121, column: 26 },
      },
    ]);
  });
});
