import { childPointer, parentPointer, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonObject, member, type JsonObject } from '../../model/json/json-value';
import { memoizeObject } from '../../model/memoize';
import type { SchemaFile, SchemaFiles } from '../../model/project/schema-files';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import { componentPointer, componentsOf } from './components';
import { eachInlineSchema } from './open-api-schemas';
import { noteName, type RepeatedName } from './repeated-names';
import { idKeyword, idOfSchema, isOfPart } from './schema-id';
import { isBefore, type Dialect } from '../dialects/dialect';
import { keywordOf } from '../dialects/keywords';
import { eachSubschema, subschemaPointer } from '../dialects/map-subschemas';
import type { FindOwnDialect } from '../dialects/own-dialect';
import { baseUri, fileUri, resolveUri } from '../dialects/schema-uri';
import { isOpenApi, statedDialect } from '../dialects/stated-dialect';
import type { Vocabularies } from '../dialects/vocabulary';

/** A schema with its own URI: a file, or a part of a file with an `$id`. `#/…` inside it is relative to its pointer. */
export interface SchemaResource {
  readonly file: SchemaFile;
  readonly pointer: JsonPointer;
  /** Absolute, without fragment; relative references are resolved against it. */
  readonly uri: string;
  readonly dialect: Dialect;
  /** The vocabularies that its meta-schema turns on; absent where that is all of the dialect. */
  readonly vocabularies?: Vocabularies;
  /** The dialects of schemas in it that name their own, but have no URI of their own. */
  readonly languages: ReadonlyMap<JsonPointer, Language>;
  readonly anchors: ReadonlyMap<string, JsonPointer>;
  /** The anchors that a dynamic reference may find; `''` for `$recursiveAnchor`. */
  readonly dynamicAnchors: ReadonlySet<string>;
  /** The names in it that different schemas have, each once. An `$id` belongs to the first resource with it. */
  readonly repeated: ReadonlyMap<string, RepeatedName>;
  /** Of a resource that was found by its `$id`: that of a different one in another file. */
  readonly rival?: SchemaProblem;
}

/** A dialect, perhaps with only some of its vocabularies. */
export interface Language {
  readonly dialect: Dialect;
  readonly vocabularies?: Vocabularies;
}

interface Draft extends SchemaResource {
  readonly languages: Map<JsonPointer, Language>;
  readonly anchors: Map<string, JsonPointer>;
  readonly dynamicAnchors: Set<string>;
  readonly repeated: Map<string, RepeatedName>;
  /** The first keyword with each name. */
  readonly named: Map<string, JsonPointer>;
}

/** The resources of a file, the file itself first. `inherited` is its dialect where it names none. */
export function resourcesOf(
  file: SchemaFile,
  inherited: Dialect,
  findOwnDialect: FindOwnDialect,
  files: Pick<SchemaFiles, 'refBase'>,
): readonly SchemaResource[] {
  const resources: Draft[] = [];
  const byUri = new Map<string, Draft>();
  const root = draft(file, '', uriOf(file, files), languageAt(file.value, { dialect: inherited }));
  if (isOpenApi(file.value)) {
    resources.push(root);
    if (namesSchemas(file)) visitSchemas(root);
  } else visit(file.value, '', root, root);
  return resources;

  function visit(schema: unknown, pointer: JsonPointer, outer: Draft, around: Language): void {
    if (!isJsonObject(schema)) {
      if (pointer === '') resources.push(outer);
      return;
    }
    const language = languageAt(schema, around);
    const resource = enter(schema, pointer, outer, language);
    if (resource !== outer || pointer === '') resources.push(resource);
    else if (language !== around) resource.languages.set(pointer, language);
    noteAnchors(schema, pointer, resource, language.dialect);
    if (pointer === '' && namesOnlyRoot(schema, file, language.dialect)) return;
    for (const [name, value] of Object.entries(schema)) {
      // Older dialects do not have `$defs`, but it contains schemas there too.
      const shape = name === '$defs' ? 'definitions' : keywordOf(name, language.dialect)?.shape;
      if (shape === undefined) {
        if (pointer === '' && language.dialect === 'openapi-3.1')
          visitNamed({ [name]: value }, '', resource, language);
        continue;
      }
      eachSubschema(name, value, shape, (child, key) => {
        visit(child, subschemaPointer(pointer, name, key), resource, language);
      });
    }
  }

  /** A file of an OpenAPI description may have schemas anywhere, such as all of them by name, or in a path. */
  function visitNamed(value: unknown, pointer: JsonPointer, outer: Draft, around: Language): void {
    if (isJsonObject(value) && NAMING.some((name) => typeof member(value, name.slice(0, -1)) === 'string'))
      visit(value, pointer, outer, around);
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value))
        if (!DATA.has(name) && !name.startsWith('x-'))
          visitNamed(inner, childPointer(pointer, name), outer, around);
  }

  function visitSchemas(document: Draft): void {
    const components = componentsOf(file.value);
    if (components !== undefined)
      for (const [name, schema] of Object.entries(components.schemas))
        visit(schema, componentPointer(components, name), document, document);
    // Before OpenAPI 3.1, schemas have no names and dialects of their own.
    if (document.dialect === 'swagger-2.0' || document.dialect === 'openapi-3.0') return;
    eachInlineSchema(file.value, (schema, pointer) => {
      visit(schema, pointer, document, document);
    });
  }

  function enter(schema: JsonObject, pointer: JsonPointer, outer: Draft, language: Language): Draft {
    const id = idOfSchema(schema, language.dialect);
    if (id === undefined || id.startsWith('#')) return outer;
    const inner = resolveUri(id, baseUri(outer.uri, files));
    if (inner === undefined) return outer;
    const resource = draft(outer.file, pointer, inner, language);
    const first = byUri.get(inner) ?? resource;
    byUri.set(inner, first);
    if (!isOfPart(id)) noteName(first, { keyword: idKeyword(language.dialect), name: id, pointer }, inner);
    return resource;
  }

  function languageAt(value: unknown, outer: Language): Language {
    const stated = statedDialect(value);
    if (stated.kind === 'known') return { dialect: stated.dialect };
    const own = findOwnDialect(stated, file);
    return own?.kind === 'usable' ? own : outer;
  }
}

/** What has values that are no schemas, even where they have such names. */
const DATA: ReadonlySet<string> = new Set([
  'example',
  'examples',
  'value',
  'dataValue',
  'default',
  'enum',
  'const',
]);

/** The keywords that give a schema a name or a dialect of its own. */
const NAMING = ['$id"', '$anchor"', '$dynamicAnchor"', '$recursiveAnchor"', '$schema"'];

/**
 * Whether certainly no schema inside the root of a file has a name or a dialect of its own, so that it need not be searched. In draft-04, many
 * properties are named like the keyword `id`; YAML and escapes may write a name in other ways.
 */
function namesOnlyRoot(root: JsonObject, { file, source: { text } }: SchemaFile, dialect: Dialect): boolean {
  if (dialect === 'draft-04' || !file.endsWith('.json') || OTHER_NAMES.some((name) => text.includes(name)))
    return false;
  let inRoot = 0;
  for (const name of NAMING) if (Object.hasOwn(root, name.slice(0, -1))) inRoot += 1;
  let inText = 0;
  for (let at = text.indexOf('"$'); at !== -1; at = text.indexOf('"$', at + 1)) {
    // Nearly all are references.
    if (!text.startsWith('$ref"', at + 1) && NAMING.some((name) => text.startsWith(name, at + 1)))
      inText += 1;
  }
  return inText === inRoot;
}

const OTHER_NAMES = ['"openapi"', '"swagger"', '\\u'];

/** Whether a schema in an OpenAPI document may have a name or a dialect of its own. A name may be written with escapes. */
const namesSchemas = memoizeObject(({ source: { text } }: SchemaFile) =>
  /\$(?:id|schema|anchor|dynamicAnchor|recursiveAnchor)\b|\\(?:u00|U000000|x)[2-7]/.test(text),
);

/** The URI of a file; an OpenAPI document may state its own as `$self` (OpenAPI 3.2, 4.1.1). */
function uriOf({ file, value }: SchemaFile, files: Pick<SchemaFiles, 'refBase'>): string {
  const uri = fileUri(file);
  const self = isJsonObject(value) && isOpenApi(value) ? member(value, '$self') : undefined;
  return (typeof self === 'string' ? resolveUri(self, baseUri(uri, files)) : undefined) ?? uri;
}

function draft(
  file: SchemaFile,
  pointer: JsonPointer,
  uri: string,
  { dialect, vocabularies }: Language,
): Draft {
  const plain: Draft = {
    file,
    pointer,
    uri,
    dialect,
    languages: new Map(),
    anchors: new Map(),
    dynamicAnchors: new Set(),
    repeated: new Map(),
    named: new Map(),
  };
  return vocabularies === undefined ? plain : { ...plain, vocabularies };
}

function noteAnchors(schema: JsonObject, pointer: JsonPointer, resource: Draft, dialect: Dialect): void {
  const { anchors, dynamicAnchors } = resource;
  const id = idOfSchema(schema, dialect);
  if (id?.startsWith('#') === true && isBefore(dialect, '2019-09')) {
    anchors.set(id.slice(1), pointer);
    // What looks like a pointer is read as one.
    if (/^#[^/]/.test(id)) noteName(resource, { keyword: idKeyword(dialect), name: id, pointer }, id);
  }
  const anchor = member(schema, '$anchor');
  if (typeof anchor === 'string') {
    anchors.set(anchor, pointer);
    noteName(resource, { keyword: '$anchor', name: anchor, pointer }, `#${anchor}`);
  }
  const dynamicAnchor = member(schema, '$dynamicAnchor');
  if (typeof dynamicAnchor === 'string' && keywordOf('$dynamicAnchor', dialect) !== undefined) {
    anchors.set(dynamicAnchor, pointer);
    dynamicAnchors.add(dynamicAnchor);
    noteName(resource, { keyword: '$dynamicAnchor', name: dynamicAnchor, pointer }, `#${dynamicAnchor}`);
  }
  if (member(schema, '$recursiveAnchor') === true && pointer === resource.pointer) dynamicAnchors.add('');
}

/** The dialect of a place in a resource: that of the innermost schema around it that names one, else that of the resource. */
export function languageIn(resource: SchemaResource, pointer: JsonPointer): Language {
  const { languages } = resource;
  if (languages.size === 0) return resource;
  for (let at = pointer; at.length > resource.pointer.length; at = parentPointer(at)) {
    const language = languages.get(at);
    if (language !== undefined) return language;
  }
  return resource;
}
