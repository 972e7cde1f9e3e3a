import { childPointer, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject } from '../../model/json/json-value';

/** The properties of objects of the specification that have names of the author's own in them. */
const MAPS: ReadonlySet<string> = new Set([
  'paths',
  'webhooks',
  'pathItems',
  'additionalOperations',
  'parameters',
  'requestBodies',
  'responses',
  'callbacks',
  'headers',
  'content',
  'mediaTypes',
  'encoding',
]);

/** What has no schemas: values, and links, which have values of parameters. `components/schemas` has nothing else, and is not looked into. */
const OTHERS: ReadonlySet<string> = new Set(['example', 'examples', 'value', 'default', 'links', 'schemas']);

/** Calls `visit` with every schema of a document of OpenAPI 3.1 or later that is in a media type, a parameter or a header. */
export function eachInlineSchema(
  document: unknown,
  visit: (schema: unknown, pointer: JsonPointer) => void,
): void {
  walk(document, '', false);

  function walk(value: unknown, pointer: JsonPointer, isMap: boolean): void {
    if (isJsonArray(value)) {
      for (const [index, item] of value.entries()) walk(item, childPointer(pointer, index), false);
      return;
    }
    if (!isJsonObject(value)) return;
    for (const [name, inner] of Object.entries(value)) {
      const at = childPointer(pointer, name);
      if (isMap) walk(inner, at, false);
      else if (name === 'schema' || name === 'itemSchema') visit(inner, at);
      else if (!OTHERS.has(name) && !name.startsWith('x-')) walk(inner, at, MAPS.has(name));
    }
  }
}
