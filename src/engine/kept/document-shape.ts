import { isJsonArray, isJsonObject } from '../../model/json/json-value';
import { digest } from '../../project/cache/cache-files';

/** A hash of what shared objects look at in a document: the names of the properties of each object that may be a resource. */
export function shapeOf(value: unknown): string {
  const shape = isJsonObject(value)
    ? Object.entries(value).map(([name, inner]) => [name, namesIn(inner)])
    : namesIn(value);
  return digest(JSON.stringify(shape));
}

/** The names in an object, or in each item of an array. */
function namesIn(value: unknown): unknown {
  if (isJsonArray(value)) return [value.map((item) => (isJsonObject(item) ? Object.keys(item) : 0))];
  return isJsonObject(value) ? Object.keys(value) : 0;
}
