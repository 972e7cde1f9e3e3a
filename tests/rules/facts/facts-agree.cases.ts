import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('facts-agree', () => {
  test('accepts equal values in places of every kind', async () => {
    expect(await findingsOf('facts-agree/right')).toEqual([]);
  });

  test('expects the value of most places in every place', async () => {
    expect(await findingsOf('facts-agree/wrong')).toEqual([
      {
        ruleId: 'facts-agree',
        severity: 'error',
        message:
          'expected "1" as in api_samples/flavors/flavor-get-resp.json, got "2": the fact "smallest flavor" must have the same value everywhere',
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
          'expected "512" as in api_samples/flavors/flavor-get-resp.json, got "256": the fact "memory of the smallest flavor" must have the same value everywhere',
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
          'expected "512" as in api_samples/flavors/flavor-get-resp.json, got "128": the fact "memory of the smallest flavor" must have the same value everywhere',
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
          'expected "1" as in api_samples/flavors/flavor-get-resp.json, got "01": the fact "smallest flavor" must have the same value everywhere',
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
