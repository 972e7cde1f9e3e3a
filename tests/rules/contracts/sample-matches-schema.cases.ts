import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('sample-matches-schema', () => {
  test('accepts a sample that satisfies both of its contracts', async () => {
    expect(await findingsOf('sample-matches-schema/right')).toEqual([]);
  });

  test('points at each cause once, with a fix, even if two contracts use the same definition', async () => {
    expect(await findingsOf('sample-matches-schema/wrong')).toEqual([
      {
        ruleId: 'sample-matches-schema',
        severity: 'error',
        message: 'expected a uuid, got "9d1c3b5e": write it like 9d1c3b5e-0f64-4b54-8a7f-2c1d0e9f8a7b',
        file: 'api_samples/server.json',
        pointer: '/server/id',
        start: { line: 3, column: 15 },
        end: { line: 3, column: 25 },
      },
      {
        ruleId: 'sample-matches-schema',
        severity: 'error',
        message: 'unknown property "nmae", and required property "name" is missing: rename it',
        file: 'api_samples/server.json',
        pointer: '/server/nmae',
        start: { line: 4, column: 9 },
        end: { line: 4, column: 15 },
      },
      {
        ruleId: 'sample-matches-schema',
        severity: 'error',
        message: 'expected one of "ACTIVE", "BUILD", "ERROR", got "ACTVE": did you mean "ACTIVE"?',
        file: 'api_samples/server.json',
        pointer: '/server/status',
        start: { line: 5, column: 19 },
        end: { line: 5, column: 26 },
      },
      {
        ruleId: 'sample-matches-schema',
        severity: 'error',
        message: 'expected a date-time, got "2011-02-30T11:33:21Z": the day does not exist',
        file: 'api_samples/server.json',
        pointer: '/server/created',
        start: { line: 6, column: 20 },
        end: { line: 6, column: 42 },
      },
      {
        ruleId: 'sample-matches-schema',
        severity: 'error',
        message: 'expected a string, got 7: put it in quotes',
        file: 'api_samples/server.json',
        pointer: '/server/tags/1',
        start: { line: 7, column: 26 },
        end: { line: 7, column: 27 },
      },
      {
        ruleId: 'sample-matches-schema',
        severity: 'error',
        message: 'expected unique items, but /server/tags/2 equals /server/tags/0: remove one',
        file: 'api_samples/server.json',
        pointer: '/server/tags/2',
        start: { line: 7, column: 29 },
        end: { line: 7, column: 35 },
      },
      {
        ruleId: 'sample-matches-schema',
        severity: 'error',
        message: 'expected a uri, got "/servers/1": write the whole URL, or use the format uri-reference',
        file: 'api_samples/server.json',
        pointer: '/server/links/0/href',
        start: { line: 9, column: 38 },
        end: { line: 9, column: 50 },
      },
      {
        ruleId: 'sample-matches-schema',
        severity: 'error',
        message: 'required property "href" is missing',
        file: 'api_samples/server.json',
        pointer: '/server/links/1',
        start: { line: 10, column: 13 },
        end: { line: 10, column: 14 },
      },
      {
        ruleId: 'sample-matches-schema',
        severity: 'error',
        message: 'expected at most 1 item that has rel "self", got 2',
        file: 'api_samples/server.json',
        pointer: '/server/links/1',
        start: { line: 10, column: 13 },
        end: { line: 10, column: 30 },
      },
      {
        ruleId: 'sample-matches-schema',
        severity: 'error',
        message:
          'expected an integer, got "2": remove the quotes (checked against "FlavorDetail", alternative 2 of 2)',
        file: 'api_samples/server.json',
        pointer: '/server/flavor/vcpus',
        start: { line: 12, column: 48 },
        end: { line: 12, column: 51 },
      },
      {
        ruleId: 'sample-matches-schema',
        severity: 'error',
        message: 'expected a string or null, got 5',
        file: 'api_samples/server.json',
        pointer: '/server/locked_reason',
        start: { line: 13, column: 26 },
        end: { line: 13, column: 27 },
      },
      {
        ruleId: 'sample-matches-schema',
        severity: 'error',
        message:
          'unknown property "extra": the schema allows only "id", "name", "status", "created", "tags", "links", "flavor", "locked_reason"',
        file: 'api_samples/server.json',
        pointer: '/server/extra',
        start: { line: 14, column: 9 },
        end: { line: 14, column: 16 },
      },
    ]);
  });
});
