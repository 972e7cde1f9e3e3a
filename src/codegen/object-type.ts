import { member, type JsonObject } from '../model/json-value';
import { keysAt, listAt } from './json-members';
import { ANY_OBJECT, EMPTY, NEVER, union, UNKNOWN, type TypeSchema } from './type-schema';

/**
 * What becomes of the keys that an object schema does not speak of: `open`, anything may be there; `covered`, another
 * part of the same intersection tells; `sealed`, an `unevaluatedProperties` around it forbids them.
 */
export type OtherKeys = 'open' | 'covered' | 'sealed';

/** The type of the subschema at these steps from the schema. */
export type ReadChild = (...steps: readonly (string | number)[]) => TypeSchema;

/** What an object schema says of an object; patterns of keys become one index signature. */
export function objectType(schema: JsonObject, child: ReadChild, others: OtherKeys): TypeSchema {
  const rest = union([
    ...keysAt(schema, 'patternProperties').map((key) => child('patternProperties', key)),
    additionalType(schema, child, others),
  ]);
  const declared = keysAt(schema, 'properties').map((key) => [key, child('properties', key)] as const);
  const names = new Set(declared.map(([key]) => key));
  const required = (listAt(schema, 'required') ?? []).filter((key) => typeof key === 'string');
  // A key that is required and not described here still has to be there; what it holds, another part may tell.
  const undescribed = member(schema, 'additionalProperties') === undefined ? UNKNOWN : rest;
  const undeclared = required.filter((key) => !names.has(key)).map((key) => [key, undescribed] as const);
  const properties = Object.fromEntries([...declared, ...undeclared]);
  const isEmpty = Object.keys(properties).length === 0 && rest.tsType === 'never';
  if (isEmpty) return Object.hasOwn(schema, 'additionalProperties') ? EMPTY : ANY_OBJECT;
  return { type: 'object', properties, required, additionalProperties: additional(rest) };
}

function additional(rest: TypeSchema): boolean | TypeSchema {
  if (rest.tsType === 'never') return false;
  return rest.tsType === 'unknown' ? true : rest;
}

function additionalType(schema: JsonObject, child: ReadChild, others: OtherKeys): TypeSchema {
  if (member(schema, 'additionalProperties') !== undefined) return child('additionalProperties');
  return others === 'open' ? UNKNOWN : NEVER;
}
