import type { SchemaRef } from '../../model/contracts/contract';
import {
  childPointer,
  pointerFrom,
  pointerTokens,
  valueAt,
  valueBelow,
  type JsonPointer,
} from '../../model/json/json-pointer';
import { uniqueBy } from '../../model/group-by';
import { isJsonArray, isJsonObject, member, type JsonObject } from '../../model/json/json-value';
import type { SchemaFile, SchemaFiles } from '../../model/project/schema-files';
import { DEFAULT_DIALECT } from '../dialects/dialect';
import { resolveReference } from '../link/resolve-reference';
import { createSchemaLibrary } from '../link/schema-library';
import { matchesPattern } from '../patterns/pattern-reading';

/** A subschema that may apply to a value, at the place where its author wrote it. */
export interface Subschema {
  readonly file: SchemaFile;
  readonly pointer: JsonPointer;
  /** An object, or `true` where the author explicitly allows any value. */
  readonly schema: JsonObject | true;
}

/** Finds the subschemas that may apply to the value at a location of a document; none where the schema does not describe that location. */
export type FindSubschemas = (
  ref: SchemaRef,
  document: unknown,
  location: JsonPointer,
) => readonly Subschema[];

const REFERENCES = ['$ref', '$dynamicRef', '$recursiveRef'];

/** Keywords whose subschemas apply to the same value. */
const IN_PLACE = ['allOf', 'anyOf', 'oneOf', 'then', 'else', 'dependentSchemas'];

const LEADING_ON: ReadonlySet<string> = new Set([...REFERENCES, ...IN_PLACE]);

/**
 * Walks schemas in parallel to a document. Every alternative counts, whether the document matches it or not. Subschemas of `if`, `not` and
 * `contains` do not count, because they do not describe the value.
 */
export function createSubschemaFinder(files: SchemaFiles): FindSubschemas {
  const { start, step } = createSubschemaWalk(files);
  return (ref, document, location) => {
    let found = start(ref);
    let value = document;
    for (const token of pointerTokens(location)) {
      found = step(found, token, isJsonArray(value));
      value = valueAt(value, childPointer('', token));
    }
    return found;
  };
}

/** The subschemas that may apply to a whole document, and from those for a value to those for a property or item of it. */
export interface SubschemaWalk {
  readonly start: (ref: SchemaRef) => readonly Subschema[];
  readonly step: (found: readonly Subschema[], token: string, isItem: boolean) => readonly Subschema[];
}

export function createSubschemaWalk(files: SchemaFiles): SubschemaWalk {
  const library = createSchemaLibrary(files);
  // Many values have the same schemas.
  const expanded = new Map<SchemaFile, Map<JsonPointer, readonly Subschema[]>>();
  const stepped = new WeakMap<readonly Subschema[], Map<string, readonly Subschema[]>>();
  return {
    start: ({ file: name, pointer }) => {
      const file = files.get(name);
      const [start] = file === undefined ? [] : at(file, pointer);
      return start === undefined ? [] : expand(start);
    },
    step: (found, token, isItem) => {
      const ofFound = stepped.get(found) ?? new Map<string, readonly Subschema[]>();
      stepped.set(found, ofFound);
      // All items have the same schemas, unless the first ones have their own.
      const key = !isItem ? `.${token}` : found.some(hasPrefix) ? `[${token}` : '[';
      const known =
        ofFound.get(key) ??
        uniqueBy(
          found.flatMap((subschema) => below(subschema, token, isItem).flatMap(expand)),
          keyOf,
        );
      ofFound.set(key, known);
      return known;
    },
  };

  /** The schema itself and all subschemas that apply to the same value, each once. */
  function expand(start: Subschema): readonly Subschema[] {
    const inFile = expanded.get(start.file) ?? new Map<JsonPointer, readonly Subschema[]>();
    expanded.set(start.file, inFile);
    const known = inFile.get(start.pointer) ?? reachedFrom(start);
    inFile.set(start.pointer, known);
    return known;
  }

  function reachedFrom(start: Subschema): readonly Subschema[] {
    // Nearly no schema does.
    if (!leadsOn(start)) return [start];
    const reached = new Map([[keyOf(start), start]]);
    // Entries that are added to a map while it is iterated are visited too.
    for (const [, { file, pointer, schema }] of reached) {
      if (schema === true) continue;
      for (const part of [...references(file, pointer, schema), ...partsInPlace(file, pointer, schema)]) {
        if (!reached.has(keyOf(part))) reached.set(keyOf(part), part);
      }
    }
    return [...reached.values()];
  }

  function references(file: SchemaFile, pointer: JsonPointer, schema: JsonObject): readonly Subschema[] {
    return REFERENCES.flatMap((name) => {
      const reference = member(schema, name);
      if (typeof reference !== 'string') return [];
      const target = resolveReference(reference, library.resourceAt(file, pointer, DEFAULT_DIALECT), library);
      return target.kind === 'found' ? asSubschema(target.file, target.pointer, target.value) : [];
    });
  }
}

/** Whether other subschemas may apply to the same value because of this one. */
function leadsOn({ schema }: Subschema): boolean {
  if (schema !== true) for (const name in schema) if (LEADING_ON.has(name)) return true;
  return false;
}

function below({ file, pointer, schema }: Subschema, token: string, isItem: boolean): readonly Subschema[] {
  // Where any value is allowed, any value is allowed inside it too.
  if (schema === true) return [{ file, pointer, schema }];
  const keywords = isItem ? itemKeywords(schema, Number(token)) : propertyKeywords(schema, token);
  return keywords.flatMap((steps) => {
    const value = steps.reduce<unknown>(valueBelow, schema);
    return value === undefined ? [] : asSubschema(file, pointerFrom(steps, pointer), value);
  });
}

function hasPrefix({ schema }: Subschema): boolean {
  return (
    schema !== true && (isJsonArray(member(schema, 'prefixItems')) || isJsonArray(member(schema, 'items')))
  );
}

type Steps = readonly (string | number)[];

function propertyKeywords(schema: JsonObject, key: string): readonly Steps[] {
  const has = (name: string, found: string) => {
    const members = member(schema, name);
    return isJsonObject(members) && Object.hasOwn(members, found);
  };
  const patterns = member(schema, 'patternProperties');
  const named = [
    ...(has('properties', key) ? [['properties', key]] : []),
    ...(isJsonObject(patterns) ? Object.keys(patterns) : [])
      .filter((pattern) => matchesPattern(pattern, key))
      .map((pattern) => ['patternProperties', pattern]),
  ];
  return named.length > 0 ? named : [['additionalProperties'], ['unevaluatedProperties']];
}

function itemKeywords(schema: JsonObject, index: number): readonly Steps[] {
  const [prefix, items] = [member(schema, 'prefixItems'), member(schema, 'items')];
  if (isJsonArray(prefix) && index < prefix.length) return [['prefixItems', index]];
  if (isJsonArray(items)) return index < items.length ? [['items', index]] : [['additionalItems']];
  return [['items'], ['unevaluatedItems']];
}

/** The subschemas that apply to the same value as the schema that contains them. */
function partsInPlace(file: SchemaFile, pointer: JsonPointer, schema: JsonObject): readonly Subschema[] {
  return IN_PLACE.flatMap((name) => {
    const value = member(schema, name);
    return value === undefined ? [] : partsOf(file, childPointer(pointer, name), name, value);
  });
}

/** The subschemas of a keyword whose value is an array, a map or a single schema. */
function partsOf(file: SchemaFile, pointer: JsonPointer, name: string, value: unknown): readonly Subschema[] {
  if (isJsonArray(value))
    return value.flatMap((part, index) => asSubschema(file, childPointer(pointer, index), part));
  return isJsonObject(value) && name === 'dependentSchemas'
    ? Object.keys(value).flatMap((key) => asSubschema(file, childPointer(pointer, key), value[key]))
    : asSubschema(file, pointer, value);
}

function at(file: SchemaFile, pointer: JsonPointer): readonly Subschema[] {
  return asSubschema(file, pointer, valueAt(file.value, pointer));
}

function asSubschema(file: SchemaFile, pointer: JsonPointer, schema: unknown): readonly Subschema[] {
  return schema === true || isJsonObject(schema) ? [{ file, pointer, schema }] : [];
}

function keyOf({ file, pointer }: Subschema): string {
  return `${file.file}#${pointer}`;
}
