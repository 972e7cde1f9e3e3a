import { formatSchemaRef, type SchemaRef } from '../model/contract';
import { isJsonObject, jsonTypeOf, member, type JsonObject } from '../model/json-value';
import { UsageError } from '../model/usage-error';
import { isBefore } from '../schema/link/dialect';
import type { SchemaLibrary } from '../schema/link/schema-library';
import { arrayType } from './array-type';
import { docOf } from './doc-comment';
import { hasObjectKeywords, literalsOf, typesOf } from './instance-types';
import { listAt } from './json-properties';
import { objectType, type OtherProperties } from './object-type';
import {
  childPlace,
  describePlace,
  dialectOf,
  followReference,
  schemaPlaceOf,
  type SchemaPlace,
} from './schema-place';
import { createNames, ownName, titleName, type Names } from './type-names';
import { intersection, isInline, NEVER, union, UNKNOWN, type TypeSchema } from './type-schema';

interface Reading {
  readonly library: SchemaLibrary;
  readonly names: Names;
  /** The type schemas that replace references to a target. They are added before the target is read, so that it may refer to itself. */
  readonly targets: Map<string, TypeSchema>;
  readonly definitions: Map<string, TypeSchema>;
}

/** The context in which a schema is read. */
interface Context {
  readonly others: OtherProperties;
  /** The targets that are being read for the same value: the schema must not refer to them. */
  readonly visiting: readonly string[];
}

/** Reduces a schema to the type that it describes, with everything it refers to in `$defs`. The root type is called `name`. */
export function readTypeSchema(library: SchemaLibrary, ref: SchemaRef, name: string): TypeSchema {
  const place = schemaPlaceOf(library, ref);
  const key = targetKey(place, 'open');
  const reading: Reading = {
    library,
    names: createNames([name]),
    targets: new Map([[key, { $ref: '#' }]]),
    definitions: new Map(),
  };
  const schema = read(reading, place, { others: 'open', visiting: [key] });
  return { ...declared(schema, name), $defs: Object.fromEntries(reading.definitions) };
}

function read(reading: Reading, place: SchemaPlace, { others, visiting }: Context): TypeSchema {
  const { value } = place;
  if (typeof value === 'boolean') return value ? UNKNOWN : NEVER;
  if (!isJsonObject(value)) {
    throw new UsageError(
      `${describePlace(place)}: expected a schema, which is an object or a boolean, got ${jsonTypeOf(value)}`,
    );
  }
  const context: Context = {
    visiting,
    others: member(value, 'unevaluatedProperties') === false ? 'sealed' : others,
  };
  const referred = references(reading, place, value, context);
  // Before 2019-09, the keywords next to a `$ref` are ignored.
  const isReferenceOnly = referred.length > 0 && isBefore(dialectOf(reading.library, place), '2019-09');
  const own = isReferenceOnly
    ? []
    : [ownType(reading, place, value, context.others), ...combinations(reading, place, value, context)];
  return documented(intersection([...referred, ...own]), value);
}

/** The type from `type`, `enum` and the keywords for properties and items. */
function ownType(
  reading: Reading,
  place: SchemaPlace,
  schema: JsonObject,
  others: OtherProperties,
): TypeSchema {
  const child = (...steps: readonly (string | number)[]): TypeSchema =>
    readInline(reading, place, steps, { others: 'open', visiting: [] });
  const literals = literalsOf(schema);
  if (literals !== undefined) return literals.length === 0 ? NEVER : { enum: literals };
  const types = typesOf(schema)?.map((type): TypeSchema => {
    switch (type) {
      case 'object':
        return objectType(schema, child, others);
      case 'array':
        return arrayType(schema, child);
      case 'string':
      case 'number':
      case 'boolean':
      case 'null':
        return { type };
    }
  });
  return types === undefined ? UNKNOWN : union(types);
}

function combinations(
  reading: Reading,
  place: SchemaPlace,
  schema: JsonObject,
  { others, visiting }: Context,
): readonly TypeSchema[] {
  const context: Context = {
    visiting,
    others: others === 'open' && hasObjectKeywords(schema) ? 'covered' : others,
  };
  const members = (keyword: string): readonly TypeSchema[] =>
    (listAt(schema, keyword) ?? []).map((_, index) => readInline(reading, place, [keyword, index], context));
  const choices = ['anyOf', 'oneOf'].filter((keyword) => listAt(schema, keyword) !== undefined);
  return [...members('allOf'), ...choices.map((keyword) => union(members(keyword)))];
}

/** Reads a schema that is written where it is used. */
function readInline(
  reading: Reading,
  parent: SchemaPlace,
  steps: readonly (string | number)[],
  context: Context,
): TypeSchema {
  const place = childPlace(parent, steps);
  if (place === undefined) return UNKNOWN;
  const schema = read(reading, place, context);
  const title = schema.type === 'object' ? titleName(place.value) : undefined;
  return title === undefined ? schema : { ...schema, title: reading.names.take(title) };
}

function references(
  reading: Reading,
  place: SchemaPlace,
  schema: JsonObject,
  { others, visiting }: Context,
): readonly TypeSchema[] {
  const context: Context = { visiting, others: others === 'sealed' ? 'sealed' : 'open' };
  return ['$ref', '$dynamicRef', '$recursiveRef']
    .map((keyword) => member(schema, keyword))
    .filter((reference) => typeof reference === 'string')
    .map((reference) => readTarget(reading, followReference(reading.library, place, reference), context));
}

/** Reads the target of a reference: the result is the target itself where it is short, else its name. */
function readTarget(reading: Reading, place: SchemaPlace, { others, visiting }: Context): TypeSchema {
  const key = targetKey(place, others);
  if (visiting.includes(key)) {
    throw new UsageError(
      `${describePlace(place)}: the schema refers to itself for the same value: remove the circular reference`,
    );
  }
  const known = reading.targets.get(key);
  if (known !== undefined) return known;
  const name = reading.names.take(ownName(place));
  const reference = { $ref: `#/$defs/${name}` };
  reading.targets.set(key, reference);
  const schema = read(reading, place, { others, visiting: [...visiting, key] });
  if (isInline(schema)) {
    reading.names.giveBack(name);
    reading.targets.set(key, schema);
    return schema;
  }
  reading.definitions.set(name, declared(schema, name));
  return reference;
}

function targetKey({ file, pointer }: SchemaPlace, others: OtherProperties): string {
  return `${others} ${formatSchemaRef({ file: file.file, pointer })}`;
}

function declared(schema: TypeSchema, name: string): TypeSchema {
  return { ...(schema.$ref === undefined ? schema : { allOf: [schema] }), title: name };
}

function documented(type: TypeSchema, schema: JsonObject): TypeSchema {
  const doc = docOf(schema);
  if (Object.keys(doc).length === 0) return type;
  return type.$ref === undefined ? { ...type, ...doc } : { allOf: [type], ...doc };
}
