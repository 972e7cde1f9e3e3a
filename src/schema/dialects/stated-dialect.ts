import { plainText } from '../../wording/quote';
import { isJsonObject, member, type JsonObject } from '../../model/json/json-value';
import type { JsonPointer } from '../../model/json/json-pointer';
import { parseDialect, type Dialect } from './dialect';

/** The dialect that a document names for its schemas; an unknown one with its place. */
export type StatedDialect =
  | { readonly kind: 'silent' }
  | { readonly kind: 'known'; readonly dialect: Dialect }
  | {
      readonly kind: 'unknown';
      readonly name: string;
      /** What names it; absent for a version of OpenAPI whose schemas are not JSON Schema. */
      readonly uri?: string;
      readonly pointer: JsonPointer;
    };

const SILENT: StatedDialect = { kind: 'silent' };

/** Reads `$schema`; in an OpenAPI document, its version and `jsonSchemaDialect`. */
export function statedDialect(value: unknown): StatedDialect {
  // Nearly all the schemas in a file name none.
  if (!isJsonObject(value) || !mayState(value)) return SILENT;
  if (isOpenApi(value)) {
    const version = versionIn(value, 'openapi');
    if (version === undefined) {
      const swagger = versionIn(value, 'swagger') ?? plainText(member(value, 'swagger'));
      return swagger === '2.0'
        ? { kind: 'known', dialect: 'swagger-2.0' }
        : { kind: 'unknown', name: `Swagger ${swagger}`, pointer: '/swagger' };
    }
    if (/^3\.0(?:\.|$)/.test(version)) return { kind: 'known', dialect: 'openapi-3.0' };
    if (!isVersion31(version)) return { kind: 'unknown', name: `OpenAPI ${version}`, pointer: '/openapi' };
    const dialect = named(member(value, 'jsonSchemaDialect'), '/jsonSchemaDialect');
    return dialect.kind === 'silent' ? { kind: 'known', dialect: 'openapi-3.1' } : dialect;
  }
  return named(member(value, '$schema'), '/$schema');
}

function mayState(value: JsonObject): boolean {
  return (value['$schema'] ?? value['openapi'] ?? value['swagger']) !== undefined;
}

function named(uri: unknown, pointer: JsonPointer): StatedDialect {
  if (typeof uri !== 'string') return { kind: 'silent' };
  const dialect = parseDialect(uri);
  return dialect === undefined ? { kind: 'unknown', name: uri, uri, pointer } : { kind: 'known', dialect };
}

/** What an OpenAPI document has next to its version. One of them is enough: a document need not be complete to be checked. */
const PARTS = ['info', 'paths', 'components', 'webhooks', 'definitions'];

/** Whether a document is an OpenAPI (or Swagger) document, which contains schemas but is not itself a schema. */
export function isOpenApi(value: unknown): boolean {
  return (
    isJsonObject(value) &&
    (versionIn(value, 'openapi') !== undefined || member(value, 'swagger') !== undefined) &&
    PARTS.some((name) => member(value, name) !== undefined)
  );
}

/**
 * The dialect of the schemas in other files that an OpenAPI document leads to, where those name none; `own` is that of its own schemas. Its
 * `jsonSchemaDialect` is for these alone: since 3.1, other files have the dialect of OpenAPI (3.1.1, "Specifying Schema Dialects").
 */
export function dialectBehind(document: unknown, own: Dialect): Dialect {
  const isNew = isOpenApi(document) && isJsonObject(document) && isVersion31(versionIn(document, 'openapi'));
  return isNew ? 'openapi-3.1' : own;
}

function isVersion31(version: string | undefined): boolean {
  return version !== undefined && /^3\.[12](?:\.|$)/.test(version);
}

/** The version at a property. Without quotes it is a number in YAML, where `3.0` is 3. */
function versionIn(value: JsonObject, name: 'openapi' | 'swagger'): string | undefined {
  const version = member(value, name);
  if (typeof version === 'number') return Number.isInteger(version) ? `${version}.0` : String(version);
  return typeof version === 'string' ? version : undefined;
}
