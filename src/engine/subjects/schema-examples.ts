import type { SchemaRef } from '../../model/contracts/contract';
import type { Document } from '../../model/documents/document';
import { childPointer, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonArray, member, type JsonObject } from '../../model/json/json-value';
import { memoizeObject } from '../../model/memoize';
import { OPENAPI_ORIGIN, type SchemaExample } from '../../model/project/open-api';
import type { Project } from '../../model/project/project';
import type { SchemaFile } from '../../model/project/schema-files';
import { schemaParts } from '../../schema/inspect/schema-parts';
import { componentPointer, componentsOf } from '../../schema/link/components';
import { statedDialect } from '../../schema/dialects/stated-dialect';
import type { SchemaSet } from '../../schema/schema-set';
import { partOfDocument } from '../../text/part-of-document';

/**
 * The values that the schemas of OpenAPI documents have as `example`, `examples` and `default`: of every schema that an operation reaches, and of
 * all components.
 */
export function schemaExamples(
  { openApi: { documents }, contracts }: Pick<Project, 'openApi' | 'contracts'>,
  schemas: Pick<SchemaSet, 'reach'>,
): readonly SchemaExample[] {
  const wholes = new Map<string, Document>();
  const seen = new Set<string>();
  const used = contracts.flatMap(({ operation, versions }) =>
    operation === undefined ? [] : versions.map(({ schema }) => schema),
  );
  const unused = documents.flatMap((document) => [
    ...namedSchemas(document.file),
    ...document.unused.flatMap(({ schema }) => schema ?? []),
  ]);
  const nodes = schemas.reach([...used, ...unused]);
  const byName = new Map(nodes.map(({ file, dialect }) => [file.source.name, { file, dialect }]));
  return schemaParts(nodes, mayHaveExamples).flatMap(({ file: name, pointer, schema }) => {
    const found = byName.get(name);
    const key = `${name}#${pointer}`;
    if (found === undefined || seen.has(key)) return [];
    seen.add(key);
    const { file, dialect } = found;
    return examplePointers(schema, pointer).flatMap((at) => {
      const document = partOfDocument(wholeOf(file), at);
      return document === undefined ? [] : [{ document, schema: { file: file.file, pointer, dialect } }];
    });
  });

  function wholeOf(file: SchemaFile): Document {
    const { name } = file.source;
    const { source, value, exact } = file;
    const whole = wholes.get(name) ?? {
      source,
      kind: 'sample',
      origin: OPENAPI_ORIGIN,
      value,
      ...(exact === undefined ? {} : { exact }),
      problems: [],
    };
    wholes.set(name, whole);
    return whole;
  }
}

/** The schemas of an OpenAPI document that have names, as responses have them: most are read for responses anyway. */
export const namedSchemas = memoizeObject(({ file, value }: SchemaFile): readonly SchemaRef[] => {
  const found = componentsOf(value);
  const stated = statedDialect(value);
  if (found === undefined || stated.kind !== 'known') return [];
  const { dialect } = stated;
  return Object.keys(found.schemas).map((name) => ({
    file,
    pointer: componentPointer(found, name),
    direction: 'response',
    dialect,
  }));
});

function mayHaveExamples(schema: JsonObject): boolean {
  return (
    Object.hasOwn(schema, 'example') || Object.hasOwn(schema, 'default') || Object.hasOwn(schema, 'examples')
  );
}

/** `examples` is an array; in OpenAPI 3.0 and 2.0 it is no keyword. */
function examplePointers(schema: JsonObject, pointer: JsonPointer): readonly JsonPointer[] {
  const examples = member(schema, 'examples');
  const at = childPointer(pointer, 'examples');
  return [
    ...['example', 'default'].flatMap((name) =>
      Object.hasOwn(schema, name) ? [childPointer(pointer, name)] : [],
    ),
    ...(isJsonArray(examples) ? [...examples.keys()].map((index) => childPointer(at, index)) : []),
  ];
}
