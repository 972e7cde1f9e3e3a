import { describe, expect, test } from '@jest/globals';

import { schemaSetOf } from './schema-files-of';

const MAIN = { file: 'main.json', pointer: '' };

/** The verdicts on several values: how many violations, or the place of the circle that was reached. */
function verdictsOn(schema: unknown, ...values: readonly unknown[]): readonly unknown[] {
  const set = schemaSetOf({ 'main.json': schema });
  const alone = values.map((value) => outcome(set.verdict(value, MAIN)));
  expect(set.verdicts(values.map((value) => ({ value, ref: MAIN }))).map(outcome)).toEqual(alone);
  return alone;
}

function outcome(verdict: ReturnType<ReturnType<typeof schemaSetOf>['verdict']>): unknown {
  if (verdict.kind === 'checked') return verdict.violations.length;
  const place = verdict.kind === 'unusable-schema' ? verdict.problem?.place : undefined;
  return place !== undefined && 'pointer' in place ? place.pointer : verdict;
}

describe('a circle of references for the same value', () => {
  test('that nothing uses disables nothing', () => {
    const definitions = { a: { $ref: '#/definitions/a' } };
    expect(verdictsOn({ type: 'string', definitions }, 'x', 1)).toEqual([0, 1]);
  });

  test('disables only values that reach it', () => {
    const schema = {
      properties: { a: { $ref: '#/$defs/a' }, b: { type: 'string' } },
      $defs: {
        a: { allOf: [{ $ref: '#/$defs/b' }] },
        b: { anyOf: [{ type: 'null' }, { $ref: '#/$defs/a' }] },
      },
    };
    const circle = '/$defs/a/allOf/0/$ref';
    expect(verdictsOn(schema, {}, { b: 1 }, { a: 1 }, { a: null }, { b: 1, a: 1 }, { b: 'x' })).toEqual([
      0,
      1,
      circle,
      0,
      circle,
      0,
    ]);
  });

  test('is named by the same place, wherever it is entered', () => {
    const $defs = {
      a: { $ref: '#/$defs/b' },
      b: { $ref: '#/$defs/c' },
      c: { not: { $ref: '#/$defs/a' } },
    };
    for (const start of ['a', 'b', 'c'])
      expect(verdictsOn({ $ref: `#/$defs/${start}`, $defs }, 1)).toEqual(['/$defs/a/$ref']);
  });

  test('each of several is found', () => {
    const schema = {
      properties: { a: { $ref: '#/$defs/a' }, b: { $ref: '#/$defs/b' }, c: { $ref: '#' } },
      $defs: { a: { $ref: '#/$defs/a' }, b: { if: { $ref: '#/$defs/b' } } },
    };
    expect(verdictsOn(schema, { a: 1 }, { b: 1 }, { c: { c: {} } }, { c: { a: 1 } })).toEqual([
      '/$defs/a/$ref',
      '/$defs/b/if/$ref',
      0,
      '/$defs/a/$ref',
    ]);
    const problems = schemaSetOf({ 'main.json': schema }).problems(MAIN);
    expect(problems.map(({ kind }) => kind)).toEqual(['circular-reference', 'circular-reference']);
  });

  test('through a value is none', () => {
    const schema = { properties: { next: { $ref: '#' } }, items: { $ref: '#' }, maxProperties: 1 };
    expect(verdictsOn(schema, { next: { next: [{ a: 1, b: 2 }] } })).toEqual([1]);
    expect(schemaSetOf({ 'main.json': schema }).problems(MAIN)).toEqual([]);
  });
});
