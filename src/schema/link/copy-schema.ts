import { childPointer, type JsonPointer } from '../../model/json-pointer';
import { isJsonArray, isJsonObject, member, type JsonObject } from '../../model/json-value';
import { nearest } from '../../model/nearest';
import type { SchemaFile } from '../../model/schema-files';
import type { SchemaProblem } from '../../model/schema-problem';
import { isBefore, type Dialect } from './dialect';
import { patternProblem, type Formats } from '../formats/formats';
import { isKeywordValue } from './keyword-values';
import { dialectsOf, keywordNames, keywordOf, type Keyword } from './keywords';
import { mapSubschemas } from './map-subschemas';
import { modernise } from './modernise';
import { placeInSchema, type DynamicScope, type SchemaOrigin } from './schema-node';

/** Where a subschema stands, seen from the node it is part of. */
export interface SubschemaPosition {
  readonly file: SchemaFile;
  readonly pointer: JsonPointer;
  readonly dialect: Dialect;
  readonly scope: DynamicScope;
  readonly inPlace: boolean;
  readonly asserted: boolean;
}

/** What copying a schema gives besides the copy, and what it needs. */
export interface CopyContext {
  readonly formats: Formats;
  readonly unicodePatterns: boolean;
  readonly origins: WeakMap<object, SchemaOrigin>;
  /** The position in a subschema that may be a resource or name a dialect of its own. */
  readonly enter: (schema: JsonObject, at: SubschemaPosition) => SubschemaPosition;
  /** The key of what a reference leads to; undefined where it leads nowhere. */
  readonly follow: (keyword: string, reference: string, at: SubschemaPosition) => string | undefined;
  readonly report: (problem: SchemaProblem) => void;
  readonly useFormat: (name: string) => void;
  readonly useUnevaluated: () => void;
  readonly markMalformed: () => void;
}

/**
 * A schema as the validator gets it: in 2020-12, annotations and names left out, references by key. The validator then has
 * no names to resolve and no dialect to know, and each object in the copy tells where it comes from.
 */
export function copySchema(schema: unknown, outer: SubschemaPosition, context: CopyContext): unknown {
  if (schema === true) return true;
  if (!isJsonObject(schema)) {
    if (schema !== false) context.markMalformed();
    return tag({ not: {} }, schema, outer, context);
  }
  const at = context.enter(schema, outer);
  const members: [string, unknown][] = [];
  const references: string[] = [];
  // Before 2019-09 nothing beside a `$ref` counts.
  const isReferenceOnly = isBefore(at.dialect, '2019-09') && typeof member(schema, '$ref') === 'string';
  for (const [name, value] of Object.entries(schema)) {
    const keyword = keywordOf(name, at.dialect);
    if (keyword === undefined) reportUnknown(name, at, context);
    else if (isReferenceOnly && name !== '$ref' && keyword.shape !== 'definitions') continue;
    else if (!isKeywordValue(name, value, keyword, at.dialect)) context.markMalformed();
    else if (keyword.shape === 'reference') {
      const key = context.follow(name, String(value), at);
      if (key !== undefined) references.push(key);
    } else {
      const copied = copyKeyword(name, value, keyword, at, context);
      if (copied !== undefined) members.push([name, copied]);
    }
  }
  const [first, ...others] = references;
  if (first !== undefined) members.push(['$ref', first]);
  const copy = modernise(Object.fromEntries(members), schema, at.dialect);
  if (others.length > 0) copy['allOf'] = [...listOf(copy['allOf']), ...others.map(($ref) => ({ $ref }))];
  return tag(copy, schema, at, context);
}

function copyKeyword(
  name: string,
  value: unknown,
  keyword: Keyword,
  at: SubschemaPosition,
  context: CopyContext,
): unknown {
  if (name.startsWith('unevaluated')) context.useUnevaluated();
  switch (keyword.shape) {
    case 'annotation':
    case 'reference':
      return undefined;
    case 'value':
      return value;
    case 'pattern':
      return isPattern(String(value), childPointer(at.pointer, name), 'value', at, context)
        ? value
        : undefined;
    case 'format':
      return isCheckedFormat(String(value), at, context) ? value : undefined;
    case 'patterns':
      for (const pattern of Object.keys(Object(value))) {
        isPattern(pattern, childPointer(childPointer(at.pointer, name), pattern), 'key', at, context);
      }
      return copySubschemas(name, value, keyword, at, context);
    case 'definitions':
      copySubschemas(name, value, keyword, { ...at, asserted: false }, context);
      return undefined;
    case 'schema':
    case 'list':
    case 'map':
      return copySubschemas(name, value, keyword, at, context);
  }
}

/** The keywords for which `false` is not a schema that fails but a statement of its own: nothing more may come. */
const CLOSING: ReadonlySet<string> = new Set([
  'additionalProperties',
  'additionalItems',
  'unevaluatedItems',
  'unevaluatedProperties',
]);

function copySubschemas(
  name: string,
  value: unknown,
  keyword: Keyword,
  at: SubschemaPosition,
  context: CopyContext,
): unknown {
  return mapSubschemas(name, value, keyword.shape, (schema, steps) =>
    schema === false && CLOSING.has(name)
      ? false
      : copySchema(
          schema,
          {
            ...at,
            pointer: steps.reduce<string>(childPointer, at.pointer),
            inPlace: at.inPlace && keyword.inPlace,
          },
          context,
        ),
  );
}

function isPattern(
  pattern: string,
  pointer: JsonPointer,
  token: 'value' | 'key',
  { file }: SubschemaPosition,
  { unicodePatterns, report }: CopyContext,
): boolean {
  const reason = patternProblem(pattern, unicodePatterns);
  if (reason === undefined) return true;
  const predatesUnicode = unicodePatterns && patternProblem(pattern, false) === undefined;
  report({
    kind: 'malformed-pattern',
    pattern,
    reason,
    predatesUnicode,
    place: placeInSchema(file, pointer, token),
  });
  return false;
}

function isCheckedFormat(
  format: string,
  { file, pointer }: SubschemaPosition,
  { formats, report, useFormat }: CopyContext,
): boolean {
  const found = formats.find(format);
  if (found === undefined) {
    const like = nearest(format, formats.names());
    const place = placeInSchema(file, childPointer(pointer, 'format'), 'value');
    report({ kind: 'unknown-format', format, ...(like === undefined ? {} : { nearest: like }), place });
  }
  if (found === undefined || found === true) return false;
  useFormat(format);
  return true;
}

function reportUnknown(
  keyword: string,
  { file, pointer, dialect }: SubschemaPosition,
  { report }: CopyContext,
): void {
  if (keyword.startsWith('x-')) return;
  const like = nearest(keyword, keywordNames(dialect));
  // Two letters more than a keyword are a name of its own, such as `tsType`.
  const isMisspelt = like !== undefined && keyword.length - like.length < 2;
  report({
    kind: 'unknown-keyword',
    keyword,
    dialect,
    knownTo: dialectsOf(keyword),
    ...(isMisspelt ? { nearest: like } : {}),
    place: placeInSchema(file, childPointer(pointer, keyword), 'key'),
  });
}

function tag(
  copy: object,
  original: unknown,
  { file, pointer, dialect }: SubschemaPosition,
  { origins }: CopyContext,
): object {
  origins.set(copy, { file, pointer, dialect, original });
  return copy;
}

function listOf(value: unknown): readonly unknown[] {
  return isJsonArray(value) ? value : [];
}
