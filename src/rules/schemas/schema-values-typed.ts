import { isJsonInteger, isJsonNumber } from '../../model/exact-number';
import { childPointer, type JsonPointer } from '../../model/json-pointer';
import { isJsonArray, jsonTypeOf, member, type JsonObject } from '../../model/json-value';
import type { Rule } from '../rule';
import { valueWord } from '../../wording/value-word';
import { typeNames } from '../../wording/wanted';

export const schemaValuesTyped: Rule<'schema-part'> = {
  id: 'schema-values-typed',
  subject: 'schema-part',
  severity: 'warning',
  summary: 'Each value of an enum or const has the type next to it.',
  check: ({ file, pointer, schema }) => {
    const type = member(schema, 'type');
    const types = isJsonArray(type) ? type : [type];
    if (type === undefined) return [];
    return listed(schema, pointer)
      .filter(([value]) => !types.some((name) => isOfType(value, name)))
      .map(([value, at]) => ({
        at: { file, pointer: at, token: 'value' },
        message: `${valueWord(value)} is not ${typeNames(type)}, so it is never accepted: fix the type, or remove the value`,
      }));
  },
};

/** The values, and their places. */
function listed(
  schema: JsonObject,
  pointer: JsonPointer,
): readonly (readonly [value: unknown, pointer: JsonPointer])[] {
  const [values, only] = [member(schema, 'enum'), member(schema, 'const')];
  const list = isJsonArray(values) ? values : [];
  return [
    ...list.map((value, index) => [value, childPointer(childPointer(pointer, 'enum'), index)] as const),
    ...(only === undefined ? [] : [[only, childPointer(pointer, 'const')] as const]),
  ];
}

function isOfType(value: unknown, type: unknown): boolean {
  return type === 'integer' ? isJsonNumber(value) && isJsonInteger(value) : jsonTypeOf(value) === type;
}
