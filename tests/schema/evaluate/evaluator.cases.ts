import { expect, test } from '@jest/globals';

import { COMBINED, PLAIN, UNICODE, VALUES, validatorsOf } from './plain-schemas';

test.each([UNICODE, PLAIN])(
  'the evaluator agrees with ajv on plain keywords, with unicode patterns $unicodePatterns',
  (tools) => {
    const wrong: unknown[] = [];
    for (const schema of COMBINED) {
      if (!tools.unicodePatterns && JSON.stringify(schema).includes('Letter')) continue;
      const { evaluate, compiled } = validatorsOf(schema, tools);
      for (const value of VALUES)
        if (evaluate(value) !== (compiled(value).length === 0)) wrong.push([schema, value]);
    }
    expect(wrong).toEqual([]);
  },
);
