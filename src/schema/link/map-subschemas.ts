import { isJsonArray, isJsonObject, type JsonObject } from '../../model/json-value';
import { keywordOf, type KeywordShape } from './keywords';

/** Called with a subschema, and the steps to it from the schema that contains it. */
type Visit = (schema: unknown, steps: readonly (string | number)[]) => unknown;

/**
 * Maps the subschemas in a keyword's value with `visit`. A value with another shape is returned unchanged: the meta-schema reports what is
 * wrong with it.
 */
export function mapSubschemas(name: string, value: unknown, shape: KeywordShape, visit: Visit): unknown {
  switch (shape) {
    case 'value':
    case 'pattern':
    case 'format':
    case 'reference':
    case 'discriminator':
    case 'annotation':
      return value;
    case 'schema':
      // `items` may be an array before 2020-12.
      return name === 'items' && isJsonArray(value) ? mapList(name, value, visit) : visit(value, [name]);
    case 'list':
      return isJsonArray(value) ? mapList(name, value, visit) : value;
    case 'definitions':
    case 'map':
    case 'patterns':
      return isJsonObject(value) ? mapProperties(name, value, visit) : value;
  }
}

/** Calls `visit` with the subschemas in a keyword's value, in order, without making a value of the results. */
export function eachSubschema(
  name: string,
  value: unknown,
  shape: KeywordShape,
  visit: (schema: unknown, steps: readonly (string | number)[]) => void,
): void {
  switch (shape) {
    case 'value':
    case 'pattern':
    case 'format':
    case 'reference':
    case 'discriminator':
    case 'annotation':
      return;
    case 'schema':
      if (name !== 'items' || !isJsonArray(value)) {
        visit(value, [name]);
        return;
      }
      for (const [index, schema] of value.entries()) visit(schema, [name, index]);
      return;
    case 'list':
      if (isJsonArray(value)) for (const [index, schema] of value.entries()) visit(schema, [name, index]);
      return;
    case 'definitions':
    case 'map':
    case 'patterns':
      if (!isJsonObject(value)) return;
      for (const key of Object.keys(value)) {
        const schema = value[key];
        if (name !== 'dependencies' || !isJsonArray(schema)) visit(schema, [name, key]);
      }
  }
}

/** Calls `visit` with the subschemas in all keywords of a copied schema. */
export function eachCopiedSubschema(copy: JsonObject, visit: (schema: unknown) => void): void {
  for (const name of Object.keys(copy)) {
    const value = copy[name];
    const shape = typeof value === 'object' ? keywordOf(name, '2020-12')?.shape : undefined;
    if (shape !== undefined) eachSubschema(name, value, shape, visit);
  }
}

function mapList(name: string, list: readonly unknown[], visit: Visit): readonly unknown[] {
  return list.map((schema, index) => visit(schema, [name, index]));
}

/** In `dependencies`, a value may also be an array of property names. */
function mapProperties(name: string, map: object, visit: Visit): object {
  return Object.fromEntries(
    Object.entries(map).map(([key, schema]: [string, unknown]) => [
      key,
      name === 'dependencies' && isJsonArray(schema) ? schema : visit(schema, [name, key]),
    ]),
  );
}
