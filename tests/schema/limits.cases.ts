import { describe, expect, test } from '@jest/globals';

import { schemaSetOf, violationsIn } from './schema-files-of';

const MAIN = { file: 'main.json', pointer: '' };

function parse(text: string): unknown {
  return JSON.parse(text);
}

/** The text of a schema that is nested in `depth` schemas. */
function nested(depth: number): string {
  return `${'{ "properties": { "a": '.repeat(depth)}{ "type": "string" }${' } }'.repeat(depth)}`;
}

describe('a pattern that would run forever', () => {
  const schemas = { 'main.json': { properties: { a: { pattern: '^(a+)+$' } } } };
  const value = { a: `${'a'.repeat(40)}!` };

  test('is stopped', () => {
    // Long enough for the values below, which are soon judged, on a busy machine.
    const set = schemaSetOf(schemas, { validationTime: 2000 });
    expect(set.verdict(value, MAIN)).toEqual({ kind: 'timed-out', limit: 2000 });
    expect(set.verdict({ a: 'aaa' }, MAIN)).toEqual({ kind: 'checked', violations: [] });
    expect(set.verdict({ a: 'b' }, MAIN)).toMatchObject({
      kind: 'checked',
      violations: [{ keyword: 'pattern' }],
    });
  });

  test('is not tried again after several time-outs', () => {
    const set = schemaSetOf(schemas, { validationTime: 200 });
    // If each of them were tried, they would take longer than a test may.
    for (let times = 0; times < 100; times += 1) {
      expect(set.verdict(value, MAIN)).toEqual({ kind: 'timed-out', limit: 200 });
    }
  });

  test('is stopped as a format, too', () => {
    const set = schemaSetOf(
      { 'main.json': { format: 'name' } },
      { validationTime: 400, formats: { name: { pattern: '^(a+)+$' } } },
    );
    expect(set.verdict(value.a, MAIN)).toEqual({ kind: 'timed-out', limit: 400 });
  });
});

test('many items are compared without pairing each with all others', () => {
  const set = schemaSetOf({ 'main.json': { uniqueItems: true } }, { validationTime: 600_000 });
  const many = Array.from({ length: 50_000 }, (_, index) => ({ index }));
  expect(set.verdict(many, MAIN)).toEqual({ kind: 'checked', violations: [] });
});

test('every item of a large document is validated', () => {
  const schema = { items: { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] } };
  const items = Array.from({ length: 100_000 }, (_, id) => (id % 1000 === 0 ? { id: 'x' } : { id }));
  const violations = violationsIn(items, { 'main.json': schema }, { validationTime: 600_000 });
  expect(violations).toHaveLength(100);
  expect(violations.at(-1)).toEqual({
    keyword: 'type',
    instanceLocation: '/99000/id',
    keywordLocation: 'main.json#/items/properties/id/type',
    expected: 'integer',
    actual: 'x',
  });
});

describe('a schema that nests too deep', () => {
  test.each([
    ['to be compiled', 3000],
    ['to be read', 20_000],
  ])('%s is unusable, and nothing is thrown', (_, depth) => {
    const set = schemaSetOf({ 'main.json': nested(depth), 'other.json': { $ref: 'main.json' } });
    const verdicts = [MAIN, { file: 'other.json', pointer: '' }, MAIN].map((ref) => {
      const problems = set.problems(ref).map(({ kind }) => kind);
      const verdict = set.verdict({}, ref);
      return (
        verdict.kind === 'unusable-schema' &&
        (problems.includes('does-not-compile') || verdict.reason !== undefined)
      );
    });
    expect(verdicts).toEqual([true, true, true]);
  });

  test('is used where its depth is still possible', () => {
    let value: unknown = 1;
    for (let depth = 0; depth < 250; depth += 1) value = { a: value };
    expect(violationsIn(value, { 'main.json': nested(250) })).toMatchObject([{ keyword: 'type', actual: 1 }]);
  });
});

describe('a property that every JavaScript object has', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    '%s is an ordinary property',
    (key) => {
      const closed = { 'main.json': { properties: { a: {} }, additionalProperties: false } };
      const required = { 'main.json': { required: [key] } };
      const declared = {
        'main.json': `{ "properties": { "${key}": { "type": "string" } }, "required": ["${key}"], "additionalProperties": false }`,
      };
      const good = parse(`{ "${key}": "x" }`);
      const bad = parse(`{ "${key}": 1 }`);
      expect(violationsIn(good, closed).map(({ property }) => property)).toEqual([key]);
      expect(violationsIn({}, required).map(({ property }) => property)).toEqual([key]);
      expect(violationsIn(good, required)).toEqual([]);
      expect(violationsIn(good, declared)).toEqual([]);
      expect(
        violationsIn(bad, declared).map(({ keyword, instanceLocation, keywordLocation }) => [
          keyword,
          instanceLocation,
          keywordLocation,
        ]),
      ).toEqual([['type', `/${key}`, `main.json#/properties/${key}/type`]]);
    },
  );

  test('is harmless in a schema', () => {
    const schemas = {
      'main.json':
        '{ "type": "object", "$defs": { "__proto__": { "type": "string" } }, "properties": { "a": { "$ref": "#/$defs/__proto__" } } }',
    };
    expect(violationsIn({ a: 1 }, schemas).map(({ keywordLocation }) => keywordLocation)).toEqual([
      'main.json#/$defs/__proto__/type',
    ]);
    expect(Object.hasOwn(Object.prototype, 'type')).toBe(false);
  });
});
