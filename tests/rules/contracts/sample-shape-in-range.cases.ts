import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('sample-shape-in-range', () => {
  test('accepts what the schema declares or leaves open: optional properties, maps, several types, empty arrays', async () => {
    expect(await findingsOf('sample-shape-in-range/right')).toEqual([]);
  });

  test('points at added and removed properties, and values with a new type, at any depth', async () => {
    expect(await findingsOf('sample-shape-in-range/wrong')).toEqual([
      {
        ruleId: 'sample-shape-in-range',
        severity: 'info',
        message:
          'the property "ram" was removed after 2.1, but flavors.show has one schema for 2.1 and 2.55: split its range, or allow both shapes in the schema',
        file: 'api_samples/flavors/v2.55/flavor-get-resp.json',
        pointer: '/flavor',
        start: { line: 2, column: 15 },
        end: { line: 2, column: 16 },
        related: [
          {
            message: 'the previous sample',
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
          'a string became a number after 2.1, but flavors.show has one schema for 2.1 and 2.55: split its range, or allow both shapes in the schema',
        file: 'api_samples/flavors/v2.55/flavor-get-resp.json',
        pointer: '/flavor/id',
        start: { line: 3, column: 15 },
        end: { line: 3, column: 16 },
        related: [
          {
            message: 'the previous sample',
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
          'the property "vcpus" was added after 2.1, but flavors.show has one schema for 2.1 and 2.55: split its range, or allow both shapes in the schema',
        file: 'api_samples/flavors/v2.55/flavor-get-resp.json',
        pointer: '/flavor/vcpus',
        start: { line: 6, column: 9 },
        end: { line: 6, column: 16 },
        related: [
          {
            message: 'the previous sample',
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
          'the property "type" was added after 2.1, but flavors.show has one schema for 2.1 and 2.55: split its range, or allow both shapes in the schema',
        file: 'api_samples/flavors/v2.55/flavor-get-resp.json',
        pointer: '/flavor/links/0/type',
        start: { line: 11, column: 17 },
        end: { line: 11, column: 23 },
        related: [
          {
            message: 'the previous sample',
            file: 'api_samples/flavors/flavor-get-resp.json',
            start: { line: 1, column: 1 },
            end: { line: 1, column: 1 },
          },
        ],
      },
    ]);
  });
});
