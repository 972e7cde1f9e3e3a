import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('sample-shape-in-range', () => {
  test('accepts what the schema declares or leaves open: optional keys, maps, several types, empty lists', async () => {
    expect(await findingsOf('sample-shape-in-range/right')).toEqual([]);
  });

  test('points at keys that came and went, and values that changed their type, at any depth', async () => {
    expect(await findingsOf('sample-shape-in-range/wrong')).toEqual([
      {
        ruleId: 'sample-shape-in-range',
        severity: 'info',
        message:
          'the key "ram" is gone since 2.1, and flavors.show has one schema for 2.1 and 2.55: end its range in between, or say in the schema that both may be',
        file: 'api_samples/flavors/v2.55/flavor-get-resp.json',
        pointer: '/flavor',
        start: { line: 2, column: 15 },
        end: { line: 2, column: 16 },
        related: [
          {
            message: 'the sample before',
            file: 'api_samples/flavors/flavor-get-resp.json',
            start: { line: 1, column: 1 },
            end: { line: 1, column: 1 },
          },
        ],
      },
      {
        ruleId: 'sample-shape-in-range',
        severity: 'info',
        message:
          'a string became a number since 2.1, and flavors.show has one schema for 2.1 and 2.55: end its range in between, or say in the schema that both may be',
        file: 'api_samples/flavors/v2.55/flavor-get-resp.json',
        pointer: '/flavor/id',
        start: { line: 3, column: 15 },
        end: { line: 3, column: 16 },
        related: [
          {
            message: 'the sample before',
            file: 'api_samples/flavors/flavor-get-resp.json',
            start: { line: 1, column: 1 },
            end: { line: 1, column: 1 },
          },
        ],
      },
      {
        ruleId: 'sample-shape-in-range',
        severity: 'info',
        message:
          'the key "vcpus" is new since 2.1, and flavors.show has one schema for 2.1 and 2.55: end its range in between, or say in the schema that both may be',
        file: 'api_samples/flavors/v2.55/flavor-get-resp.json',
        pointer: '/flavor/vcpus',
        start: { line: 6, column: 9 },
        end: { line: 6, column: 16 },
        related: [
          {
            message: 'the sample before',
            file: 'api_samples/flavors/flavor-get-resp.json',
            start: { line: 1, column: 1 },
            end: { line: 1, column: 1 },
          },
        ],
      },
      {
        ruleId: 'sample-shape-in-range',
        severity: 'info',
        message:
          'the key "type" is new since 2.1, and flavors.show has one schema for 2.1 and 2.55: end its range in between, or say in the schema that both may be',
        file: 'api_samples/flavors/v2.55/flavor-get-resp.json',
        pointer: '/flavor/links/0/type',
        start: { line: 11, column: 17 },
        end: { line: 11, column: 23 },
        related: [
          {
            message: 'the sample before',
            file: 'api_samples/flavors/flavor-get-resp.json',
            start: { line: 1, column: 1 },
            end: { line: 1, column: 1 },
          },
        ],
      },
    ]);
  });
});
