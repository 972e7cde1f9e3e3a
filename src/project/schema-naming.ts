import { dirname, resolve } from 'node:path';

import type { NamelessSample, Sample, SchemaRef } from '../model/contract';
import { lastToken } from '../model/json-pointer';
import { isJsonArray, isJsonObject, member } from '../model/json-value';
import { percentDecoded } from '../model/percent-decoded';
import type { Place } from '../model/place';
import { schemaFileName, type SchemaFiles } from '../model/schema-files';
import { fileOf, type Source } from '../model/source';
import { parseDialect } from '../schema/link/dialect';
import { belowFolder } from './schema-folders';
import type { Tree } from './tree';

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
    const found = inComment(source) ?? inProperty(file, document.value);
    if (found === undefined) return { kind: 'silent', place: { file, pointer: '', token: 'opening' } };
    const { name, place } = found;
    if (typeof name !== 'string') return { kind: 'no-text', name: JSON.stringify(name), place };
    const [url = '', fragment = ''] = name.split('#', 2);
    const target = /^[a-z][a-z0-9+.-]+:/i.test(url)
      ? fileOfUrl(url)
      : belowFolder(base, resolve(dirname(resolve(cwd, fileOf(source))), percentDecoded(url)));
    if (target === undefined)
      return { kind: parseDialect(name) === undefined ? 'unmapped' : 'meta-schema', name, place };
    const shown = schemaFileName(files, target);
    const schema = files.get(target);
    if (schema === undefined) {
      const isThere = tree.kind(resolve(base, target)) !== 'nothing';
      return { kind: isThere ? 'outside' : 'missing', name, file: shown, place };
    }
    if (isMetaSchema(schema.value)) return { kind: 'meta-schema', name, place };
    return { file: target, pointer: percentDecoded(fragment).replace(/\/$/, '') };
  }

  /** The file that a URL is mapped to, or that has it as its id. */
  function fileOfUrl(url: string): string | undefined {
    const uri = normalUri(url);
    const mapped = files.mapped?.(uri);
    if (mapped !== undefined || parseDialect(url) !== undefined) return mapped;
    ids ??= new Map(files.list().toReversed().flatMap(idOf));
    return ids.get(uri);
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

/** `# yaml-language-server: $schema=…` in the comments before a YAML document. */
function inComment(source: Source): Name | undefined {
  const { name: file, text, part } = source;
  // The schema of a file is not the schema of a value in it.
  if (!/\.ya?ml$/i.test(fileOf(source)) || part?.inside !== undefined) return undefined;
  const found = /^(?:\s*(?:#[^\n]*)?\n)*?#\s*yaml-language-server:\s*\$schema=(\S+)/d.exec(text);
  const span = found?.indices?.[1];
  return found?.[1] === undefined || span === undefined
    ? undefined
    : { name: found[1], place: { file, span } };
}

/** The schema that a comment before a YAML document names. */
export function schemaInComment(source: Source): string | undefined {
  const name = inComment(source)?.name;
  return typeof name === 'string' ? name : undefined;
}

function inProperty(file: string, value: unknown): Name | undefined {
  if (!isJsonObject(value) || !Object.hasOwn(value, '$schema')) return undefined;
  return { name: value['$schema'], place: { file, pointer: '/$schema', token: 'value' } };
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
