import { isJsonArray, isJsonObject, itemsIn, member, type JsonObject } from '../../model/json/json-value';
import { isBefore, type Dialect } from '../../schema/dialects/dialect';
import { keywordOf } from '../../schema/dialects/keywords';
import { typeIn } from '../../schema/dialects/type-in';
import type { SchemaLibrary } from '../../schema/link/schema-library';
import { childAt, type ChildSchema } from './child-schema';
import { childPlace, dialectOf, type SchemaPlace } from './schema-place';

/** The keywords of a schema that its dialect has; others are ignored. */
export interface SchemaKeywords {
  readonly dialect: Dialect;
  readonly names: readonly string[];
  readonly value: (name: string) => unknown;
  /** The array at a keyword; empty where there is none. */
  readonly list: (name: string) => readonly unknown[];
  /** The properties of the object at a keyword; empty where there is none. */
  readonly keys: (name: string) => readonly string[];
  readonly number: (name: string) => number | undefined;
  readonly place: (...steps: readonly (string | number)[]) => SchemaPlace;
  readonly child: (...steps: readonly (string | number)[]) => ChildSchema;
}

export function keywordsOf(library: SchemaLibrary, place: SchemaPlace, schema: JsonObject): SchemaKeywords {
  const dialect = dialectOf(library, place);
  const value = (name: string): unknown => {
    if (name === 'type') return typeIn(schema, dialect);
    return keywordOf(name, dialect) === undefined ? undefined : member(schema, name);
  };
  const at = (...steps: readonly (string | number)[]): SchemaPlace => childPlace(library, place, steps);
  return {
    dialect,
    names: Object.keys(schema).filter((name) => keywordOf(name, dialect) !== undefined),
    value,
    list: (name) => itemsIn(value(name)),
    keys: (name) => {
      const found = value(name);
      return isJsonObject(found) ? Object.keys(found) : [];
    },
    number: (name) => {
      const found = value(name);
      return typeof found === 'number' ? found : undefined;
    },
    place: at,
    child: (...steps) => childAt(at(...steps)),
  };
}

/** Whether `items` is an array of schemas by position, as before 2020-12. */
export function hasItemsByPosition({ dialect, value }: SchemaKeywords): boolean {
  return isBefore(dialect, '2020-12') && isJsonArray(value('items'));
}
