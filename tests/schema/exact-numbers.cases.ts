import { describe, expect, test } from '@jest/globals';

import { readExactJson } from '../../src/text/json/exact-json';
import { causesOf } from '../../src/schema/explain/causes';
import { describeCause } from '../../src/rules/violations/describe-cause';
import { schemaSetOf, violationsIn } from './schema-files-of';

/** What is wrong with a value under a schema, both as texts: keyword, place and message of each cause. */
function wrong(schema: string, value: string): readonly string[] {
  const violations = violationsIn(readExactJson(value).value, { 'main.json': schema });
  return causesOf(violations).map(
    (cause) => `${cause.violation.keyword} ${cause.pointer}: ${describeCause(cause)}`,
  );
}

const INT64 = '{"minimum": -9223372036854775808, "maximum": 9223372036854775807}';

describe('a value is accepted', () => {
  test.each([
    [INT64, '9223372036854775807'],
    [INT64, '-9223372036854775808'],
    [INT64, '9223372036854775806.999'],
    [INT64, '1e-999999999999'],
    ['{"exclusiveMaximum": 9223372036854775808}', '9223372036854775807'],
    ['{"exclusiveMinimum": -9223372036854775809}', '-9223372036854775808'],
    ['{"maximum": 1e400}', '1e399'],
    ['{"maximum": 1e999999999}', '10e999999998'],
    ['{"minimum": 1e-400}', '1e-399'],
    ['{"type": "integer"}', '1e400'],
    ['{"type": "integer"}', '9007199254740993.0'],
    ['{"type": "number"}', '1e-400'],
    ['{"const": 1}', '10e-1'],
    ['{"const": 9007199254740993}', '9007199254740993.0'],
    ['{"const": 9007199254740993}', '9.007199254740993E15'],
    ['{"const": [{"a": 1e400}]}', '[{"a": 10e399}]'],
    ['{"enum": ["x", 18446744073709551615]}', '18446744073709551615'],
    ['{"enum": [[18446744073709551615]]}', '[18446744073709551615]'],
    ['{"uniqueItems": true}', '[9007199254740992, 9007199254740993, 9007199254740994]'],
    ['{"multipleOf": 1e-400}', '3e-400'],
    ['{"multipleOf": 3}', '9007199254740993'],
    ['{"format": "int64"}', '-9223372036854775808'],
    ['{"format": "int64"}', '9223372036854775807.0'],
    ['{"format": "uint64"}', '18446744073709551615'],
    ['{"format": "int64"}', '"9223372036854775807"'],
    ['{"maxItems": 1e400, "minLength": 0e5}', '[]'],
    ['{"not": {"const": 9007199254740993}}', '9007199254740992'],
    ['{"contains": {"const": 9007199254740993}}', '[1, 9007199254740993]'],
    ['{"propertyNames": {"minLength": 1}, "properties": {"a": {"maximum": 1e400}}}', '{"a": 1e400}'],
    [
      '{"$schema": "http://json-schema.org/draft-04/schema#", "maximum": 9007199254740993, "exclusiveMaximum": true}',
      '9007199254740992',
    ],
  ])('%s accepts %s', (schema, value) => {
    expect(wrong(schema, value)).toEqual([]);
  });
});

describe('a value is refused, and the message has the numbers as they were written', () => {
  test.each([
    [
      INT64,
      '9223372036854775808',
      ['maximum : expected at most 9223372036854775807, got 9223372036854775808'],
    ],
    [
      INT64,
      '-9223372036854775809',
      ['minimum : expected at least -9223372036854775808, got -9223372036854775809'],
    ],
    [INT64, '1e999999999', ['maximum : expected at most 9223372036854775807, got 1e999999999']],
    [
      '{"exclusiveMaximum": 9007199254740993}',
      '9007199254740993.0',
      ['exclusiveMaximum : expected less than 9007199254740993, got 9007199254740993.0'],
    ],
    ['{"exclusiveMinimum": 0}', '-1e-400', ['exclusiveMinimum : expected more than 0, got -1e-400']],
    [
      '{"$schema": "http://json-schema.org/draft-04/schema#", "minimum": 9007199254740993, "exclusiveMinimum": true}',
      '9007199254740993',
      ['exclusiveMinimum : expected more than 9007199254740993, got 9007199254740993'],
    ],
    [
      '{"const": 9007199254740993}',
      '9007199254740992',
      ['const : expected 9007199254740993, got 9007199254740992'],
    ],
    [
      '{"const": 9007199254740992}',
      '9007199254740993',
      ['const : expected 9007199254740992, got 9007199254740993'],
    ],
    [
      '{"enum": ["x", 9007199254740993, {"a": 1e400}]}',
      '{"a": 1e401}',
      ['enum : expected one of "x", 9007199254740993, {"a":1e400}, got an object'],
    ],
    ['{"type": "integer"}', '9007199254740993.5', ['type : expected an integer, got 9007199254740993.5']],
    ['{"type": "integer"}', '1e-400', ['type : expected an integer, got 1e-400']],
    ['{"type": "string"}', '1e400', ['type : expected a string, got 1e400: put it in quotes']],
    ['{"type": "object"}', '9007199254740993', ['type : expected an object, got 9007199254740993']],
    [
      '{"multipleOf": 2}',
      '9007199254740993',
      ['multipleOf : expected a multiple of 2, got 9007199254740993'],
    ],
    ['{"multipleOf": 1e400}', '1e399', ['multipleOf : expected a multiple of 1e400, got 1e399']],
    [
      '{"uniqueItems": true}',
      '[9007199254740993, 9007199254740992, 9007199254740993.0]',
      ['uniqueItems /2: expected unique items, but /2 equals /0: remove one'],
    ],
    [
      '{"format": "int64"}',
      '1e400',
      ['format : expected an int64, got 1e400: the largest is 9223372036854775807'],
    ],
    [
      '{"format": "int64"}',
      '"9223372036854775808"',
      ['format : expected an int64, got "9223372036854775808": the largest is 9223372036854775807'],
    ],
    [
      '{"minItems": 9007199254740993}',
      '[]',
      ['minItems : expected at least 9007199254740993 items, got an empty array'],
    ],
    ['{"minLength": 1e400}', '"a"', ['minLength : expected at least 1e400 characters, got 1 in "a"']],
    ['{"format": "uint64"}', '-1', ['format : expected a uint64, got -1: the smallest is 0']],
    ['{"format": "uint64"}', '0.5', ['format : expected a uint64, got 0.5']],
    [
      '{"properties": {"a": {"items": {"maximum": 9223372036854775807}}}, "additionalProperties": false}',
      '{"a": [1, 9223372036854775808], "b": 1e400}',
      [
        'additionalProperties /b: unknown property "b": the schema allows only "a"',
        'maximum /a/1: expected at most 9223372036854775807, got 9223372036854775808',
      ],
    ],
    [
      '{"anyOf": [{"properties": {"k": {"const": "a"}, "n": {"maximum": 9223372036854775807}}}, {"properties": {"k": {"const": "b"}}}]}',
      '{"k": "a", "n": 9223372036854775808}',
      [
        'maximum /n: expected at most 9223372036854775807, got 9223372036854775808 (checked against alternative 1 of 2 (k "a"))',
      ],
    ],
    [
      '{"contains": {"const": 9007199254740993}}',
      '[9007199254740992]',
      ['contains : expected an item that is 9007199254740993, got none'],
    ],
    [
      '{"properties": {"a": {"const": 9007199254740993}}, "unevaluatedProperties": {"minimum": 18446744073709551616}}',
      '{"a": 9007199254740993, "b": 18446744073709551615}',
      ['minimum /b: expected at least 18446744073709551616, got 18446744073709551615'],
    ],
  ])('%s refuses %s', (schema, value, expected) => {
    expect(wrong(schema, value)).toEqual(expected);
  });
});

test('a value whose explanation takes too long leaves nothing behind for the next one', () => {
  const schema = '{"properties": {"n": {"maximum": 3}, "a": {"pattern": "^(a+)+$"}}}';
  // Long enough for the second value on a busy machine.
  const set = schemaSetOf({ 'main.json': schema }, { validationTime: 1000 });
  const ref = { file: 'main.json', pointer: '' };
  const slow = readExactJson(`{"n": 1e400, "a": "${'a'.repeat(40)}!"}`).value;
  expect(set.verdict(slow, ref)).toEqual({ kind: 'timed-out', limit: 1000 });
  expect(set.verdict({ n: 5 }, ref)).toMatchObject({
    violations: [{ keyword: 'maximum', instanceLocation: '/n', expected: 3, actual: 5 }],
  });
});
