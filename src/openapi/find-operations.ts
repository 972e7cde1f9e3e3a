import { isJsonObject, type JsonObject } from '../model/json/json-value';
import type { FoundOperation } from './found-operation';
import {
  asObject,
  entriesIn,
  fieldsIn,
  spotIn,
  type DocumentReader,
  type ObjectSpot,
  type Spot,
} from './spot';

/** The methods that a Path Item has as properties; `query` came with OpenAPI 3.2. */
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** Every operation: of paths, of webhooks, and of the callbacks of both. OpenAPI 3.0 has webhooks only as a widespread extension. */
export function findOperations(root: Spot, reader: DocumentReader): readonly FoundOperation[] {
  const inPaths = operationsIn(fieldsIn(root, ['paths'], reader), false, reader);
  const names = reader.dialect === 'openapi-3.0' ? ['webhooks', 'x-webhooks'] : ['webhooks'];
  const inWebhooks = names.flatMap((name) => operationsIn(entriesIn(root, [name], reader), true, reader));
  const found = [...inPaths, ...inWebhooks];
  return found.flatMap((operation) => [operation, ...callbacksOf(operation, reader)]);
}

/** The operations of path items by path, expression or name. */
export function operationsIn(
  paths: readonly (readonly [path: string, spot: Spot])[],
  isWebhook: boolean,
  reader: DocumentReader,
): readonly FoundOperation[] {
  return paths.flatMap(([path, spot]) => {
    const methods = new Set<string>();
    return itemsOf(spot, reader).flatMap((item) =>
      methodsIn(item, reader).flatMap(([method, inner]) => {
        const operation = methods.has(method) ? undefined : asObject(inner, reader);
        methods.add(method);
        return operation === undefined ? [] : [{ method, path, item, spot: operation, isWebhook }];
      }),
    );
  });
}

/** A Path Item may have operations next to its `$ref` (OpenAPI 3.0.3, 4.7.9). */
function itemsOf(spot: Spot, reader: DocumentReader): readonly ObjectSpot[] {
  const item = asObject(spot, reader);
  const { value } = spot;
  if (item === undefined || !isJsonObject(value) || item.value === value)
    return item === undefined ? [] : [item];
  const isMore = METHODS.some((method) => Object.hasOwn(value, method));
  return isMore ? [{ ...spot, value }, item] : [item];
}

function methodsIn(item: ObjectSpot, reader: DocumentReader): readonly (readonly [string, Spot])[] {
  // In the order of the text, so that an anchor of YAML comes before its aliases.
  const own = Object.keys(item.value).flatMap((method) => {
    if (!METHODS.includes(method)) return [];
    const operation = spotIn(item, method);
    return operation === undefined ? [] : [[method.toUpperCase(), operation] as const];
  });
  return [...own, ...entriesIn(item, ['additionalOperations'], reader)];
}

/** A callback is a path item by an expression for its URL (OpenAPI 3.0.3, 4.7.18). Its operations may have callbacks too, even in a circle. */
function callbacksOf(
  operation: FoundOperation,
  reader: DocumentReader,
  around: readonly JsonObject[] = [],
): readonly FoundOperation[] {
  const outer = [...around, operation.spot.value];
  return entriesIn(operation.spot, ['callbacks'], reader).flatMap(([name, spot]) =>
    operationsIn(fieldsIn(spot, [], reader), false, reader)
      .filter((found) => !outer.includes(found.spot.value))
      .map((found) => ({ ...found, callback: { of: operation, name } }))
      .flatMap((found) => [found, ...callbacksOf(found, reader, outer)]),
  );
}
