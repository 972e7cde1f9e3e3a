import { expect, test } from '@jest/globals';

import { schemaSetOf } from './schema-files-of';

const SCHEMAS = {
  'text.json': { type: 'string' },
  'slow.json': { pattern: '^(a+)+$' },
};
const TEXT = { file: 'text.json', pointer: '' };
const SLOW = { file: 'slow.json', pointer: '' };

test('the verdicts of several are those of each, in order', () => {
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

test('one that would run for ever takes no verdict from the others', () => {
  const set = schemaSetOf(SCHEMAS, { validationTime: 50 });
  expect(
    set.verdicts([
      { value: 'a', ref: TEXT },
      { value: `${'a'.repeat(40)}!`, ref: SLOW },
      { value: 'b', ref: TEXT },
    ]),
  ).toEqual([
    { kind: 'checked', violations: [] },
    { kind: 'timed-out', limit: 50 },
    { kind: 'checked', violations: [] },
  ]);
});
