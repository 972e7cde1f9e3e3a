import { posix } from 'node:path';

import { lastToken, valueAt, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonObject } from '../../model/json/json-value';
import type { SchemaFile } from '../../model/project/schema-files';
import { componentPointer, componentsOf, heirsIn, type Heirs } from './components';
import { isOfOpenApi, type Dialect } from '../dialects/dialect';
import { branchReferences, unionOf, type BranchLookup } from './discriminator';
import { resolveReference, type PointerTarget } from './resolve-reference';
import type { SchemaLibrary } from './schema-library';
import type { SubschemaPosition } from './schema-node';

/** What the discriminators of OpenAPI documents choose from. */
export interface Branches {
  /** What a discriminator at a place may name. */
  readonly of: (
    at: Pick<SubschemaPosition, 'file' | 'pointer' | 'dialect'>,
  ) => Pick<BranchLookup, 'component' | 'heirs' | 'own'>;
  /**
   * Whether a reference at a place is in the `allOf` of a schema that its target's union or discriminator chooses: then the target need not choose
   * again, and would do so in a circle.
   */
  readonly isChosenFor: (at: SubschemaPosition, file: SchemaFile, pointer: JsonPointer) => boolean;
}

export function createBranches(library: SchemaLibrary): Branches {
  const heirsByFile = new WeakMap<SchemaFile, Heirs>();
  const chosen = new Map<string, readonly PointerTarget[]>();
  return {
    of,
    isChosenFor: (at, file, pointer) =>
      at.keyword === 'allOf' &&
      isOfOpenApi(at.dialect) &&
      chosenBy(file, pointer, at.dialect).some(
        (one) => one.file === at.file && at.pointer.startsWith(`${one.pointer}/allOf/`),
      ),
  };

  function of({
    file,
    pointer,
    dialect,
  }: Pick<SubschemaPosition, 'file' | 'pointer' | 'dialect'>): ReturnType<Branches['of']> {
    const components = componentsOf(file.value);
    if (components === undefined)
      return { component: (name) => componentOfDocument(name, file), heirs: [], own: undefined };
    return {
      component: (name) =>
        Object.hasOwn(components.schemas, name) ? `#${componentPointer(components, name)}` : undefined,
      heirs: heirsOf(file, dialect).get(pointer) ?? [],
      own: pointer === componentPointer(components, lastToken(pointer)) ? lastToken(pointer) : undefined,
    };
  }

  /** In a file that a document refers to, the names are those of the document's components. */
  function componentOfDocument(name: string, file: SchemaFile): string | undefined {
    if (!/^[\w.-]+$/.test(name)) return undefined;
    const { files } = library;
    const document = library.documentOf(file);
    const components = componentsOf(document?.value);
    if (document === undefined || components === undefined || !Object.hasOwn(components.schemas, name))
      return undefined;
    const path = posix.relative(files.refBase ?? posix.dirname(file.file), document.file);
    return `${path.split('/').map(encodeURIComponent).join('/')}#${componentPointer(components, name)}`;
  }

  /** The schemas that a union or a discriminator chooses from: those of the mapping and the union; without a union, those that extend the schema. */
  function chosenBy(file: SchemaFile, pointer: JsonPointer, dialect: Dialect): readonly PointerTarget[] {
    const key = `${dialect} ${file.file}#${pointer}`;
    const known = chosen.get(key);
    if (known !== undefined) return known;
    const found = findChosen(file, pointer, dialect);
    chosen.set(key, found);
    return found;
  }

  function findChosen(file: SchemaFile, pointer: JsonPointer, dialect: Dialect): readonly PointerTarget[] {
    const schema = valueAt(file.value, pointer);
    if (!isJsonObject(schema)) return [];
    const isUnion = unionOf(schema) !== undefined;
    if (!isUnion && !Object.hasOwn(schema, 'discriminator')) return [];
    const { component, heirs } = of({ file, pointer, dialect });
    const extending = isUnion ? [] : heirs.flatMap((name) => component(name) ?? []);
    const from = library.resourceAt(file, pointer, dialect);
    return [...branchReferences(schema, component), ...extending].flatMap((reference) => {
      const target = resolveReference(reference, from, library);
      return target.kind === 'found' ? [target] : [];
    });
  }

  function heirsOf(file: SchemaFile, dialect: Dialect): Heirs {
    const components = componentsOf(file.value);
    const known = heirsByFile.get(file);
    if (known !== undefined || components === undefined) return known ?? new Map();
    const heirs = heirsIn(components, (reference, at) => {
      const target = resolveReference(reference, library.resourceAt(file, at, dialect), library);
      return target.kind === 'found' && target.file === file ? target.pointer : undefined;
    });
    heirsByFile.set(file, heirs);
    return heirs;
  }
}
