import { isJsonArray, member, type JsonObject } from '../../model/json/json-value';
import { isLikeDraft04, type Dialect } from './dialect';

/**
 * The `type` of a schema as in newer dialects. In OpenAPI 3.0, `nullable` adds null to the `type` next to it; without one it says nothing, and an
 * `enum` must list null itself (OpenAPI 3.0.3, 4.7.24.1). Swagger 2.0 has no such keyword, but most tools read `x-nullable` as one. Its `file` is
 * not JSON, so nothing is said about it.
 */
export function typeIn(schema: JsonObject, dialect: Dialect): unknown {
  const type = member(schema, 'type');
  if (!isLikeDraft04(dialect) || dialect === 'draft-04' || isJsonArray(type)) return type;
  if (dialect === 'swagger-2.0' && type === 'file') return undefined;
  const isNullable = member(schema, dialect === 'openapi-3.0' ? 'nullable' : 'x-nullable') === true;
  return isNullable && type !== undefined ? [type, 'null'] : type;
}
