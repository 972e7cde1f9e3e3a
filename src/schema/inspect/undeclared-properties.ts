import type { SchemaRef } from '../../model/contracts/contract';
import { childPointer, pointerFrom, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject, member, type JsonObject } from '../../model/json/json-value';
import type { UndeclaredProperty } from '../../model/schemas/undeclared-property';
import { isOneLetterFrom } from '../../model/nearest';
import type { SchemaFiles } from '../../model/project/schema-files';
import { memoizeObject } from '../../model/memoize';
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
  let context: WalkContext | undefined;
  const lastFound = new WeakMap<
    object,
    { readonly ref: SchemaRef; readonly found: readonly UndeclaredProperty[] }
  >();
  const all = (value: unknown, ref: SchemaRef) => {
    if (!isContainer(value)) return [];
    const last = lastFound.get(value);
    if (last?.ref === ref) return last.found;
    context ??= createContext(files);
    const found = undeclaredIn(value, context.walk.start(ref), context);
    // Two rules ask about each example of an OpenAPI document, but only one about other samples, of which there may be very many.
    if (ref.dialect !== undefined) lastFound.set(value, { ref, found });
    return found;
  };
  return { all, misspelt: (value, ref) => all(value, ref).filter(({ meant }) => meant !== undefined) };
}

/** What the schemas of a value declare for its properties. */
interface Declared {
  readonly names: ReadonlySet<string>;
  readonly patterns: readonly string[];
  /** Whether they say in so many words that there may be others. */
  readonly isAllowed: boolean;
}

interface WalkContext {
  readonly walk: SubschemaWalk;
  readonly declaredIn: (schemas: readonly Subschema[]) => Declared | undefined;
}

/** Many values have the same schemas. */
function createContext(files: SchemaFiles): WalkContext {
  return { walk: createSubschemaWalk(files), declaredIn: memoizeObject(declaredBy) };
}

function undeclaredIn(
  whole: unknown,
  start: readonly Subschema[],
  { walk, declaredIn }: WalkContext,
): readonly UndeclaredProperty[] {
  const found: UndeclaredProperty[] = [];
  /** To the value: hardly any has an undeclared property, and pointers to all of them take long. */
  const steps: (string | number)[] = [];
  visit(whole, start);
  return found;

  function visit(value: unknown, schemas: readonly Subschema[]): void {
    if (schemas.length === 0) return;
    if (isJsonArray(value)) {
      for (const [index, item] of value.entries())
        if (isContainer(item)) below(index, item, walk.step(schemas, String(index), true));
    } else if (isJsonObject(value)) {
      const declared = declaredIn(schemas);
      if (declared !== undefined && !isAllDeclared(value, declared))
        found.push(...ofObject(value, declared, pointerFrom(steps)));
      for (const name in value) {
        const inner = value[name];
        if (isContainer(inner)) below(name, inner, walk.step(schemas, name, false));
      }
    }
  }

  function below(step: string | number, value: unknown, schemas: readonly Subschema[]): void {
    steps.push(step);
    visit(value, schemas);
    steps.pop();
  }
}

/** Nearly all objects are, which is found out with little work. */
function isAllDeclared(value: JsonObject, { names }: Declared): boolean {
  for (const name in value) if (!names.has(name)) return false;
  return true;
}

/** Whether something inside a value may be undeclared. */
function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function ofObject(
  value: JsonObject,
  { names, patterns, isAllowed }: Declared,
  pointer: JsonPointer,
): readonly UndeclaredProperty[] {
  return Object.keys(value).flatMap((name) => {
    if (names.has(name) || patterns.some((pattern) => matchesPattern(pattern, name))) return [];
    const meant =
      name.length < FEWEST_LETTERS
        ? undefined
        : [...names].find(
            (other) =>
              other.length >= FEWEST_LETTERS && !Object.hasOwn(value, other) && isOneLetterFrom(name, other),
          );
    return [
      { pointer: childPointer(pointer, name), name, isAllowed, ...(meant === undefined ? {} : { meant }) },
    ];
  });
}

/** The properties that the schemas of a value declare; undefined where any property may be one of them. */
function declaredBy(schemas: readonly Subschema[]): Declared | undefined {
  const objects = schemas.flatMap(({ schema }) => (schema === true ? [] : [schema]));
  if (objects.length < schemas.length || objects.some(takesOthers)) return undefined;
  const names = new Set(objects.flatMap((schema) => keysOf(schema, 'properties')));
  if (names.size === 0) return undefined;
  const patterns = objects.flatMap((schema) => keysOf(schema, 'patternProperties'));
  return { names, patterns, isAllowed: objects.some(allowsOthers) };
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
