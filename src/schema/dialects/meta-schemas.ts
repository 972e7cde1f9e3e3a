import { isJsonObject, member } from '../../model/json/json-value';
import type { SchemaFile, SchemaFiles } from '../../model/project/schema-files';
import type { Dialect } from './dialect';

/** The name of a dialect's meta-schema in META_SCHEMA_FILES. */
export function metaSchemaOf(dialect: Dialect): string {
  switch (dialect) {
    case 'swagger-2.0':
    case 'openapi-3.0':
      return 'http://json-schema.org/draft-04/schema';
    case 'draft-04':
    case 'draft-06':
    case 'draft-07':
      return `http://json-schema.org/${dialect}/schema`;
    case '2019-09':
    case '2020-12':
      return `https://json-schema.org/draft/${dialect}/schema`;
    case 'openapi-3.1':
      return 'https://json-schema.org/draft/2020-12/schema';
  }
}

/** The meta-schemas as files, named by their own `$id`. They are part of ajv, and are read on first use. */
export const META_SCHEMA_FILES: SchemaFiles = { root: 'json-schema.org', get: getMetaSchema, list: () => [] };

const read = new Map<string, SchemaFile>();

function getMetaSchema(uri: string): SchemaFile | undefined {
  if (!/^https?:\/\/json-schema\.org\//.test(uri)) return undefined;
  if (read.size === 0) {
    for (const value of loadAll()) {
      const file = isJsonObject(value)
        ? String(member(value, '$id') ?? member(value, 'id')).replace(/#$/, '')
        : '';
      read.set(file, { file, source: { name: file, text: '', locate: () => [] }, value });
    }
  }
  return read.get(uri);
}

function loadAll(): readonly unknown[] {
  const format: object = require('ajv/dist/refs/json-schema-2020-12/meta/format-annotation.json');
  return [
    require('ajv-draft-04/dist/refs/json-schema-draft-04.json'),
    require('ajv/dist/refs/json-schema-draft-06.json'),
    require('ajv/dist/refs/json-schema-draft-07.json'),
    require('ajv/dist/refs/json-schema-2019-09/schema.json'),
    require('ajv/dist/refs/json-schema-2019-09/meta/applicator.json'),
    require('ajv/dist/refs/json-schema-2019-09/meta/content.json'),
    require('ajv/dist/refs/json-schema-2019-09/meta/core.json'),
    require('ajv/dist/refs/json-schema-2019-09/meta/format.json'),
    require('ajv/dist/refs/json-schema-2019-09/meta/meta-data.json'),
    require('ajv/dist/refs/json-schema-2019-09/meta/validation.json'),
    require('ajv/dist/refs/json-schema-2020-12/schema.json'),
    require('ajv/dist/refs/json-schema-2020-12/meta/applicator.json'),
    require('ajv/dist/refs/json-schema-2020-12/meta/content.json'),
    require('ajv/dist/refs/json-schema-2020-12/meta/core.json'),
    format,
    // Ajv does not have this one, which describes the same keyword.
    { ...format, $id: 'https://json-schema.org/draft/2020-12/meta/format-assertion' },
    require('ajv/dist/refs/json-schema-2020-12/meta/meta-data.json'),
    require('ajv/dist/refs/json-schema-2020-12/meta/unevaluated.json'),
    require('ajv/dist/refs/json-schema-2020-12/meta/validation.json'),
  ];
}
