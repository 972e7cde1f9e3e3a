import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('shared-keys-answered', () => {
  test('accepts separate objects, properties that the list has, and properties of requests and of later microversions', async () => {
    expect(await findingsOf('shared-keys-answered/right')).toEqual([]);
  });

  test('points at the reference to a shared object, or at the property in a copy', async () => {
    expect(await findingsOf('shared-keys-answered/wrong')).toEqual([
      {
        ruleId: 'shared-keys-answered',
        severity: 'info',
        message:
          'no item of flavors.index has "description", but a sample of flavors.show does, and this object schema is a copy of the one there: remove it here, or record an item that has it',
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
          'no item of servers.index has "status" or "created", but every sample of servers.show does, and both use this object schema: give the list its own without them',
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
