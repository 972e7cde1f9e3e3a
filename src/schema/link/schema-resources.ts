import { childPointer, type JsonPointer } from '../../model/json-pointer';
import { isJsonObject, member, type JsonObject } from '../../model/json-value';
import type { SchemaFile } from '../../model/schema-files';
import { isBefore, type Dialect } from './dialect';
import { keywordOf } from './keywords';
import { mapSubschemas } from './map-subschemas';
import type { FindOwnDialect } from './own-dialect';
import { fileUri, resolveUri } from './schema-uri';
import { isOpenApi, statedDialect } from './stated-dialect';
import type { Vocabularies } from './vocabulary';

/** A schema with its own URI: a file, or a part of a file with an `$id`. `#/…` inside it is relative to its pointer. */
export interface SchemaResource {
  readonly file: SchemaFile;
  readonly pointer: JsonPointer;
  /** Absolute, without fragment; relative references are resolved against it. */
  readonly uri: string;
  readonly dialect: Dialect;
  /** The vocabularies that its meta-schema turns on; absent where that is all of the dialect. */
  readonly vocabularies?: Vocabularies;
  readonly anchors: ReadonlyMap<string, JsonPointer>;
  /** The anchors that a dynamic reference may find; `''` for `$recursiveAnchor`. */
  readonly dynamicAnchors: ReadonlySet<string>;
}

interface Draft extends SchemaResource {
  readonly anchors: Map<string, JsonPointer>;
  readonly dynamicAnchors: Set<string>;
}

/** The resources of a file, the file itself first. `inherited` is its dialect where it names none. */
export function resourcesOf(
  file: SchemaFile,
  inherited: Dialect,
  findOwnDialect: FindOwnDialect,
): readonly SchemaResource[] {
  const resources: Draft[] = [];
  const root = draft(file, '', fileUri(file.file), languageAt(file.value, { dialect: inherited }));
  if (isOpenApi(file.value)) {
    resources.push(root);
    visitSchemasAt(file.value, ['components', 'schemas'], root);
  } else visit(file.value, '', root);
  return resources;

  function visit(schema: unknown, pointer: JsonPointer, outer: Draft): void {
    if (!isJsonObject(schema)) {
      if (pointer === '') resources.push(outer);
      return;
    }
    const resource = enter(schema, pointer, outer);
    if (resource !== outer || pointer === '') resources.push(resource);
    noteAnchors(schema, pointer, resource);
    for (const [name, value] of Object.entries(schema)) {
      // Older dialects do not know `$defs`, but what else than schemas would be in it?
      const shape = name === '$defs' ? 'definitions' : keywordOf(name, resource.dialect)?.shape;
      if (shape === undefined) continue;
      mapSubschemas(name, value, shape, (child, steps) => {
        visit(child, steps.reduce<string>(childPointer, pointer), resource);
      });
    }
  }

  function visitSchemasAt(document: unknown, path: readonly string[], resource: Draft): void {
    let schemas = document;
    for (const step of path) schemas = isJsonObject(schemas) ? member(schemas, step) : undefined;
    if (!isJsonObject(schemas)) return;
    const pointer = path.reduce<string>(childPointer, '');
    for (const [name, schema] of Object.entries(schemas))
      visit(schema, childPointer(pointer, name), resource);
  }

  function enter(schema: JsonObject, pointer: JsonPointer, outer: Draft): Draft {
    const language = languageAt(schema, outer);
    const id = idOf(schema, language.dialect);
    if (id === undefined || id.startsWith('#')) return outer;
    const inner = resolveUri(id, outer.uri);
    return inner === undefined ? outer : draft(outer.file, pointer, inner, language);
  }

  function languageAt(value: unknown, outer: Language): Language {
    const stated = statedDialect(value);
    if (stated.kind === 'known') return { dialect: stated.dialect };
    const own = findOwnDialect(stated, file);
    return own?.kind === 'usable' ? own : outer;
  }
}

/** A dialect and what is left of it. */
type Language = Pick<SchemaResource, 'dialect' | 'vocabularies'>;

function draft(
  file: SchemaFile,
  pointer: JsonPointer,
  uri: string,
  { dialect, vocabularies }: Language,
): Draft {
  return {
    file,
    pointer,
    uri,
    dialect,
    ...(vocabularies === undefined ? {} : { vocabularies }),
    anchors: new Map(),
    dynamicAnchors: new Set(),
  };
}

/** Before 2019-09, the keywords next to a `$ref` are ignored, and so is the id. */
function idOf(schema: JsonObject, dialect: Dialect): string | undefined {
  if (isBefore(dialect, '2019-09') && member(schema, '$ref') !== undefined) return undefined;
  const id = member(schema, dialect === 'draft-04' ? 'id' : '$id');
  return typeof id === 'string' ? id : undefined;
}

function noteAnchors(schema: JsonObject, pointer: JsonPointer, resource: Draft): void {
  const { dialect, anchors, dynamicAnchors } = resource;
  const id = idOf(schema, dialect);
  if (id?.startsWith('#') === true && isBefore(dialect, '2019-09')) anchors.set(id.slice(1), pointer);
  const anchor = member(schema, '$anchor');
  if (typeof anchor === 'string') anchors.set(anchor, pointer);
  const dynamicAnchor = member(schema, '$dynamicAnchor');
  if (typeof dynamicAnchor === 'string' && keywordOf('$dynamicAnchor', dialect) !== undefined) {
    anchors.set(dynamicAnchor, pointer);
    dynamicAnchors.add(dynamicAnchor);
  }
  if (member(schema, '$recursiveAnchor') === true && pointer === resource.pointer) dynamicAnchors.add('');
}
