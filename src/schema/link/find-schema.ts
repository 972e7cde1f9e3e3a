import { formatSchemaRef, type SchemaRef } from '../../model/contract';
import { valueAt } from '../../model/json-pointer';
import type { Place } from '../../model/place';
import { schemaFileName, type SchemaFile } from '../../model/schema-files';
import type { SchemaProblem } from '../../model/schema-problem';
import { componentPointer, componentsOf } from './components';
import { nearestPointer } from './resolve-reference';
import type { SchemaLibrary } from './schema-library';
import { isOpenApi, statedDialect } from './stated-dialect';

/** The file of a contract's schema, or the problem that makes it unusable. `from` is the place where the contract names it. */
export function findSchema(
  ref: SchemaRef,
  { files, nearestFile, ownDialect }: Pick<SchemaLibrary, 'files' | 'nearestFile' | 'ownDialect'>,
  from?: Place,
): SchemaFile | SchemaProblem {
  const file = files.get(ref.file);
  const { folders: root = files.root, shortPath = (path: string) => path } = files;
  if (file === undefined) {
    const like = nearestFile(ref.file);
    const place = from ?? { file: schemaFileName(files, ref.file) };
    return {
      kind: 'missing',
      schema: shortPath(ref.file),
      root,
      ...(like === undefined ? {} : { nearest: shortPath(like) }),
      place,
    };
  }
  if (file.problem !== undefined) return file.problem;
  if (valueAt(file.value, ref.pointer) === undefined) {
    const like = nearestPointer(file.value, '', ref.pointer);
    return {
      kind: 'dangling-reference',
      reference: formatSchemaRef({ ...ref, file: shortPath(ref.file) }),
      ...(like === undefined
        ? {}
        : { nearest: formatSchemaRef({ file: shortPath(ref.file), pointer: like }) }),
      place: from ?? { file: file.source.name },
    };
  }
  const stated = statedDialect(file.value);
  const isKnown = stated.kind !== 'unknown' || ownDialect(stated, file)?.kind === 'usable';
  if (ref.pointer === '' && isOpenApi(file.value) && isKnown) {
    const message = `an OpenAPI document is not itself a schema: name one in it, such as \`${exampleInOpenApi(shortPath(ref.file), file.value)}\``;
    return { kind: 'does-not-compile', message, place: from ?? { file: file.source.name } };
  }
  return file;
}

/** A schema in an OpenAPI document, as an example of how to name one. */
export function exampleInOpenApi(file: string, document: unknown): string {
  const components = componentsOf(document) ?? { path: ['components', 'schemas'], schemas: {} };
  const [name = 'Server'] = Object.keys(components.schemas);
  return formatSchemaRef({ file, pointer: componentPointer(components, name) });
}
