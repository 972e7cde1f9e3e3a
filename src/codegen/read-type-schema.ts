import { formatSchemaRef, type SchemaRef } from '../model/contract';
import { isJsonObject, jsonTypeOf, member, type JsonObject } from '../model/json-value';
import { UsageError } from '../model/usage-error';
import { isBefore } from '../schema/link/dialect';
import type { SchemaLibrary } from '../schema/link/schema-library';
import { arrayType } from './array-type';
import { docOf } from './doc-comment';
import { literalsOf, speaksOfKeys, typesOf } from './instance-types';
import { listAt } from './json-members';
import { objectType, type OtherKeys } from './object-type';
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
  /** What stands for a reference to a target; here before the target is read, so that it may refer to itself. */
  readonly targets: Map<string, TypeSchema>;
  readonly definitions: Map<string, TypeSchema>;
}

/** How a schema is met: `judging` are the targets whose own value it is about, which it must not refer to. */
interface Manner {
  readonly others: OtherKeys;
  readonly judging: readonly string[];
}

/** The schema reduced to the type it describes, all that it refers to in its `$defs`; its root type is called `name`. */
export function readTypeSchema(library: SchemaLibrary, ref: SchemaRef, name: string): TypeSchema {
  const place = schemaPlaceOf(library, ref);
  const key = targetKey(place, 'open');
  const reading: Reading = {
    library,
    names: createNames([name]),
    targets: new Map([[key, { $ref: '#' }]]),
    definitions: new Map(),
  };
  const schema = read(reading, place, { others: 'open', judging: [key] });
  return { ...declared(schema, name), $defs: Object.fromEntries(reading.definitions) };
}

function read(reading: Reading, place: SchemaPlace, { others, judging }: Manner): TypeSchema {
  const { value } = place;
  if (typeof value === 'boolean') return value ? UNKNOWN : NEVER;
  if (!isJsonObject(value)) {
    throw new UsageError(
      `${describePlace(place)}: a schema is an object or a boolean, not ${jsonTypeOf(value)}`,
    );
  }
  const manner: Manner = {
    judging,
    others: member(value, 'unevaluatedProperties') === false ? 'sealed' : others,
  };
  const referred = references(reading, place, value, manner);
  // Before 2019-09, nothing counts beside a `$ref`.
  const alone = referred.length > 0 && isBefore(dialectOf(reading.library, place), '2019-09');
  const beside = alone
    ? []
    : [ownType(reading, place, value, manner.others), ...combinations(reading, place, value, manner)];
  return documented(intersection([...referred, ...beside]), value);
}

/** What `type`, `enum` and the keywords for keys and items say. */
function ownType(reading: Reading, place: SchemaPlace, schema: JsonObject, others: OtherKeys): TypeSchema {
  const child = (...steps: readonly (string | number)[]): TypeSchema =>
    readInline(reading, place, steps, { others: 'open', judging: [] });
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
  { others, judging }: Manner,
): readonly TypeSchema[] {
  const manner: Manner = { judging, others: others === 'open' && speaksOfKeys(schema) ? 'covered' : others };
  const members = (keyword: string): readonly TypeSchema[] =>
    (listAt(schema, keyword) ?? []).map((_, index) => readInline(reading, place, [keyword, index], manner));
  const choices = ['anyOf', 'oneOf'].filter((keyword) => listAt(schema, keyword) !== undefined);
  return [...members('allOf'), ...choices.map((keyword) => union(members(keyword)))];
}

/** A schema that is written where it is used. */
function readInline(
  reading: Reading,
  parent: SchemaPlace,
  steps: readonly (string | number)[],
  manner: Manner,
): TypeSchema {
  const place = childPlace(parent, steps);
  if (place === undefined) return UNKNOWN;
  const schema = read(reading, place, manner);
  const title = schema.type === 'object' ? titleName(place.value) : undefined;
  return title === undefined ? schema : { ...schema, title: reading.names.take(title) };
}

function references(
  reading: Reading,
  place: SchemaPlace,
  schema: JsonObject,
  { others, judging }: Manner,
): readonly TypeSchema[] {
  const manner: Manner = { judging, others: others === 'sealed' ? 'sealed' : 'open' };
  return ['$ref', '$dynamicRef', '$recursiveRef']
    .map((keyword) => member(schema, keyword))
    .filter((reference) => typeof reference === 'string')
    .map((reference) => readTarget(reading, followReference(reading.library, place, reference), manner));
}

/** What stands for a reference: the target itself where it is short, else its name. */
function readTarget(reading: Reading, place: SchemaPlace, { others, judging }: Manner): TypeSchema {
  const key = targetKey(place, others);
  if (judging.includes(key)) {
    throw new UsageError(
      `${describePlace(place)}: the schema refers to itself for the same value, and never ends`,
    );
  }
  const known = reading.targets.get(key);
  if (known !== undefined) return known;
  const name = reading.names.take(ownName(place));
  const reference = { $ref: `#/$defs/${name}` };
  reading.targets.set(key, reference);
  const schema = read(reading, place, { others, judging: [...judging, key] });
  if (isInline(schema)) {
    reading.names.giveBack(name);
    reading.targets.set(key, schema);
    return schema;
  }
  reading.definitions.set(name, declared(schema, name));
  return reference;
}

function targetKey({ file, pointer }: SchemaPlace, others: OtherKeys): string {
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
