import { isJsonInteger, isJsonNumber } from '../../model/json/exact-number';
import { childPointer, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonArray, itemsIn, jsonTypeOf, member, type JsonObject } from '../../model/json/json-value';
import type { SchemaPart } from '../../model/schemas/schema-part';
import type { Report, Rule } from '../rule';
import { valueWord } from '../../wording/value-word';
import { typeNames } from '../../wording/wanted';

export const schemaValuesTyped: Rule<'schema-part'> = {
  id: 'schema-values-typed',
  subject: 'schema-part',
  severity: 'warning',
  summary: 'Each value of an enum or const has the type next to it.',
  check: (part) => {
    if (!Object.hasOwn(part.schema, 'enum') && !Object.hasOwn(part.schema, 'const')) return [];
    const type = member(part.schema, 'type');
    const types = [...(isJsonArray(type) ? type : [type]), ...(isNullable(part.schema) ? ['null'] : [])];
    if (type === undefined) return unquotedVersions(part);
    const isWrong = (value: unknown) => !types.some((name) => isOfType(value, name));
    // Hardly any value is, and places take long.
    if (!valuesIn(part.schema).some(isWrong)) return [];
    const wrong = listed(part.schema, part.pointer).filter(([value]) => isWrong(value));
    const literals = types.includes('string') ? literalsOf(part, wrong) : [];
    return wrong.map(([value, at], index) => {
      const literal = literals[index] ?? '';
      const remedy = literal === '' ? 'fix the type, or remove the value' : `write "${literal}"`;
      const message =
        literal === '' || literal === String(value)
          ? `${valueWord(value)} is not ${typeNames(type)}, so it is never accepted: ${remedy}`
          : unquotedMessage(literal, value);
      return reportAt(part, at, message);
    });
  },
};

type Listed = readonly (readonly [value: unknown, pointer: JsonPointer])[];

/** `2.10`, as written: the number that is read from it has lost its zero. */
const VERSION = /^\d+(?:\.\d+)+$/;

/** Versions without quotes, such as 2.1, 2.9 and 2.10. Numbers in one array would have the same number of decimals, or no zero at the end. */
function unquotedVersions(part: SchemaPart): readonly Report[] {
  if (!valuesIn(part.schema).some((value) => typeof value === 'number' && !Number.isInteger(value)))
    return [];
  const values = listed(part.schema, part.pointer);
  const literals = literalsOf(part, values);
  const decimals = new Set(literals.map((literal) => literal.split('.')[1]?.length));
  const hasTexts = values.some(([value]) => typeof value === 'string');
  if (literals.includes('') || (!hasTexts && values.length > 1 && decimals.size === 1)) return [];
  return values.flatMap(([value, at], index) => {
    const literal = literals[index] ?? '';
    return typeof value === 'number' && literal !== String(value) && !literal.endsWith('.0')
      ? [reportAt(part, at, unquotedMessage(literal, value))]
      : [];
  });
}

/** The versions as they are written; an empty text for each value that does not look like one. */
function literalsOf({ file, source }: SchemaPart, values: Listed): readonly string[] {
  if (values.length === 0) return [];
  const ranges = source.locate(values.map(([, pointer]) => ({ file, pointer, token: 'value' })));
  return values.map(([value], index) => {
    const range = ranges[index];
    const { start, end } = range?.behind ?? range ?? {};
    const literal = typeof value === 'number' ? source.text.slice(start?.offset, end?.offset) : String(value);
    return VERSION.test(literal) ? literal : '';
  });
}

function unquotedMessage(literal: string, value: unknown): string {
  return `${literal} without quotes is the number ${String(value)}: write "${literal}"`;
}

function reportAt({ file }: SchemaPart, pointer: JsonPointer, message: string): Report {
  return { at: { file, pointer, token: 'value' }, message };
}

function valuesIn(schema: JsonObject): readonly unknown[] {
  const [values, only] = [member(schema, 'enum'), member(schema, 'const')];
  return only === undefined ? itemsIn(values) : [...itemsIn(values), only];
}

/** The values, and their places. */
function listed(schema: JsonObject, pointer: JsonPointer): Listed {
  const [values, only] = [member(schema, 'enum'), member(schema, 'const')];
  const list = itemsIn(values);
  return [
    ...list.map((value, index) => [value, childPointer(childPointer(pointer, 'enum'), index)] as const),
    ...(only === undefined ? [] : [[only, childPointer(pointer, 'const')] as const]),
  ];
}

/** Whether OpenAPI 3.0, or Swagger as most tools read it, adds null to the type. */
function isNullable(schema: JsonObject): boolean {
  return member(schema, 'nullable') === true || member(schema, 'x-nullable') === true;
}

function isOfType(value: unknown, type: unknown): boolean {
  return type === 'integer' ? isJsonNumber(value) && isJsonInteger(value) : jsonTypeOf(value) === type;
}
