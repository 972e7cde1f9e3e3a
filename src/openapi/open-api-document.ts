import { isJsonObject, member, type JsonObject } from '../model/json/json-value';

/** Whether a value is an OpenAPI or Swagger document. Without quotes, `openapi: 3.1` is a number in YAML. */
export function isOpenApiDocument(value: unknown): value is JsonObject {
  if (!isJsonObject(value)) return false;
  const version = member(value, 'openapi') ?? member(value, 'swagger');
  return (typeof version === 'string' || typeof version === 'number') && /^[23](?:\.\d|$)/.test(`${version}`);
}

/** Whether a value is an OpenAPI document with paths or webhooks, which OpenAPI 3.0 has only as an extension. */
export function hasOperations(value: unknown): boolean {
  return (
    isOpenApiDocument(value) &&
    ['paths', 'webhooks', 'x-webhooks'].some((name) => {
      const items = member(value, name);
      return isJsonObject(items) && Object.keys(items).length > 0;
    })
  );
}
