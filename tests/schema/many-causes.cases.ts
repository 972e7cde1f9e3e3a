import { expect, test } from '@jest/globals';

import { causesOf } from '../../src/schema/explain/causes';
import type { Violation } from '../../src/model/schemas/violation';

function violation(keyword: string, index: number, property: string): Violation {
  return {
    keyword,
    instanceLocation: `/${index}`,
    keywordLocation: `a.json#/items/${keyword}`,
    expected: keyword === 'required' ? [property] : false,
    actual: {},
    property,
  };
}

test('misspelled properties in very many objects are joined with the missing ones', () => {
  const count = 20_000;
  const violations = Array.from({ length: count }, (_, index) => [
    violation('additionalProperties', index, 'nmae'),
    violation('required', index, 'name'),
  ]).flat();
  const causes = causesOf(violations);
  expect(causes).toHaveLength(count);
  expect(causes.every(({ missing, token }) => missing === 'name' && token === 'key')).toBe(true);
});
