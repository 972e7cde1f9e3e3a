import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('facts-agree', () => {
  test('accepts equal values, of whatever kind the place is', async () => {
    expect(await findingsOf('facts-agree/right')).toEqual([]);
  });

  test('holds every reading to the value that most places say', async () => {
    expect(await findingsOf('facts-agree/wrong')).toEqual([
      {
        ruleId: 'facts-agree',
        severity: 'error',
        message:
          '"2" here, but "1" in api_samples/flavors/flavor-get-resp.json: the fact "smallest flavor" must be the same in every place',
        file: 'api_samples/flavors/flavors-in-use.json',
        pointer: '/flavor/id',
        start: { line: 2, column: 23 },
        end: { line: 2, column: 26 },
        related: [
          {
            message: '"1"',
            file: 'api_samples/flavors/flavor-get-resp.json',
            pointer: '/flavor/id',
            start: { line: 3, column: 15 },
            end: { line: 3, column: 18 },
          },
        ],
      },
      {
        ruleId: 'facts-agree',
        severity: 'error',
        message:
          '"256" here, but "512" in api_samples/flavors/flavor-get-resp.json: the fact "memory of the smallest flavor" must be the same in every place',
        file: 'doc/flavors.rst',
        start: { line: 6, column: 8 },
        end: { line: 6, column: 11 },
        related: [
          {
            message: '"512"',
            file: 'api_samples/flavors/flavor-get-resp.json',
            pointer: '/flavor/ram',
            start: { line: 5, column: 16 },
            end: { line: 5, column: 19 },
          },
        ],
      },
      {
        ruleId: 'facts-agree',
        severity: 'error',
        message:
          '"128" here, but "512" in api_samples/flavors/flavor-get-resp.json: the fact "memory of the smallest flavor" must be the same in every place',
        file: 'doc/flavors.rst',
        start: { line: 7, column: 1 },
        end: { line: 7, column: 4 },
        related: [
          {
            message: '"512"',
            file: 'api_samples/flavors/flavor-get-resp.json',
            pointer: '/flavor/ram',
            start: { line: 5, column: 16 },
            end: { line: 5, column: 19 },
          },
        ],
      },
      {
        ruleId: 'facts-agree',
        severity: 'error',
        message:
          '"01" here, but "1" in api_samples/flavors/flavor-get-resp.json: the fact "smallest flavor" must be the same in every place',
        file: 'doc/flavors.rst',
        start: { line: 9, column: 11 },
        end: { line: 9, column: 13 },
        related: [
          {
            message: '"1"',
            file: 'api_samples/flavors/flavor-get-resp.json',
            pointer: '/flavor/id',
            start: { line: 3, column: 15 },
            end: { line: 3, column: 18 },
          },
        ],
      },
    ]);
  });
});
