import type { SchemaRef } from '../../model/contract';
import { childPointer, type JsonPointer } from '../../model/json-pointer';
import { isJsonArray, isJsonObject, member, type JsonObject } from '../../model/json-value';
import type { UndeclaredProperty } from '../../model/undeclared-property';
import { isOneLetterFrom } from '../../model/nearest';
import { isScalar } from '../../model/same-json';
import type { SchemaFile, SchemaFiles } from '../../model/schema-files';
import { matchesPattern } from '../patterns/pattern-reading';
import { createSubschemaWalk, type Subschema, type SubschemaWalk } from './subschemas-at';

/** Shorter names are too often one letter from each other: `name` and `names`, `from` and `form`. */
const FEWEST_LETTERS = 5;

/** Finds the properties of a value that its schema accepts without declaring them. */
export interface UndeclaredFinder {
  /** Only those that differ in one letter from a declared property that is absent. A misspelt optional property would never be noticed. */
  readonly misspelt: (value: unknown, ref: SchemaRef) => readonly UndeclaredProperty[];
  /** All of them. None in maps, and none in objects whose schema has a schema for further properties. */
  readonly all: (value: unknown, ref: SchemaRef) => readonly UndeclaredProperty[];
}

export function createUndeclaredFinder(files: SchemaFiles): UndeclaredFinder {
  const namesIn = new Map<SchemaFile, ReadonlySet<string>>();
  const refersOut = new Map<SchemaFile, boolean>();
  let walk: SubschemaWalk | undefined;
  const all = (value: unknown, ref: SchemaRef) => {
    walk ??= createSubschemaWalk(files);
    return undeclaredIn(value, walk.start(ref), '', walk);
  };
  return {
    all,
    misspelt: (value, ref) => {
      const file = files.get(ref.file);
      return file === undefined || !mayHaveMisspelt(value, file)
        ? []
        : all(value, ref).filter(({ meant }) => meant !== undefined);
    },
  };

  /** Nearly all samples have only properties that are named in the file of the schema, or that resemble none of these. */
  function mayHaveMisspelt(value: unknown, file: SchemaFile): boolean {
    const known = namesIn.get(file) ?? declaredNames(file.value);
    namesIn.set(file, known);
    const others = otherNames(value, known);
    if (others.size === 0) return false;
    // The text may be long.
    const refers = refersOut.get(file) ?? refersToFiles(file);
    refersOut.set(file, refers);
    return refers || [...others].some((name) => [...known].some((near) => isOneLetterFrom(name, near)));
  }
}

function refersToFiles({ source: { text } }: SchemaFile): boolean {
  return /\$(?:ref|dynamicRef|recursiveRef)["']?\s*:\s*["']?[^"'\s#]/.test(text);
}

/** The property names of all objects in a value that are not among the known ones. Short ones are left out. */
function otherNames(value: unknown, known: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set<string>();
  visitObjects(value, (object) => {
    for (const name of Object.keys(object))
      if (name.length >= FEWEST_LETTERS && !known.has(name)) names.add(name);
  });
  return names;
}

/** The names that the schemas in a file declare. Its other objects, such as the examples of an OpenAPI document, declare nothing. */
function declaredNames(value: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  visitObjects(value, (object) => addNames(member(object, 'properties'), names));
  return names;
}

function addNames(object: unknown, names: Set<string>): void {
  if (!isJsonObject(object)) return;
  for (const name of Object.keys(object)) if (name.length >= FEWEST_LETTERS) names.add(name);
}

/** Aliases in YAML may make one object part of many, or of itself: each is visited once. */
function visitObjects(value: unknown, visit: (object: JsonObject) => void): void {
  const open: unknown[] = [value];
  const seen = new Set<unknown>();
  const add = (inner: unknown) => {
    if (typeof inner === 'object' && inner !== null) open.push(inner);
  };
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (seen.has(each)) continue;
    seen.add(each);
    if (isJsonArray(each)) for (const item of each) add(item);
    else if (isJsonObject(each)) {
      visit(each);
      for (const name in each) add(each[name]);
    }
  }
}

function undeclaredIn(
  value: unknown,
  schemas: readonly Subschema[],
  pointer: JsonPointer,
  walk: SubschemaWalk,
): readonly UndeclaredProperty[] {
  if (schemas.length === 0) return [];
  if (isJsonArray(value))
    return value.flatMap((item, index) =>
      isScalar(item)
        ? []
        : undeclaredIn(item, walk.step(schemas, String(index), true), childPointer(pointer, index), walk),
    );
  if (!isJsonObject(value)) return [];
  return [
    ...ofObject(value, schemas, pointer),
    ...Object.keys(value).flatMap((name) =>
      // Nothing is searched for what describes a scalar.
      isScalar(value[name])
        ? []
        : undeclaredIn(value[name], walk.step(schemas, name, false), childPointer(pointer, name), walk),
    ),
  ];
}

function ofObject(
  value: JsonObject,
  schemas: readonly Subschema[],
  pointer: JsonPointer,
): readonly UndeclaredProperty[] {
  const objects = schemas.flatMap(({ schema }) => (schema === true ? [] : [schema]));
  if (objects.length < schemas.length || objects.some(takesOthers)) return [];
  const declared = new Set(objects.flatMap((schema) => keysOf(schema, 'properties')));
  if (declared.size === 0) return [];
  const patterns = objects.flatMap((schema) => keysOf(schema, 'patternProperties'));
  const absent = [...declared].filter((name) => name.length >= FEWEST_LETTERS && !Object.hasOwn(value, name));
  return Object.keys(value).flatMap((name) => {
    if (declared.has(name) || patterns.some((pattern) => matchesPattern(pattern, name))) return [];
    const meant =
      name.length < FEWEST_LETTERS ? undefined : absent.find((other) => isOneLetterFrom(name, other));
    return [
      {
        pointer: childPointer(pointer, name),
        name,
        isAllowed: objects.some(allowsOthers),
        ...(meant === undefined ? {} : { meant }),
      },
    ];
  });
}

/** Whether a schema says in so many words that there may be further properties. */
function allowsOthers(schema: JsonObject): boolean {
  return FURTHER.some((name) => member(schema, name) === true);
}

const FURTHER = ['additionalProperties', 'unevaluatedProperties'];

/** Whether a schema says something about further properties, or lets a discriminator choose what is declared. */
function takesOthers(schema: JsonObject): boolean {
  return (
    FURTHER.some((name) => {
      const others = member(schema, name);
      return others !== undefined && others !== true;
    }) || ['propertyNames', 'discriminator'].some((name) => Object.hasOwn(schema, name))
  );
}

function keysOf(schema: JsonObject, keyword: string): readonly string[] {
  const map = member(schema, keyword);
  return isJsonObject(map) ? Object.keys(map) : [];
}
