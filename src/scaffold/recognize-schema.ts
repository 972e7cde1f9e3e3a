import { posix } from 'node:path';

import { isJsonArray, isJsonObject, isSchemaType, member, type JsonObject } from '../model/json/json-value';
import { isOpenApiDocument } from '../openapi/open-api-document';
import { referencesIn } from './references-in';

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
const SAMPLE_FOLDER = /^(?:(?:api[._-]?)?(?:examples?|samples?)|fixtures?|tests?|data)$/i;

/**
 * The schemas and OpenAPI documents among files: those that name a dialect, have the name or the form of a schema, or are a part of
 * another one. Those that do not parse are recognised by their names.
 */
export function schemasAmong(files: readonly FoundFile[]): readonly FoundFile[] {
  const dialects = new Set(
    files.flatMap(({ value }) => (isMetaSchema(value) ? (schemaIdOf(value) ?? []) : [])),
  );
  const byPath = new Map(files.map((file) => [file.path, file]));
  const found = new Set(files.filter((file) => isSchema(file, dialects)));
  // A set visits what is added to it during the loop.
  for (const { path, value } of found) {
    for (const target of referencesIn(value)) {
      const part = byPath.get(posix.join(posix.dirname(path), target));
      if (part !== undefined && looksLikeSchema(part.value)) found.add(part);
    }
  }
  return files.filter((file) => found.has(file));
}

function isSchema({ path, value, documents, schemaName }: FoundFile, dialects: ReadonlySet<string>): boolean {
  return (
    isOpenApiDocument(value) ||
    (documents === undefined && isOfDialect(schemaName ?? namedSchema(value), dialects)) ||
    (isNamedAsSchema(path) && (value === undefined || looksLikeSchema(value))) ||
    (!foldersOf(path).some((name) => SAMPLE_FOLDER.test(name)) && isObjectSchema(value))
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
  const folders = foldersOf(path);
  const index = folders.findLastIndex((name) => SCHEMA_FOLDER.test(name));
  return index !== -1 && !folders.slice(index).some((name) => SAMPLE_FOLDER.test(name));
}

function foldersOf(path: string): readonly string[] {
  return path.split('/').slice(0, -1);
}

const OF_OBJECT = ['properties', 'patternProperties', '$defs', 'definitions', 'items', 'not'];
const OF_LIST = ['allOf', 'anyOf', 'oneOf', 'enum', 'required'];

function looksLikeSchema(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const type = member(value, 'type');
  if (type !== undefined) return [type].flat().every(isSchemaType);
  return (
    typeof member(value, '$ref') === 'string' ||
    OF_OBJECT.some((name) => isJsonObject(member(value, name))) ||
    OF_LIST.some((name) => isJsonArray(member(value, name)))
  );
}

/** Whether a value has the form that only a schema has: `{ "type": "object", "properties": { "id": {} } }`. */
function isObjectSchema(value: unknown): boolean {
  if (!isJsonObject(value) || member(value, 'type') !== 'object') return false;
  const properties = member(value, 'properties');
  return isJsonObject(properties) && Object.values(properties).every(isJsonObject);
}
