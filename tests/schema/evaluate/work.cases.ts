import { describe, expect, test } from '@jest/globals';

import { runBriefly, spend } from '../../../src/schema/evaluate/work';
import { createSchemaSet } from '../../../src/schema/schema-set';
import { schemaFilesOf } from '../schema-files-of';

function long(): never {
  for (;;) spend(1000);
}

describe('a task without a watchdog', () => {
  test('gives its value, and what it throws', () => {
    expect(runBriefly(() => 7)).toEqual({ value: 7 });
    expect(() =>
      runBriefly(() => {
        throw new RangeError('of the task');
      }),
    ).toThrow('of the task');
  });

  test('is given up where it takes many steps, alone or in another', () => {
    expect(runBriefly(long)).toBe('may-take-long');
    expect(runBriefly(() => runBriefly(long))).toEqual({ value: 'may-take-long' });
    expect(runBriefly(() => spend(Infinity))).toBe('may-take-long');
    // No steps are counted after it.
    expect(() => spend(Infinity)).not.toThrow();
  });
});

/** A list of lists, 30 deep, in a schema that tries each of them twice. */
const TWICE = {
  anyOf: [{ items: { $ref: '#' }, maxItems: 0 }, { items: { $ref: '#' } }],
  not: { const: 'x' },
};
const DEEP: unknown = JSON.parse('['.repeat(30) + '"x"' + ']'.repeat(30));

test.each([
  ['a pattern that may take long', { pattern: '^(a*)*$' }, `${'a'.repeat(40)}b`],
  ['a pattern on a long text', { pattern: '[ab]+[ac]+$' }, `${'a'.repeat(20_000)}d`],
  ['a schema that tries everything twice', TWICE, DEEP],
])('%s still times out', (_, schema, value) => {
  const set = createSchemaSet(schemaFilesOf({ 'a.json': schema }), {
    formats: {},
    unicodePatterns: true,
    validationTime: 50,
  });
  const ref = { file: 'a.json', pointer: '' };
  expect(set.verdict(value, ref)).toEqual({ kind: 'timed-out', limit: 50 });
  expect(set.verdicts([{ value, ref }])).toEqual([{ kind: 'timed-out', limit: 50 }]);
});
