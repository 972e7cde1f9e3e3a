import { childPointer, lastToken, pointerFrom } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject, type JsonObject } from '../../model/json/json-value';
import { nearest } from '../../model/nearest';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import { isBefore, type Dialect } from '../dialects/dialect';
import type { KeywordFault } from '../dialects/keyword-values';
import { dialectsOf, keywordNames, isIgnoredNextToRef, keywordOf, mayBeBoolean } from '../dialects/keywords';
import { placeInSchema, type SubschemaPosition } from './schema-node';

type Report = (problem: SchemaProblem) => void;

/** Reports a value that the meta-schema refuses. Definitions assert nothing by themselves, so nothing is lost if one is wrong. */
export function reportFault(
  keyword: string,
  schema: JsonObject,
  { steps, expected, actual, losesMeaning }: KeywordFault,
  { file, pointer, dialect, asserted }: SubschemaPosition,
  report: Report,
): void {
  report({
    kind: 'invalid-keyword',
    keyword,
    expected,
    actual,
    schema,
    dialect,
    isFatal: losesMeaning && asserted,
    place: placeInSchema(
      file,
      pointerFrom([keyword, ...steps], pointer),
      expected === 'items' ? 'opening' : 'value',
    ),
  });
}

/** Reports a value in the place of a schema. A boolean in draft-04 still has the meaning that it has had since draft-06. */
export function reportNonSchema(
  value: unknown,
  { file, pointer, dialect, asserted, keyword }: SubschemaPosition,
  report: Report,
): void {
  if (typeof value === 'boolean' && (!isBefore(dialect, 'draft-06') || mayBeBoolean(keyword))) return;
  const shape = keyword === undefined ? undefined : keywordOf(keyword, dialect)?.shape;
  const isNamed = shape === 'map' || shape === 'patterns' || shape === 'definitions';
  report({
    kind: 'invalid-keyword',
    ...(keyword === undefined ? {} : { keyword }),
    ...(isNamed ? { name: lastToken(pointer) } : {}),
    expected: keyword === 'dependencies' ? 'schema-or-names' : 'schema',
    actual: value,
    schema: value,
    dialect,
    isFatal: typeof value !== 'boolean' && asserted,
    place: placeInSchema(file, pointer, 'value'),
  });
}

/** Keywords with boolean values. As the schema of a property of that name, `true` or `false` would say hardly anything. */
const BOOLEAN: ReadonlySet<string> = new Set(
  `additionalProperties additionalItems unevaluatedProperties unevaluatedItems uniqueItems required exclusiveMinimum exclusiveMaximum nullable
   readOnly writeOnly deprecated`.split(/\s+/),
);

/**
 * Reports `properties: { …, additionalProperties: false }`. Where a second property is a boolean, the author uses booleans as schemas, such as
 * to list what another part of the schema describes.
 */
export function reportMisplaced(
  properties: unknown,
  { file, pointer, dialect }: SubschemaPosition,
  report: Report,
): void {
  if (!isJsonObject(properties) || isBefore(dialect, 'draft-06')) return;
  const [name, ...others] = Object.keys(properties).filter((key) => typeof properties[key] === 'boolean');
  if (name === undefined || others.length > 0 || !BOOLEAN.has(name)) return;
  const place = placeInSchema(file, pointerFrom(['properties', name], pointer), 'key');
  report({ kind: 'misplaced-keyword', keyword: name, place });
}

/** From draft-07 on, an `enum` may be empty, but then nothing matches. */
export function reportEmptyEnum(
  values: unknown,
  { file, pointer, dialect }: SubschemaPosition,
  report: Report,
): void {
  if (!isJsonArray(values) || values.length > 0 || isBefore(dialect, 'draft-07')) return;
  report({ kind: 'empty-enum', place: placeInSchema(file, childPointer(pointer, 'enum'), 'opening') });
}

/** `$defs` was `definitions` before 2019-09, and references into either work in every dialect. `dependencies` is asserted in every dialect. */
function isRenamed(keyword: string, dialect: Dialect): boolean {
  if (dialect === 'swagger-2.0' || dialect === 'openapi-3.0') return false;
  if (keyword === '$defs') return isBefore(dialect, '2019-09');
  return (keyword === 'definitions' || keyword === 'dependencies') && !isBefore(dialect, '2019-09');
}

export function reportRenamed(
  keyword: string,
  { file, pointer, dialect }: SubschemaPosition,
  report: Report,
): void {
  if (!isRenamed(keyword, dialect)) return;
  const place = placeInSchema(file, childPointer(pointer, keyword), 'key');
  report({ kind: 'renamed-keyword', keyword, dialect, place });
}

/** Reports `nullable: true` in OpenAPI 3.0 without a `type` that it could change. */
export function reportNullable(
  schema: JsonObject,
  { file, pointer, dialect }: SubschemaPosition,
  report: Report,
): void {
  if (dialect !== 'openapi-3.0' || schema['nullable'] !== true) return;
  const isNextToRef = Object.hasOwn(schema, '$ref');
  if (!isNextToRef && Object.hasOwn(schema, 'type')) return;
  const place = placeInSchema(file, childPointer(pointer, 'nullable'), 'key');
  report({ kind: 'nullable-without-type', isNextToRef, place });
}

export function reportUnknown(
  keyword: string,
  { file, pointer, dialect }: SubschemaPosition,
  { isAnnotation, report }: { readonly isAnnotation: (name: string) => boolean; readonly report: Report },
): void {
  if (isAnnotation(keyword)) return;
  const knownTo = dialectsOf(keyword);
  const like = knownTo.length > 0 ? undefined : nearest(keyword, keywordNames(dialect));
  // A name that is two letters longer than a keyword is not a misspelling, for example `tsType`.
  const isMisspelled = like !== undefined && keyword.length - like.length < 2;
  report({
    kind: 'unknown-keyword',
    keyword,
    dialect,
    knownTo,
    ...(isMisspelled ? { nearest: like } : {}),
    place: placeInSchema(file, childPointer(pointer, keyword), 'key'),
  });
}

/** Reports a keyword of a vocabulary that the meta-schema of the schema does not turn on. */
export function reportTurnedOff(
  keyword: string,
  vocabulary: string,
  { file, pointer, dialect, vocabularies }: SubschemaPosition,
  report: Report,
): void {
  report({
    kind: 'unknown-keyword',
    keyword,
    dialect,
    knownTo: dialectsOf(keyword),
    turnedOff: { vocabulary, metaSchema: vocabularies?.metaSchema ?? '' },
    place: placeInSchema(file, childPointer(pointer, keyword), 'key'),
  });
}

/**
 * Reports the keywords next to a `$ref` that the dialect ignores. Not reported: annotations, and names, which lose nothing; unknown keywords,
 * which are ignored everywhere.
 */
export function reportIgnored(
  schema: JsonObject,
  { file, pointer, dialect, asserted }: SubschemaPosition,
  report: Report,
): void {
  const ignored = Object.keys(schema).flatMap((name) => {
    const keyword = keywordOf(name, dialect);
    return keyword !== undefined && isIgnoredNextToRef(keyword)
      ? [{ name, dialect, place: placeInSchema(file, childPointer(pointer, name), 'key') }]
      : [];
  });
  const [first] = ignored;
  if (first === undefined) return;
  report({
    kind: 'ignored-keywords',
    dialect,
    keywords: ignored,
    count: ignored.length,
    references: 1,
    asserted,
    place: first.place,
  });
}
