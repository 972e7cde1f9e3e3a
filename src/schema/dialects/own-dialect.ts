import { valueAt, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject, member } from '../../model/json/json-value';
import type { SchemaFile } from '../../model/project/schema-files';
import { parseDialect, type Dialect } from './dialect';
import { fileUri, resolveUri } from './schema-uri';
import { statedDialect, type StatedDialect } from './stated-dialect';
import { dialectOfVocabulary, statedVocabularies, type Vocabularies } from './vocabulary';

/** A meta-schema below the schema root, as a whole file or a part of one. */
export interface MetaSchema {
  readonly file: SchemaFile;
  readonly pointer: JsonPointer;
  readonly dialect: Dialect;
}

/** A dialect that a meta-schema below the schema root defines. */
export type OwnDialect =
  | {
      readonly kind: 'usable';
      readonly metaSchema: MetaSchema;
      /** The dialect that the meta-schema extends. */
      readonly dialect: Dialect;
      /** Absent where all of them are on. */
      readonly vocabularies?: Vocabularies;
    }
  | {
      readonly kind: 'unusable';
      readonly metaSchema: MetaSchema;
      /** The vocabulary that it requires and that is not known; absent where it has no known dialect itself. */
      readonly vocabulary?: string;
    };

/**
 * Finds the dialect that a document names in `$schema`; undefined where there is no such meta-schema. A relative reference is relative to the
 * file.
 */
export type FindOwnDialect = (stated: StatedDialect, file: SchemaFile) => OwnDialect | undefined;

/** `find` gives the meta-schema with an absolute URI; it must not depend on the dialects that are found here. */
export function createOwnDialects(find: (uri: string) => MetaSchema | undefined): FindOwnDialect {
  const known = new Map<string, OwnDialect | undefined>();
  return findOwnDialect;

  function findOwnDialect(stated: StatedDialect, file: SchemaFile): OwnDialect | undefined {
    if (stated.kind !== 'unknown' || stated.uri === undefined) return undefined;
    const uri = resolveUri(stated.uri, fileUri(file.file));
    return uri === undefined ? undefined : dialectAt(uri);
  }

  function dialectAt(uri: string): OwnDialect | undefined {
    if (known.has(uri)) return known.get(uri);
    const metaSchema = find(uri);
    // A meta-schema that describes itself extends nothing that is known.
    if (metaSchema !== undefined) known.set(uri, { kind: 'unusable', metaSchema });
    const found = metaSchema === undefined ? undefined : read(metaSchema);
    known.set(uri, found);
    return found;
  }

  function read(metaSchema: MetaSchema): OwnDialect {
    const value = valueAt(metaSchema.file.value, metaSchema.pointer);
    const base = baseOf(value, metaSchema.file);
    if (base === undefined) return { kind: 'unusable', metaSchema };
    const stated = statedVocabularies(value, base.dialect);
    if (stated === undefined) return { ...base, kind: 'usable', metaSchema };
    if (stated.unknown !== undefined) return { kind: 'unusable', metaSchema, vocabulary: stated.unknown };
    const dialect = base.dialect === '2020-12' && stated.hasOpenApi ? 'openapi-3.1' : base.dialect;
    const vocabularies = { metaSchema: metaSchema.file.source.name, on: stated.on };
    return { kind: 'usable', metaSchema, dialect, vocabularies };
  }

  function baseOf(
    value: unknown,
    file: SchemaFile,
  ): { readonly dialect: Dialect; readonly vocabularies?: Vocabularies } | undefined {
    const stated = statedDialect(value);
    if (stated.kind === 'known') return { dialect: stated.dialect };
    const base = findOwnDialect(stated, file);
    if (base?.kind === 'usable') return base;
    // A meta-schema may describe itself, as the standard ones do.
    const dialect =
      stated.kind === 'silent' || base?.metaSchema.file === file ? extendedDialect(value) : undefined;
    return dialect === undefined ? undefined : { dialect };
  }
}

/** The dialect that a meta-schema without a `$schema` of another one extends: by a reference to it, or by its vocabularies. */
function extendedDialect(metaSchema: unknown): Dialect | undefined {
  if (!isJsonObject(metaSchema)) return undefined;
  const all = member(metaSchema, 'allOf');
  const parts = [metaSchema, ...(isJsonArray(all) ? all.filter(isJsonObject) : [])];
  const vocabularies = member(metaSchema, '$vocabulary');
  return (
    parts.flatMap((part) => parseDialect(String(member(part, '$ref'))) ?? [])[0] ??
    Object.keys(isJsonObject(vocabularies) ? vocabularies : {}).flatMap(
      (uri) => dialectOfVocabulary(uri) ?? [],
    )[0]
  );
}
