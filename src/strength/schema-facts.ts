import type { SchemaRef } from '../model/contracts/contract';
import { childPointer, parentPointer, type JsonPointer } from '../model/json/json-pointer';
import { isJsonArray, itemsIn, jsonTypeOf, member, type JsonObject } from '../model/json/json-value';
import type { SchemaFiles } from '../model/project/schema-files';
import { DEFAULT_DIALECT } from '../schema/dialects/dialect';
import { keywordOf } from '../schema/dialects/keywords';
import { createSubschemaFinder, type FindSubschemas, type Subschema } from '../schema/inspect/subschemas-at';
import { foldLocation } from './fold-location';
import type { MutationFault } from './mutation';

/** What one schema says about the places in its samples. */
export interface SchemaFacts {
  readonly subschemasAt: (document: unknown, location: JsonPointer) => readonly Subschema[];
  readonly enumeratedAt: (document: unknown, location: JsonPointer) => ReadonlySet<string>;
  /** The outermost place, from the root to the location itself, that the schema does not describe. */
  readonly gapAt: (document: unknown, location: JsonPointer) => JsonPointer | undefined;
  /** Whether the schema explicitly allows a value with this fault. */
  readonly allows: (document: unknown, location: JsonPointer, fault: MutationFault) => boolean;
}

/** Creates a function that returns the facts of a schema. References are resolved only once for all schemas. */
export function createSchemaFacts(files: SchemaFiles): (ref: SchemaRef) => SchemaFacts {
  const find = createSubschemaFinder(files);
  return (ref) => factsOf(ref, find);
}

function factsOf(ref: SchemaRef, find: FindSubschemas): SchemaFacts {
  const known = new Map<JsonPointer, readonly Subschema[]>();
  const subschemasAt: SchemaFacts['subschemasAt'] = (document, location) => {
    const folded = foldLocation(document, location);
    const found = known.get(folded) ?? find(ref, document, location);
    known.set(folded, found);
    return found;
  };
  const gapAt: SchemaFacts['gapAt'] = (document, location) => {
    const outer = location === '' ? undefined : gapAt(document, parentPointer(location));
    if (outer !== undefined) return outer;
    return subschemasAt(document, location).some(hasAssertion) ? undefined : location;
  };
  return {
    subschemasAt,
    gapAt,
    enumeratedAt: (document, location) =>
      new Set(
        objectsOf(subschemasAt(document, location))
          .flatMap(enumerated)
          .filter((value) => typeof value === 'string'),
      ),
    allows: (document, location, fault) => {
      const subschemas = subschemasAt(document, location);
      if (subschemas.some(({ schema }) => schema === true)) return true;
      switch (fault.kind) {
        case 'doubtful':
          return false;
        case 'other-type':
          return objectsOf(subschemas).some((schema) => typesOf(schema).includes(jsonTypeOf(fault.value)));
        case 'any-string':
        case 'misspelt':
          return objectsOf(subschemas).some((schema) => enumerated(schema).includes(fault.value));
        case 'unknown-key':
          return subschemasAt(document, childPointer(location, fault.key)).length > 0;
        case 'missing-key': {
          // A property that only `patternProperties` allows has a name that the user chose, so it is optional.
          const ofKey = subschemasAt(document, childPointer(location, fault.key));
          return ofKey.length > 0 && !objectsOf(subschemas).some((schema) => declares(schema, fault.key));
        }
      }
    },
  };
}

function objectsOf(subschemas: readonly Subschema[]): readonly JsonObject[] {
  return subschemas.flatMap(({ schema }) => (schema === true ? [] : [schema]));
}

function enumerated(schema: JsonObject): readonly unknown[] {
  const values = member(schema, 'enum');
  return [...itemsIn(values), ...('const' in schema ? [schema['const']] : [])];
}

/** The types that a schema allows by `type`, `enum` or `const`; `integer` counts as `number`. */
function typesOf(schema: JsonObject): readonly unknown[] {
  const type = member(schema, 'type');
  const named = isJsonArray(type) ? type : type === undefined ? [] : [type];
  return [
    ...named.map((name) => (name === 'integer' ? 'number' : name)),
    ...enumerated(schema).map(jsonTypeOf),
  ];
}

function declares(schema: JsonObject, key: string): boolean {
  const properties = member(schema, 'properties');
  return typeof properties === 'object' && properties !== null && Object.hasOwn(properties, key);
}

function hasAssertion({ schema }: Subschema): boolean {
  return (
    schema === true ||
    Object.keys(schema).some((name) => {
      const shape = keywordOf(name, DEFAULT_DIALECT)?.shape;
      return (
        shape !== undefined && shape !== 'annotation' && shape !== 'definitions' && shape !== 'reference'
      );
    })
  );
}
