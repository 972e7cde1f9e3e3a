import { member, type JsonObject } from '../model/json-value';
import { listAt, propertyNamesAt } from './json-properties';
import { ANY_OBJECT, EMPTY, NEVER, union, UNKNOWN, type TypeSchema } from './type-schema';

/**
 * How an object schema treats properties that it does not describe. `open`: they may have any value. `covered`: another part of the same
 * intersection decides. `sealed`: an outer `unevaluatedProperties` forbids them.
 */
export type OtherProperties = 'open' | 'covered' | 'sealed';

/** Reads the type of the subschema at these steps below the schema. */
export type ReadChild = (...steps: readonly (string | number)[]) => TypeSchema;

/** The type of an object schema. All pattern properties become one index signature. */
export function objectType(schema: JsonObject, child: ReadChild, others: OtherProperties): TypeSchema {
  const rest = union([
    ...propertyNamesAt(schema, 'patternProperties').map((key) => child('patternProperties', key)),
    additionalType(schema, child, others),
  ]);
  const declared = propertyNamesAt(schema, 'properties').map(
    (key) => [key, child('properties', key)] as const,
  );
  const names = new Set(declared.map(([key]) => key));
  const required = (listAt(schema, 'required') ?? []).filter((key) => typeof key === 'string');
  // A property that is required but not described here must exist; another part may describe its value.
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

function additionalType(schema: JsonObject, child: ReadChild, others: OtherProperties): TypeSchema {
  if (member(schema, 'additionalProperties') !== undefined) return child('additionalProperties');
  return others === 'open' ? UNKNOWN : NEVER;
}
