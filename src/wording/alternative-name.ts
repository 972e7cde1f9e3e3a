import { isJsonObject, member } from '../model/json-value';
import { quote } from './quote';

/** What an alternative of `anyOf` or `oneOf` is called: by its title, what it refers to, a key that tells it apart, else by its number. */
export function alternativeName(schema: unknown, index: number): string {
  const number = `alternative ${index + 1}`;
  if (!isJsonObject(schema)) return number;
  const title = member(schema, 'title');
  if (typeof title === 'string') return quote(title);
  const reference = member(schema, '$ref');
  const target = typeof reference === 'string' ? /([^/#]+?)(?:\.\w+)?$/.exec(reference)?.[1] : undefined;
  if (target !== undefined) return quote(target);
  const properties = member(schema, 'properties');
  for (const [key, value] of Object.entries(isJsonObject(properties) ? properties : {})) {
    if (isJsonObject(value) && Object.hasOwn(value, 'const'))
      return `${number} (${key} ${quote(value['const'])})`;
  }
  return number;
}
