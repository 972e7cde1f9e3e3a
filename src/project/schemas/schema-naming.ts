import { dirname, resolve } from 'node:path';

import type { NamelessSample, Sample, SchemaRef } from '../../model/contracts/contract';
import { childPointer, lastToken, valueAt, type JsonPointer } from '../../model/json/json-pointer';
import { isOneLetterFrom } from '../../model/nearest';
import { isJsonArray, isJsonObject, member, type JsonObject } from '../../model/json/json-value';
import { percentDecoded } from '../../model/percent-decoded';
import type { Place } from '../../model/documents/place';
import { schemaFileName, type SchemaFile, type SchemaFiles } from '../../model/project/schema-files';
import { fileOf } from '../../model/documents/source';
import { DEFAULT_DIALECT, parseDialect } from '../../schema/dialects/dialect';
import { nearestPointer } from '../../schema/link/resolve-reference';
import { resourcesOf } from '../../schema/link/schema-resources';
import { plainUri } from '../../schema/dialects/schema-uri';
import { schemaInComment } from './schema-comment';
import { belowFolder } from './schema-folders';
import type { Tree } from '../tree/tree';

/** How samples name their schemas. */
export interface SchemaNaming {
  /** The schema that a sample names, or why none is known. */
  readonly schemaOf: (sample: Sample) => SchemaRef | NamelessSample;
  /** A short and a long name for a schema, in the characters of contract names. */
  readonly namesOf: (schema: SchemaRef) => readonly [short: string, long: string];
}

/** Reads the names of schemas in samples, as the editors of JSON and YAML files do. */
export function createSchemaNaming(
  base: string,
  files: SchemaFiles,
  cwd: string,
  tree: Pick<Tree, 'kind'>,
): SchemaNaming {
  let ids: ReadonlyMap<string, string> | undefined;
  return { schemaOf, namesOf };

  function schemaOf({ document }: Sample): SchemaRef | NamelessSample {
    if (document.problems.length > 0 && document.value === undefined) return { kind: 'unread' };
    const { source } = document;
    const { name: file } = source;
    const found = schemaInComment(source) ?? inProperty(file, document.value);
    if (found === undefined) return { kind: 'silent', place: { file, pointer: '', token: 'opening' } };
    const { name, place } = found;
    const [url = '', fragment = ''] = typeof name === 'string' ? name.split('#', 2) : [];
    if (typeof name !== 'string' || url === '') return { kind: 'no-text', name: JSON.stringify(name), place };
    const target = /^[a-z][a-z0-9+.-]+:/i.test(url)
      ? fileOfUrl(url)
      : belowFolder(base, resolve(dirname(resolve(cwd, fileOf(source))), percentDecoded(url)));
    if (target === undefined) {
      if (parseDialect(name) !== undefined) return { kind: 'meta-schema', name, place };
      return { kind: 'unmapped', name, ...similar(nearestId(url)), place };
    }
    const shown = schemaFileName(files, target);
    const schema = files.get(target);
    if (schema === undefined) {
      const isThere = tree.kind(resolve(base, target)) !== 'nothing';
      return { kind: isThere ? 'outside' : 'missing', name, file: shown, place };
    }
    if (isMetaSchema(schema.value)) return { kind: 'meta-schema', name, place };
    const pointer = pointerOf(percentDecoded(fragment), schema);
    // What is wrong with a schema that cannot be read is reported there.
    if (pointer !== undefined && (pointer === '' || valueAt(schema.value, pointer) !== undefined))
      return { file: target, pointer };
    if (schema.value === undefined) return { file: target, pointer: '' };
    const near = nearestPointer(schema.value, '', pointer ?? '');
    return { kind: 'no-part', name, file: shown, ...similar(near && `${url}#${near}`), place };
  }

  /** The file that a URL is mapped to, or that has it as its id. */
  function fileOfUrl(url: string): string | undefined {
    const uri = normalUri(url);
    const mapped = files.mapped?.(uri);
    if (mapped !== undefined || parseDialect(url) !== undefined) return mapped;
    return idsOfFiles().get(uri);
  }

  /** The `$id` that most likely is meant by a URL: it differs only in what people most often get wrong, or in one letter. */
  function nearestId(url: string): string | undefined {
    const uri = plainUri(normalUri(url));
    const all = [...idsOfFiles().keys()];
    return all.find((id) => plainUri(id) === uri) ?? all.find((id) => isOneLetterFrom(plainUri(id), uri));
  }

  function idsOfFiles(): ReadonlyMap<string, string> {
    return (ids ??= new Map(files.list().toReversed().flatMap(idOf)));
  }

  function idOf(file: string): readonly (readonly [id: string, file: string])[] {
    const value = files.get(file)?.value;
    const id = isJsonObject(value) ? (member(value, '$id') ?? member(value, 'id')) : undefined;
    return typeof id === 'string' ? [[normalUri(id), file]] : [];
  }

  function namesOf({ file, pointer }: SchemaRef): readonly [short: string, long: string] {
    const part = pointer === '' ? '' : `/${lastToken(pointer)}`;
    const short = (files.shortPath?.(file) ?? file).replace(/(?:\.schema)?\.(?:json|ya?ml)$/, '');
    return [plain(`${short}${part}`), plain(`${file}${pointer}`)];
  }
}

interface Name {
  readonly name: unknown;
  readonly place: Place;
}

function inProperty(file: string, value: unknown): Name | undefined {
  if (!isJsonObject(value) || !Object.hasOwn(value, '$schema')) return undefined;
  return { name: value['$schema'], place: { file, pointer: '/$schema', token: 'value' } };
}

/** The pointer that a fragment means: itself, or that of the schema with this anchor; undefined where there is none. */
function pointerOf(fragment: string, schema: SchemaFile): JsonPointer | undefined {
  if (fragment === '' || fragment === '/') return '';
  if (fragment.startsWith('/')) return fragment.replace(/\/$/, '');
  // An anchor in data, such as an example, is none.
  const [root] = resourcesOf(schema, DEFAULT_DIALECT, () => undefined, {});
  return root?.anchors.get(fragment) ?? anchoredAnywhere(fragment, schema.value);
}

/** The first object with an anchor, also in places where its dialect has no schema. */
function anchoredAnywhere(fragment: string, schema: unknown): JsonPointer | undefined {
  const left: { readonly value: unknown; readonly pointer: JsonPointer }[] = [{ value: schema, pointer: '' }];
  for (const { value, pointer } of left) {
    if (isJsonObject(value) && isAnchored(value, fragment)) return pointer;
    const children = isJsonArray(value)
      ? [...value.entries()]
      : isJsonObject(value)
        ? Object.entries(value)
        : [];
    for (const [step, child] of children) left.push({ value: child, pointer: childPointer(pointer, step) });
  }
  return undefined;
}

function isAnchored(schema: JsonObject, name: string): boolean {
  const anchors = [member(schema, '$anchor'), member(schema, '$dynamicAnchor')];
  return anchors.includes(name) || [member(schema, '$id'), member(schema, 'id')].includes(`#${name}`);
}

function similar(nearest: string | undefined): { readonly nearest?: string } {
  return nearest === undefined ? {} : { nearest };
}

/** Whether a schema describes schemas: it states vocabularies, is a copy of a standard meta-schema, or extends one. */
function isMetaSchema(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const all = member(value, 'allOf');
  const named = [
    member(value, '$id'),
    member(value, 'id'),
    member(value, '$ref'),
    ...(isJsonArray(all) ? all.map((part) => (isJsonObject(part) ? member(part, '$ref') : undefined)) : []),
  ];
  return (
    Object.hasOwn(value, '$vocabulary') ||
    named.some((uri) => typeof uri === 'string' && parseDialect(uri) !== undefined)
  );
}

function normalUri(uri: string): string {
  return URL.parse(uri)?.href.replace(/#.*$/s, '') ?? uri.replace(/#.*$/s, '');
}

function plain(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9_.:/-]+/g, '-').replace(/^[-/]+/, '');
}
