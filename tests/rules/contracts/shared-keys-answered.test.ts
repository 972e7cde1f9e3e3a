import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('shared-keys-answered', () => {
  test('accepts an object of its own, one that the list has all of, keys of requests and of later microversions', async () => {
    expect(await findingsOf('shared-keys-answered/right')).toEqual([]);
  });

  test('points at the reference to a shared object, or at the key in a copy of one', async () => {
    expect(await findingsOf('shared-keys-answered/wrong')).toEqual([
      {
        ruleId: 'shared-keys-answered',
        severity: 'info',
        message:
          'no item of flavors.index has "description", which a sample of flavors.show has, and this object is a copy of the one there: leave it out here, or record an item that has it',
        file: 'schemas/flavors-index.json',
        pointer: '/properties/flavors/items/properties/description',
        start: { line: 15, column: 21 },
        end: { line: 15, column: 34 },
        related: [
          {
            message: 'a sample of flavors.show',
            file: 'api_samples/flavors/flavor-get-resp.json',
            pointer: '/flavor/description',
            start: { line: 5, column: 9 },
            end: { line: 5, column: 22 },
          },
        ],
      },
      {
        ruleId: 'shared-keys-answered',
        severity: 'warning',
        message:
          'no item of servers.index has "status" or "created", which every sample of servers.show has, and the two share this object: give the list its own without them',
        file: 'schemas/servers.json',
        pointer: '/$defs/index/properties/servers/items/$ref',
        start: { line: 31, column: 33 },
        end: { line: 31, column: 49 },
        related: [
          {
            message: 'a sample of servers.show',
            file: 'api_samples/servers/server-building-get-resp.json',
            pointer: '/server/status',
            start: { line: 5, column: 9 },
            end: { line: 5, column: 17 },
          },
        ],
      },
    ]);
  });
});
