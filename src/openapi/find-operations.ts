import type { FoundOperation } from './found-operation';
import { asObject, entriesIn, objectIn, type DocumentReader, type Spot } from './spot';

/** The methods that a Path Item has as properties; `query` came with OpenAPI 3.2. */
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** Every operation: of paths, of webhooks (OpenAPI 3.1), and of the callbacks of both. */
export function findOperations(root: Spot, reader: DocumentReader): readonly FoundOperation[] {
  const inPaths = operationsIn(entriesIn(root, ['paths'], reader), false, reader);
  const inWebhooks = operationsIn(entriesIn(root, ['webhooks'], reader), true, reader);
  const found = [...inPaths, ...inWebhooks];
  return found.flatMap((operation) => [operation, ...callbacksOf(operation, reader)]);
}

function operationsIn(
  paths: readonly (readonly [path: string, spot: Spot])[],
  isWebhook: boolean,
  reader: DocumentReader,
): readonly FoundOperation[] {
  return paths.flatMap(([path, spot]) => {
    const item = asObject(spot, reader);
    if (item === undefined) return [];
    const own = METHODS.flatMap((method) => {
      const operation = objectIn(item, [method], reader);
      return operation === undefined
        ? []
        : [{ method: method.toUpperCase(), path, item, spot: operation, isWebhook }];
    });
    const additional = entriesIn(item, ['additionalOperations'], reader).flatMap(([method, inner]) => {
      const operation = asObject(inner, reader);
      return operation === undefined ? [] : [{ method, path, item, spot: operation, isWebhook }];
    });
    return [...own, ...additional];
  });
}

/** A callback is a path item by an expression for its URL (OpenAPI 3.0.3, 4.7.18). */
function callbacksOf(operation: FoundOperation, reader: DocumentReader): readonly FoundOperation[] {
  return entriesIn(operation.spot, ['callbacks'], reader).flatMap(([name, spot]) =>
    operationsIn(entriesIn(spot, [], reader), false, reader).map((found) => ({
      ...found,
      callback: { of: operation, name },
    })),
  );
}
