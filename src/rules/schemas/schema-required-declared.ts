import { childPointer } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject, member, type JsonObject } from '../../model/json/json-value';
import { nearest } from '../../model/nearest';
import type { Rule } from '../rule';
import { quote } from '../../wording/quote';

/** `additionalProperties: false` only sees the `properties` next to it, so no object can pass. */
export const schemaRequiredDeclared: Rule<'schema-part'> = {
  id: 'schema-required-declared',
  subject: 'schema-part',
  severity: 'warning',
  summary: 'A closed object declares each property that it requires.',
  check: ({ file, pointer, schema }) => {
    const required = member(schema, 'required');
    if (!isJsonArray(required) || !isClosed(schema)) return [];
    const declared = Object.keys(Object(member(schema, 'properties')));
    const patterns = member(schema, 'patternProperties');
    if (isJsonObject(patterns) && Object.keys(patterns).length > 0) return [];
    return required.flatMap((key, index) => {
      if (typeof key !== 'string' || declared.includes(key)) return [];
      const meant = nearest(key, declared);
      const remedy = meant === undefined ? 'add it to `properties`' : `did you mean ${quote(meant)}?`;
      return [
        {
          at: {
            file,
            pointer: childPointer(childPointer(pointer, 'required'), index),
            token: 'value',
          } as const,
          message: `${quote(key)} is required, but missing in \`properties\`, and no other properties are allowed, so no object passes: ${remedy}`,
        },
      ];
    });
  },
};

/** Unlike `additionalProperties`, `unevaluatedProperties` also sees the properties that these keywords declare. */
const DECLARING = `$ref $dynamicRef $recursiveRef allOf anyOf oneOf not if dependentSchemas`.split(' ');

function isClosed(schema: JsonObject): boolean {
  return (
    member(schema, 'additionalProperties') === false ||
    (member(schema, 'unevaluatedProperties') === false &&
      !Object.hasOwn(schema, 'additionalProperties') &&
      !DECLARING.some((name) => Object.hasOwn(schema, name)))
  );
}
