import { childPointer } from '../../model/json-pointer';
import { isJsonArray, isJsonObject, member, type JsonObject } from '../../model/json-value';
import { nearest } from '../../model/nearest';
import type { Rule } from '../rule';
import { quote } from '../../wording/quote';

/** `additionalProperties: false` looks at the `properties` beside it alone, so no object can ever pass. */
export const schemaRequiredDeclared: Rule<'schema-part'> = {
  id: 'schema-required-declared',
  subject: 'schema-part',
  severity: 'warning',
  summary: 'A closed object declares each key that it requires.',
  check: ({ file, pointer, schema }) => {
    const required = member(schema, 'required');
    const declared = Object.keys(Object(member(schema, 'properties')));
    const patterns = member(schema, 'patternProperties');
    if (!isClosed(schema) || !isJsonArray(required)) return [];
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
          message: `${quote(key)} is required and nothing beside \`properties\` is allowed, where it is missing, so no object passes: ${remedy}`,
        },
      ];
    });
  },
};

/** What stands beside `unevaluatedProperties` declares keys too, unlike with `additionalProperties`. */
const DECLARING = `$ref $dynamicRef $recursiveRef allOf anyOf oneOf not if dependentSchemas`.split(' ');

function isClosed(schema: JsonObject): boolean {
  return (
    member(schema, 'additionalProperties') === false ||
    (member(schema, 'unevaluatedProperties') === false &&
      !Object.hasOwn(schema, 'additionalProperties') &&
      !DECLARING.some((name) => Object.hasOwn(schema, name)))
  );
}
