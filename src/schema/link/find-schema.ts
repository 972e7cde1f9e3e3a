import { formatSchemaRef, type SchemaRef } from '../../model/contracts/contract';
import { valueAt } from '../../model/json/json-pointer';
import type { Place } from '../../model/documents/place';
import { schemaFileName, type SchemaFile } from '../../model/project/schema-files';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import { componentPointer, componentsOf } from './components';
import { dialectNamed, type Dialect } from '../dialects/dialect';
import { nearestPointer, pointerTarget, type PointerTarget } from './resolve-reference';
import type { SchemaLibrary } from './schema-library';
import { isOpenApi, statedDialect } from '../dialects/stated-dialect';

/** A schema, with the dialect of its file where the file names none. */
export interface FoundSchema extends PointerTarget {
  readonly dialect: Dialect;
}

/** A contract's schema, or the problem that makes it unusable. `from` is the place where the contract names it. */
export function findSchema(
  ref: SchemaRef,
  library: SchemaLibrary,
  from?: Place,
): FoundSchema | SchemaProblem {
  const { files, nearestFile, ownDialect } = library;
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
  const inherited = dialectNamed(ref.dialect);
  const value = valueAt(file.value, ref.pointer);
  const target =
    value === undefined
      ? behind(file, ref, library)
      : { file, pointer: ref.pointer, value, dialect: inherited };
  if (target === undefined) {
    // A contract names a schema by its pointer, even one that has an `$anchor`.
    const like =
      library.resourceAt(file, '', inherited).anchors.get(ref.pointer) ??
      nearestPointer(file.value, '', ref.pointer);
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
  return target;
}

/** A schema at a pointer that leads through references. */
function behind(
  file: SchemaFile,
  { pointer, dialect }: SchemaRef,
  library: SchemaLibrary,
): FoundSchema | undefined {
  const resource = library.resourceAt(file, '', dialectNamed(dialect));
  const target = pointerTarget(resource, pointer, library);
  return target === undefined ? undefined : { ...target, dialect: resource.dialect };
}

/** A schema in an OpenAPI document, as an example of how to name one. */
export function exampleInOpenApi(file: string, document: unknown): string {
  const components = componentsOf(document) ?? { path: ['components', 'schemas'], schemas: {} };
  const [name = 'Server'] = Object.keys(components.schemas);
  return formatSchemaRef({ file, pointer: componentPointer(components, name) });
}
