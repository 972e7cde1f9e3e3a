import { describe, expect, test } from '@jest/globals';

import { schemaSetOf } from '../schema-files-of';

const MAIN = { file: 'main.json', pointer: '' };

describe('acceptances', () => {
  test('agree with the verdicts, in order, for any number of values', () => {
    // The quick validator decides the type, and leaves the condition to the compiled schema.
    const set = schemaSetOf({
      'main.json': '{"type": "integer", "if": {"minimum": 100}, "then": {"multipleOf": 7}}',
    });
    const values = Array.from({ length: 1000 }, (_, index) => (index % 3 === 0 ? `${index}` : index));
    const verdicts = set.verdicts(values.map((value) => ({ value, ref: MAIN })));
    expect(set.acceptances(values, MAIN)).toEqual(
      verdicts.map((verdict) =>
        verdict.kind === 'checked' && verdict.violations.length === 0 ? 'accepted' : 'refused',
      ),
    );
    expect(set.acceptances(['a', 1, 105, 106], MAIN)).toEqual(['refused', 'accepted', 'accepted', 'refused']);
    expect(set.acceptances([], MAIN)).toEqual([]);
  });

  test('are no verdict where the schema cannot be used', () => {
    const set = schemaSetOf({ 'main.json': { $ref: 'gone.json' } });
    expect(set.acceptances([1, 2], MAIN)).toEqual(['no-verdict', 'no-verdict']);
  });

  test('are no verdict only for the value that takes too long', () => {
    const set = schemaSetOf({ 'main.json': { type: 'string', pattern: '^(a+)+$' } }, { validationTime: 400 });
    const values = [1, `${'a'.repeat(40)}!`, 'aaa', 'b'];
    expect(set.acceptances(values, MAIN)).toEqual(['refused', 'no-verdict', 'accepted', 'refused']);
  });
});
