import { isJsonArray, isJsonObject } from '../../model/json/json-value';

/**
 * Whether a copied schema rejects any value at all. For example, `properties: { a: {} }` rejects nothing. A reference counts as its
 * target.
 */
export function constrains(
  schema: unknown,
  follow: (key: string) => unknown,
  seen: ReadonlySet<string> = NOTHING_SEEN,
): boolean {
  if (!isJsonObject(schema)) return schema === false;
  const inner = (value: unknown): boolean => constrains(value, follow, seen);
  return Object.entries(schema).some(([name, value]) => {
    switch (name) {
      case '$ref': {
        const key = String(value);
        return !seen.has(key) && constrains(follow(key), follow, new Set([...seen, key]));
      }
      case 'if':
      case 'minContains':
      case 'maxContains':
        return false;
      case 'then':
      case 'else':
        return 'if' in schema && inner(value);
      case 'allOf':
      case 'prefixItems':
        return isJsonArray(value) && value.some(inner);
      case 'anyOf':
        return isJsonArray(value) && value.every(inner);
      case 'properties':
      case 'patternProperties':
      case 'dependentSchemas':
        return isJsonObject(value) && Object.values(value).some(inner);
      case 'dependencies':
        return (
          isJsonObject(value) && Object.values(value).some((entry) => isJsonArray(entry) || inner(entry))
        );
      case 'items':
      case 'additionalProperties':
      case 'unevaluatedItems':
      case 'unevaluatedProperties':
      case 'propertyNames':
        return inner(value);
      default:
        return true;
    }
  });
}

const NOTHING_SEEN: ReadonlySet<string> = new Set();
