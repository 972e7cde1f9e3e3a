import { describe, expect, test } from '@jest/globals';

import { scoreOf, type StrengthResult } from '../../src/model/findings/strength';
import { strengthJson } from '../../src/reporters/strength/strength-json';
import { strengthPretty } from '../../src/reporters/strength/strength-pretty';

const RESULT: StrengthResult = {
  seed: 1,
  refused: 1999,
  tried: 2000,
  isCutShort: false,
  notTried: [],
  schemas: [
    {
      schema: 'schemas/a\u001B[0m.json',
      contracts: ['a'],
      samples: 1,
      refused: 1999,
      tried: 2000,
      weaknesses: [
        {
          location: '/k\u202Eey',
          accepts: 'accepts "\u0007"',
          remedy: 'add `enum`',
          file: 'schemas/a\u001B[0m.json',
          line: 3,
          column: 7,
        },
      ],
      survivors: [{ location: '/k\u202Eey', sample: 'a.json', change: 'is "\u0007"', counts: true }],
    },
  ],
};

const PLAIN = { color: false, verbose: false, minScore: undefined };

describe('the pretty report', () => {
  test('rounds down, and spells out what a terminal would act on', () => {
    expect(strengthPretty(RESULT, { ...PLAIN, verbose: true }).split('\n')).toEqual([
      'schemas/a<U+001B>[0m.json  99.9 %  1,999 of 2,000 rejected, 1 sample',
      '  /k<U+202E>ey  accepts "<U+0007>"',
      '      add `enum`  schemas/a<U+001B>[0m.json:3:7',
      '  accepted, but wrong:',
      '    a.json#/k<U+202E>ey is "<U+0007>"',
      '',
      'samplegate: 99.9 % of 2,000 wrong values rejected by 1 schema, 1 weak place',
      '',
    ]);
  });

  test('lists no schema without a weak place unless it is to be verbose', () => {
    const [schema] = RESULT.schemas;
    if (schema === undefined) throw new Error('no schema');
    const strong = {
      ...RESULT,
      refused: 2000,
      schemas: [{ ...schema, refused: 2000, weaknesses: [], survivors: [] }],
    };
    const line = 'samplegate: 100.0 % of 2,000 wrong values rejected by 1 schema, no weak place\n';
    expect(strengthPretty(strong, PLAIN)).toBe(line);
    expect(strengthPretty(strong, { ...PLAIN, verbose: true })).toBe(
      `schemas/a<U+001B>[0m.json  100.0 %  2,000 of 2,000 rejected, 1 sample\n\n${line}`,
    );
  });

  test.each([
    [99.95, ''],
    [99.96, ', less than the 99.96 % of `--min-score`'],
  ])('says whether it is less than %d %%', (minScore, said) => {
    expect(
      strengthPretty(RESULT, { ...PLAIN, minScore })
        .split('\n')
        .at(-2),
    ).toBe(`samplegate: 99.9 % of 2,000 wrong values rejected by 1 schema, 1 weak place${said}`);
  });

  test('is coloured where that is wanted', () => {
    expect(strengthPretty(RESULT, { ...PLAIN, color: true })).toContain('\u001B[33m/k<U+202E>ey\u001B[39m');
  });
});

test('the JSON report escapes what is unprintable, and has survivors only where they are wanted', () => {
  const text = strengthJson(RESULT, { verbose: false });
  expect(text).toContain('"location": "/k\\u202Eey"');
  expect(text).not.toContain('survivors');
  expect(JSON.parse(strengthJson(RESULT, { verbose: true }))).toEqual({
    version: 1,
    seed: 1,
    score: 99.9,
    refused: 1999,
    tried: 2000,
    isCutShort: false,
    schemas: [{ score: 99.9, ...RESULT.schemas[0] }],
    notTried: [],
  });
});

test('a score is the share that was refused', () => {
  expect([scoreOf({ refused: 1, tried: 4 }), scoreOf({ refused: 0, tried: 0 })]).toEqual([25, 0]);
});
