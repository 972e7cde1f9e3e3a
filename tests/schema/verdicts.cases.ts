import { expect, test } from '@jest/globals';

import { schemaSetOf } from './schema-files-of';

const SCHEMAS = {
  'text.json': { type: 'string' },
  'slow.json': { pattern: '^(a+)+$' },
};
const TEXT = { file: 'text.json', pointer: '' };
const SLOW = { file: 'slow.json', pointer: '' };

test('several verdicts are the same as one by one, in order', () => {
  const set = schemaSetOf(SCHEMAS);
  expect(
    set.verdicts([
      { value: 'a', ref: TEXT },
      { value: 1, ref: TEXT },
      { value: 'a', ref: { file: 'gone.json', pointer: '' } },
    ]),
  ).toEqual([
    { kind: 'checked', violations: [] },
    { kind: 'checked', violations: [expect.objectContaining({ keyword: 'type', actual: 1 })] },
    { kind: 'unusable-schema' },
  ]);
});

test('a value that times out does not affect the verdicts of the others', () => {
  const set = schemaSetOf(SCHEMAS, { validationTime: 1000 });
  expect(
    set.verdicts([
      { value: 'a', ref: TEXT },
      { value: `${'a'.repeat(40)}!`, ref: SLOW },
      { value: 'b', ref: TEXT },
    ]),
  ).toEqual([
    { kind: 'checked', violations: [] },
    { kind: 'timed-out', limit: 1000 },
    { kind: 'checked', violations: [] },
  ]);
});

test('the verdicts of more than one batch are the same as one by one, in order', () => {
  const values = Array.from({ length: 250 }, (_, index) => (index % 3 === 0 ? index : `${index}`));
  const set = schemaSetOf(SCHEMAS);
  const together = set.verdicts(values.map((value) => ({ value, ref: TEXT })));
  expect(together).toEqual(values.map((value) => set.verdict(value, TEXT)));
  expect(
    together.filter((verdict) => verdict.kind === 'checked' && verdict.violations.length > 0),
  ).toHaveLength(84);
});
