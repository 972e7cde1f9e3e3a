import { isJsonObject, itemsIn, member, type JsonObject } from '../model/json/json-value';
import { quote } from './quote';

/**
 * The name of an alternative of `anyOf` or `oneOf`: its title, the schema that it refers to, or its number, with a
 * constant property if it has one: `alternative 2 (type "volume")`.
 */
export function alternativeName(schema: unknown, index: number): string {
  const number = `alternative ${index + 1}`;
  if (!isJsonObject(schema)) return number;
  const title = member(schema, 'title');
  if (typeof title === 'string') return quote(title);
  const reference = member(schema, '$ref');
  const target = typeof reference === 'string' ? /([^/#]+?)(?:\.\w+)?$/.exec(reference)?.[1] : undefined;
  // A reference into a list ends in an index, which names nothing.
  if (target !== undefined && !/^\d+$/.test(target)) return quote(target);
  const properties = member(schema, 'properties');
  for (const [key, value] of Object.entries(isJsonObject(properties) ? properties : {})) {
    const [only, ...others] = isJsonObject(value) ? constants(value) : [];
    if (only !== undefined && others.length === 0) return `${number} (${key} ${quote(only)})`;
  }
  return number;
}

function constants(schema: JsonObject): readonly unknown[] {
  if (Object.hasOwn(schema, 'const')) return [schema['const']];
  const values = member(schema, 'enum');
  return itemsIn(values);
}
