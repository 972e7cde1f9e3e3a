import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';

describe('example-properties-declared', () => {
  test('accepts declared properties, those of maps, and those of objects that allow any in so many words', async () => {
    expect(await findingsOf('example-properties-declared/right')).toEqual([]);
  });

  test('reports properties that no part of the schema declares, at any depth', async () => {
    expect(linesOf(await findingsOf('example-properties-declared/wrong'))).toEqual([
      'openapi.yaml:14:48-14:52 info /servers/0/zone: the schema does not declare "zone", so its value is not checked: declare it, or write "additionalProperties: true"',
      'openapi.yaml:15:17-15:21 info /next: the schema does not declare "next", so its value is not checked: declare it, or write "additionalProperties: true"',
    ]);
  });
});
