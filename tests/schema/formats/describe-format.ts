import { describe, expect, test } from '@jest/globals';

import { violationsIn } from '../schema-files-of';

const DIALECTS = [
  'http://json-schema.org/draft-04/schema#',
  'http://json-schema.org/draft-07/schema#',
  'https://json-schema.org/draft/2019-09/schema',
  'https://json-schema.org/draft/2020-12/schema',
];

/** Declares the tests of a format with values that it accepts and texts or numbers that it refuses. */
export function describeFormat(
  format: string,
  good: readonly unknown[],
  bad: readonly (string | number)[],
): void {
  describe(format, () => {
    test('accepts and refuses', () => {
      expect(good.filter((value) => refuses({ format }, value))).toEqual([]);
      expect(bad.filter((value) => !refuses({ format }, value))).toEqual([]);
    });

    test('is the same in every dialect', () => {
      for (const $schema of DIALECTS) {
        expect(good.filter((value) => refuses({ $schema, format }, value))).toEqual([]);
        expect(bad.filter((value) => !refuses({ $schema, format }, value))).toEqual([]);
      }
    });

    test('explains each refusal by one violation', () => {
      for (const value of bad) {
        expect(violationsIn([value], { 'main.json': { items: { format } } })).toMatchObject([
          { keyword: 'format', expected: format, actual: value, instanceLocation: '/0' },
        ]);
      }
    });

    test('is an annotation where formats are not asserted', () => {
      const schema = { 'main.json': { format, type: ['string', 'number', 'null'] } };
      const refused = bad.filter(
        (value) => violationsIn(value, schema, { formatMode: 'annotated' }).length > 0,
      );
      expect(refused).toEqual([]);
    });
  });
}

function refuses(schema: object, value: unknown): boolean {
  return violationsIn(value, { 'main.json': schema }).length > 0;
}
