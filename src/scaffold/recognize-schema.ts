import { isJsonArray, isJsonObject, isSchemaType, member, type JsonObject } from '../model/json/json-value';
import { isOpenApiDocument } from '../openapi/open-api-document';

/** A file in the folder of the new manifest. */
export interface FoundFile {
  /** Relative to that folder, segments separated by `/`. */
  readonly path: string;
  /** Undefined if the file does not parse. */
  readonly value: unknown;
  /** The documents of a YAML stream, or the lines of NDJSON. Absent if the file is one document. */
  readonly documents?: readonly unknown[];
  /** The schema that a comment for editors names. */
  readonly schemaName?: string;
}

/** The values in a file: none if it does not parse. */
export function valuesOf({ value, documents }: Omit<FoundFile, 'path'>): readonly unknown[] {
  return documents ?? (value === undefined ? [] : [value]);
}

const JSON_SCHEMA = /^https?:\/\/json-schema\.org\//;

/** `pet.schema.json`, `pet-schema.yaml`, `pet/schema.json`. */
const SCHEMA_NAME = /(?:^|[./_-])(?:json-?)?schema\.(?:json|ya?ml)$/i;
const SCHEMA_FOLDER = /^(?:.*[._-])?(?:json-?)?schemas?$/i;
const OTHER_FOLDER = /^(?:examples?|samples?|fixtures?|tests?|data)$/i;

/** The schemas and OpenAPI documents among files. Those that do not parse are recognised by their names. */
export function schemasAmong(files: readonly FoundFile[]): readonly FoundFile[] {
  const dialects = new Set(
    files.flatMap(({ value }) => (isMetaSchema(value) ? (schemaIdOf(value) ?? []) : [])),
  );
  return files.filter(
    ({ path, value, documents, schemaName }) =>
      isOpenApiDocument(value) ||
      (documents === undefined && isOfDialect(schemaName ?? namedSchema(value), dialects)) ||
      (isNamedAsSchema(path) && (value === undefined || looksLikeSchema(value))),
  );
}

/** The `$id` of a schema, or its `id` in draft-04, without an empty fragment. */
export function schemaIdOf(value: unknown): string | undefined {
  if (!isJsonObject(value)) return undefined;
  const id = member(value, '$id') ?? member(value, 'id');
  return typeof id === 'string' ? id.replace(/#$/, '') : undefined;
}

/** The value of `$schema`, without an empty fragment. */
export function namedSchema(value: unknown): string | undefined {
  const named = isJsonObject(value) ? member(value, '$schema') : undefined;
  return typeof named === 'string' ? named.replace(/#$/, '') : undefined;
}

function isOfDialect(named: string | undefined, dialects: ReadonlySet<string>): boolean {
  return named !== undefined && (JSON_SCHEMA.test(named) || dialects.has(named));
}

/** Whether a schema describes schemas: it has a vocabulary, or extends a meta-schema of JSON Schema. */
function isMetaSchema(value: unknown): value is JsonObject {
  if (!isJsonObject(value)) return false;
  const all = member(value, 'allOf');
  return (
    isJsonObject(member(value, '$vocabulary')) ||
    [value, ...(isJsonArray(all) ? all : [])].some((part) => {
      const target = isJsonObject(part) ? member(part, '$ref') : undefined;
      return typeof target === 'string' && JSON_SCHEMA.test(target);
    })
  );
}

function isNamedAsSchema(path: string): boolean {
  if (SCHEMA_NAME.test(path)) return true;
  const folders = path.split('/').slice(0, -1);
  const index = folders.findLastIndex((name) => SCHEMA_FOLDER.test(name));
  return index !== -1 && !folders.slice(index).some((name) => OTHER_FOLDER.test(name));
}

function looksLikeSchema(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const type = member(value, 'type');
  if (type !== undefined) return [type].flat().every(isSchemaType);
  return (
    typeof member(value, '$ref') === 'string' ||
    ['properties', '$defs', 'definitions'].some((name) => isJsonObject(member(value, name))) ||
    ['allOf', 'anyOf', 'oneOf', 'enum'].some((name) => isJsonArray(member(value, name)))
  );
}
