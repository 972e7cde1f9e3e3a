import type { ErrorObject } from 'ajv';
import { expect, test } from '@jest/globals';

import { COMBINED, PLAIN, UNICODE, VALUES, validatorsOf } from '../evaluate/plain-schemas';

/** What the explanation of an error depends on. */
function partsOf({ keyword, instancePath, params, schema, parentSchema, data }: ErrorObject) {
  return { keyword, instancePath, params, schema, parentSchema, data };
}

test('leaves schemas to ajv whose errors depend on what was evaluated, also where a reference leads to one', () => {
  const closed = { unevaluatedProperties: false };
  expect(validatorsOf(closed).found).toBeUndefined();
  expect(validatorsOf({ properties: { a: { anyOf: [{}, closed] } } }).found).toBeUndefined();
  expect(validatorsOf({ $ref: '#/$defs/a', $defs: { a: { items: closed } } }).found).toBeUndefined();
  expect(validatorsOf({ type: 'string', $defs: { a: closed } }).found).toBeDefined();
});

test.each([UNICODE, PLAIN])(
  'finds the errors that ajv finds, in its order, with unicode patterns $unicodePatterns',
  (tools) => {
    let refused = 0;
    for (const schema of COMBINED) {
      if (!tools.unicodePatterns && JSON.stringify(schema).includes('Letter')) continue;
      const { evaluate, compiled, found } = validatorsOf(schema, tools);
      if (found === undefined) continue;
      for (const value of VALUES) {
        if (evaluate(value)) continue;
        refused += 1;
        const [own, ajv] = [found(value), compiled(value)].map((errors) => errors.map(partsOf));
        expect({ schema, value, errors: own }).toEqual({ schema, value, errors: ajv });
      }
    }
    expect(refused).toBeGreaterThan(5000);
  },
);
