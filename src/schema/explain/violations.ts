import type { ErrorObject } from 'ajv';

import { childPointer, valueAt, type JsonPointer } from '../../model/json/json-pointer';
import {
  isJsonArray,
  isJsonObject,
  itemsIn,
  jsonTypeOf,
  member,
  type JsonObject,
} from '../../model/json/json-value';
import { UNREAD } from '../../model/json/unread';
import type { Violation } from '../../model/schemas/violation';
import { hintsOf } from './alternative-hints';
import { discriminatorOf } from './discriminator-of';
import { reasonForFalse } from './false-schema';
import { matchesPattern } from '../patterns/pattern-reading';
import { declaredKeys, type DeclaredKeys } from './declared-keys';
import { readErrors, type ErrorTree } from './read-errors';
import type { CopyLookup, SchemaOrigin } from '../link/schema-node';

/** Translates ajv's errors, which are about copies, into violations of the schemas as their authors wrote them. */
export function violationsOf(
  errors: readonly ErrorObject[],
  value: unknown,
  context: CopyLookup,
): readonly Violation[] {
  return readErrors(readable(errors, value)).map((tree) => violationOf(tree, value, context));
}

/** Ajv does not know that every schema accepts an unread value, which it takes for an object without properties. */
function readable(errors: readonly ErrorObject[], value: unknown): readonly ErrorObject[] {
  return errors.filter(
    ({ data, instancePath }) =>
      !isJsonObject(data) || Object.keys(data).length > 0 || valueAt(value, instancePath) !== UNREAD,
  );
}

function violationOf({ error, branches }: ErrorTree, value: unknown, context: CopyLookup): Violation {
  const { data, instancePath: instanceLocation } = error;
  // The data of ajv's errors may have stand-ins for exact numbers. A string may be a property name, which has no place of its own.
  const actual = typeof data === 'string' ? data : valueAt(value, instanceLocation);
  const origin = isJsonObject(error.parentSchema) ? context.originOf(error.parentSchema) : undefined;
  return {
    ...nameKeyword(error, origin),
    ...placeOfFalse(origin, instanceLocation, actual),
    ...dialectForNull(error, origin, actual),
    ...branchNameOf(error, instanceLocation, actual),
    ...propertyOf(error, context),
    ...itemsOf(error),
    ...alternativesOf(error, branches, value, origin, context),
  };
}

/** The place of a value. A property that `dependentSchemas` forbids is the wrong value, not the object around it. */
export function placeOfFalse(
  origin: SchemaOrigin | undefined,
  instanceLocation: JsonPointer,
  actual: unknown,
): Pick<Violation, 'instanceLocation' | 'actual' | 'condition'> {
  const { property, condition } = reasonForFalse(origin);
  return property === undefined
    ? { instanceLocation, actual, ...(condition === undefined ? {} : { condition }) }
    : {
        instanceLocation: childPointer(instanceLocation, property),
        actual: member(Object(actual), property),
      };
}

export function dialectForNull(
  { keyword }: Pick<ErrorObject, 'keyword'>,
  origin: SchemaOrigin | undefined,
  actual: unknown,
): Pick<Violation, 'dialect'> {
  return keyword === 'type' && actual === null && origin !== undefined ? { dialect: origin.dialect } : {};
}

/** A value that names no schema is wrong at the property with the name. */
export function branchNameOf(
  { keyword, schema }: Pick<ErrorObject, 'keyword' | 'schema'>,
  instanceLocation: JsonPointer,
  actual: unknown,
): Partial<Violation> {
  if (keyword !== 'discriminator' || !isJsonObject(schema) || !isJsonObject(actual)) return {};
  const property = String(schema['property']);
  return {
    instanceLocation: childPointer(instanceLocation, property),
    actual: member(actual, property),
    allowed: itemsIn(schema['names']).map(String),
  };
}

/** The keyword as the author wrote it: the copy may have its form from a newer dialect. */
export function nameKeyword(
  { keyword, schema, schemaPath }: Pick<ErrorObject, 'keyword' | 'schema' | 'schemaPath'>,
  origin: SchemaOrigin | undefined,
): Pick<Violation, 'keyword' | 'keywordLocation' | 'expected'> {
  if (origin === undefined) return { keyword, keywordLocation: schemaPath, expected: schema };
  const { file, pointer, original } = origin;
  const location = (at: string): string => `${file.file}#${at}`;
  if (!isJsonObject(original))
    return { keyword: 'false schema', keywordLocation: location(pointer), expected: false };
  const name = originalName(keyword, original);
  const own = member(original, name);
  return {
    keyword: name,
    keywordLocation: location(childPointer(pointer, name)),
    // In draft 4, `exclusiveMinimum: true` modifies `minimum`, which has the number.
    expected: typeof own === 'boolean' && jsonTypeOf(schema) === 'number' ? schema : own,
  };
}

/**
 * `items` may be the copy of `additionalItems`, `dependentRequired` that of `dependencies`, and `anyOf` that of a `oneOf`
 * that could not be decided.
 */
function originalName(keyword: string, original: JsonObject): string {
  if (keyword === 'items' && isJsonArray(member(original, 'items'))) return 'additionalItems';
  if (keyword === 'dependentRequired' && member(original, keyword) === undefined) return 'dependencies';
  return keyword === 'anyOf' && member(original, 'anyOf') === undefined ? 'oneOf' : keyword;
}

function propertyOf(
  { params, parentSchema, keyword }: ErrorObject,
  { copyOf }: CopyLookup,
): Partial<Violation> {
  const property: unknown =
    params['missingProperty'] ??
    params['additionalProperty'] ??
    params['unevaluatedProperty'] ??
    (keyword === 'propertyNames' ? params['propertyName'] : undefined);
  const because: unknown = params['missingProperty'] === undefined ? undefined : params['property'];
  return {
    ...(typeof property === 'string' ? { property } : {}),
    ...(typeof because === 'string' ? { because } : {}),
    ...(keyword === 'additionalProperties' ? allowedKeys(declaredKeys(parentSchema)) : {}),
    ...(keyword === 'unevaluatedProperties'
      ? allowedKeys(withMatching(declaredKeys(parentSchema, copyOf), property))
      : {}),
  };
}

/** A name that matches a pattern of a branch is named there too, in effect. The evaluator has tried that pattern on it within the time limit. */
function withMatching(keys: DeclaredKeys, property: unknown): DeclaredKeys {
  if (typeof property !== 'string' || !keys.patterns.some((pattern) => matchesPattern(pattern, property)))
    return keys;
  return { ...keys, names: [...keys.names, property] };
}

function allowedKeys({ names, patterns }: DeclaredKeys): Partial<Violation> {
  return { allowed: names, ...(patterns.length === 0 ? {} : { allowedPatterns: patterns }) };
}

/** Where several alternatives match, ajv did not try all the others: then only the matching ones are known. */
function alternativesOf(
  { keyword, schema, params }: ErrorObject,
  branches: ErrorTree['branches'],
  value: unknown,
  origin: SchemaOrigin | undefined,
  context: CopyLookup,
): Partial<Violation> {
  const passing: unknown = params['passingSchemas'];
  if (isJsonArray(passing)) return { passing: passing.map(Number) };
  if (branches.length === 0) return {};
  return {
    branches: branches.map((trees) => trees.map((tree) => violationOf(tree, value, context))),
    ...(keyword === 'anyOf' || keyword === 'oneOf' ? hintsOfAll(keyword, schema, origin, context) : {}),
  };
}

function hintsOfAll(
  keyword: string,
  schema: unknown,
  origin: SchemaOrigin | undefined,
  { copyOf }: CopyLookup,
): Partial<Violation> {
  const discriminators = isJsonObject(origin?.original) ? discriminatorOf(origin.original, keyword) : [];
  const hints = itemsIn(schema).map((copy, index) => {
    const own = hintsOf(copy, copyOf);
    const discriminator = discriminators[index];
    return discriminator === undefined ? own : { ...own, constants: [discriminator, ...own.constants] };
  });
  return hints.some(({ names, constants }) => names.length > 0 || constants.length > 0) ? { hints } : {};
}

function itemsOf({ keyword, params }: ErrorObject): Partial<Violation> {
  switch (keyword) {
    case 'contains':
      return { items: params['items'], limit: params['limit'] };
    case 'uniqueItems':
      // The order of the two depends on how ajv searches.
      return { items: [Number(params['j']), Number(params['i'])].toSorted((a, b) => a - b) };
    case 'items':
    case 'unevaluatedItems':
      return { items: [Number(params['limit'])] };
    default:
      return {};
  }
}
