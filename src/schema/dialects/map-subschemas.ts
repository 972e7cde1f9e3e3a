import { childPointer, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject, setMember, type JsonObject } from '../../model/json/json-value';
import { keywordOf, type KeywordShape } from './keywords';

/** The property or index of a subschema in the value of its keyword; undefined where the value itself is the subschema. */
type SubschemaKey = string | number | undefined;

/** The pointer of a subschema, below that of the schema that contains it. */
export function subschemaPointer(pointer: JsonPointer, name: string, key: SubschemaKey): JsonPointer {
  const ofKeyword = childPointer(pointer, name);
  return key === undefined ? ofKeyword : childPointer(ofKeyword, key);
}

/**
 * Maps the subschemas in a keyword's value with `visit`. A value with another shape is returned unchanged: the meta-schema reports what is
 * wrong with it.
 */
export function mapSubschemas(
  name: string,
  value: unknown,
  shape: KeywordShape,
  visit: (schema: unknown, key: SubschemaKey) => unknown,
): unknown {
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
      return name === 'items' && isJsonArray(value) ? value.map(visit) : visit(value, undefined);
    case 'list':
      return isJsonArray(value) ? value.map(visit) : value;
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
  visit: (schema: unknown, key: SubschemaKey) => void,
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
      if (name === 'items' && isJsonArray(value)) value.forEach(visit);
      else visit(value, undefined);
      return;
    case 'list':
      if (isJsonArray(value)) value.forEach(visit);
      return;
    case 'definitions':
    case 'map':
    case 'patterns':
      if (!isJsonObject(value)) return;
      for (const key in value) {
        const schema = value[key];
        if (name !== 'dependencies' || !isJsonArray(schema)) visit(schema, key);
      }
  }
}

/** Calls `visit` with the subschemas in all keywords of a copied schema. */
export function eachCopiedSubschema(copy: JsonObject, visit: (schema: unknown) => void): void {
  for (const name in copy) {
    const value = copy[name];
    const shape = typeof value === 'object' ? keywordOf(name, '2020-12')?.shape : undefined;
    if (shape !== undefined) eachSubschema(name, value, shape, visit);
  }
}

/** In `dependencies`, a value may also be an array of property names. */
function mapProperties(
  name: string,
  map: JsonObject,
  visit: (schema: unknown, key: SubschemaKey) => unknown,
): object {
  const result: Record<string, unknown> = {};
  for (const key in map) {
    const schema = map[key];
    setMember(result, key, name === 'dependencies' && isJsonArray(schema) ? schema : visit(schema, key));
  }
  return result;
}
