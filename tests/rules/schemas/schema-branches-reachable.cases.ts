import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('schema-branches-reachable', () => {
  test('accepts alternatives that do not cover each other', async () => {
    expect(await findingsOf('schema-branches-reachable/right')).toEqual([]);
  });

  test('keeps an alternative whose properties or items `unevaluated…` reads', async () => {
    const found = await findingsOf('schema-branches-reachable/unevaluated');
    expect(found.map(({ pointer, start }) => `${start.line} ${pointer}`)).toEqual([
      '7 /properties/read/anyOf/2',
      '21 /properties/notRead/anyOf/1',
      '29 /properties/below/properties/inner/anyOf/1',
    ]);
  });

  test('warns about alternatives that another covers, and about constant or missing conditions', async () => {
    expect(await findingsOf('schema-branches-reachable/wrong')).toEqual([
      {
        ruleId: 'schema-branches-reachable',
        severity: 'warning',
        message: 'alternative 2 accepts no value that alternative 1 does not accept too: remove one of them',
        file: 'schemas/server.json',
        pointer: '/properties/image/anyOf/1',
        start: { line: 10, column: 17 },
        end: { line: 10, column: 18 },
        related: [
          {
            message: 'alternative 1',
            file: 'schemas/server.json',
            pointer: '/properties/image/anyOf/0',
            start: { line: 7, column: 17 },
            end: { line: 7, column: 18 },
          },
        ],
      },
      {
        ruleId: 'schema-branches-reachable',
        severity: 'warning',
        message:
          'alternative 1 also accepts every value of alternative 2, so `oneOf` rejects them all: remove one of them, or make them exclusive',
        file: 'schemas/server.json',
        pointer: '/properties/address/oneOf/1',
        start: { line: 24, column: 17 },
        end: { line: 24, column: 18 },
        related: [
          {
            message: 'alternative 1',
            file: 'schemas/server.json',
            pointer: '/properties/address/oneOf/0',
            start: { line: 21, column: 17 },
            end: { line: 21, column: 18 },
          },
        ],
      },
      {
        ruleId: 'schema-branches-reachable',
        severity: 'warning',
        message: '`if: false` makes `then` unreachable: write the intended condition',
        file: 'schemas/server.json',
        pointer: '/properties/host/if',
        start: { line: 35, column: 19 },
        end: { line: 35, column: 24 },
      },
      {
        ruleId: 'schema-branches-reachable',
        severity: 'warning',
        message: '`then` without `if` is ignored: add the condition, or remove it',
        file: 'schemas/server.json',
        pointer: '/properties/flavor/then',
        start: { line: 42, column: 13 },
        end: { line: 42, column: 19 },
      },
      {
        ruleId: 'schema-branches-reachable',
        severity: 'warning',
        message:
          'alternative 1 is an integer, but the type next to the alternatives is a string or null, so no value matches it: fix one of the types, or remove it',
        file: 'schemas/server.json',
        pointer: '/properties/size/anyOf/0/type',
        start: { line: 50, column: 29 },
        end: { line: 50, column: 38 },
      },
    ]);
  });
});
