import { member, type JsonObject } from '../../model/json/json-value';
import { DIALECTS, isBefore, isOfOpenApi, type Dialect } from './dialect';

/** All keywords that can fail, by their names in a schema's own dialect. */
export const ASSERTIONS = [
  'type',
  'enum',
  'const',
  'multipleOf',
  'maximum',
  'exclusiveMaximum',
  'minimum',
  'exclusiveMinimum',
  'maxLength',
  'minLength',
  'pattern',
  'format',
  'maxItems',
  'minItems',
  'uniqueItems',
  'maxContains',
  'minContains',
  'maxProperties',
  'minProperties',
  'required',
  'dependentRequired',
  'dependencies',
  'contains',
  'items',
  'additionalItems',
  'unevaluatedItems',
  'additionalProperties',
  'unevaluatedProperties',
  'propertyNames',
  'anyOf',
  'oneOf',
  'not',
  'discriminator',
  'readOnly',
  'writeOnly',
  'false schema',
] as const;

export type Assertion = (typeof ASSERTIONS)[number];

/**
 * What the value of a keyword is: a plain `value` that asserts something, subschemas (one, a `list` or a `map`), a map of `definitions`
 * that assert nothing by themselves, a `reference`, OpenAPI's `discriminator`, or an `annotation`, which never fails.
 */
export type KeywordShape =
  | 'value'
  | 'pattern'
  | 'format'
  | 'schema'
  | 'list'
  | 'map'
  | 'patterns'
  | 'definitions'
  | 'reference'
  | 'discriminator'
  | 'annotation';

export interface Keyword {
  readonly shape: KeywordShape;
  /** Whether its subschemas apply to the value itself, not to something inside it. */
  readonly inPlace: boolean;
}

/** Keywords with the first and the last dialect that have them. */
type Row = readonly [names: string, shape: KeywordShape, since?: Dialect, until?: Dialect];

const ANNOTATION: Keyword = { shape: 'annotation', inPlace: false };

const IN_PLACE = 'allOf anyOf oneOf not if then else dependentSchemas dependencies';

/** Most annotations are in every dialect: a newer annotation in an older schema misleads nobody. */
const ROWS: readonly Row[] = [
  ['id', 'annotation', 'draft-04', 'draft-04'],
  ['$id', 'annotation', 'draft-06'],
  [
    '$schema $comment $vocabulary title description default example examples deprecated readOnly writeOnly',
    'annotation',
  ],
  ['contentMediaType contentEncoding contentSchema', 'annotation'],
  ['$anchor', 'annotation', '2019-09'],
  ['$dynamicAnchor', 'annotation', '2020-12'],
  ['$recursiveAnchor', 'annotation', '2019-09', '2019-09'],
  ['$ref', 'reference'],
  ['$dynamicRef', 'reference', '2020-12'],
  ['$recursiveRef', 'reference', '2019-09', '2019-09'],
  ['definitions', 'definitions'],
  ['$defs', 'definitions', '2019-09'],
  ['type enum multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength', 'value'],
  ['maxItems minItems uniqueItems maxProperties minProperties required', 'value'],
  ['const', 'value', 'draft-06'],
  ['maxContains minContains dependentRequired', 'value', '2019-09'],
  ['pattern', 'pattern'],
  ['format', 'format'],
  ['allOf anyOf oneOf', 'list'],
  ['not additionalProperties', 'schema'],
  ['contains propertyNames', 'schema', 'draft-06'],
  ['if then else', 'schema', 'draft-07'],
  ['unevaluatedItems unevaluatedProperties', 'schema', '2019-09'],
  ['additionalItems', 'schema', 'draft-04', '2019-09'],
  ['items', 'schema'],
  ['prefixItems', 'list', '2020-12'],
  ['properties', 'map'],
  ['dependentSchemas', 'map', '2019-09'],
  ['dependencies', 'map'],
  ['patternProperties', 'patterns'],
];

/** The keywords that versions of OpenAPI add to the dialect before them. */
const ADDED: readonly (readonly [dialect: Dialect, names: string])[] = [
  ['swagger-2.0', 'xml externalDocs collectionFormat'],
  ['openapi-3.0', 'xml externalDocs nullable'],
  ['openapi-3.1', 'xml externalDocs'],
];

/** The keywords that they do not have (Swagger 2.0 and OpenAPI 3.0.3, "Schema Object"). */
const REMOVED: ReadonlyMap<Dialect, string> = new Map<Dialect, string>([
  ['swagger-2.0', 'id definitions patternProperties dependencies additionalItems anyOf oneOf not'],
  ['openapi-3.0', 'id definitions patternProperties dependencies additionalItems'],
]);

/** Per dialect, because most look-ups only ask for the keywords of one. */
const KEYWORDS: ReadonlyMap<Dialect, ReadonlyMap<string, Keyword>> = new Map(
  DIALECTS.map((dialect) => [dialect, keywordsOf(dialect)]),
);

function keywordsOf(dialect: Dialect): ReadonlyMap<string, Keyword> {
  const keywords = new Map<string, Keyword>();
  for (const [names, shape, since = 'draft-04', until = 'openapi-3.1'] of ROWS) {
    if (isBefore(dialect, since) || isBefore(until, dialect)) continue;
    for (const name of names.split(' '))
      keywords.set(name, { shape, inPlace: IN_PLACE.split(' ').includes(name) });
  }
  for (const name of REMOVED.get(dialect)?.split(' ') ?? []) keywords.delete(name);
  for (const [of, names] of ADDED)
    if (of === dialect) for (const name of names.split(' ')) keywords.set(name, ANNOTATION);
  if (isOfOpenApi(dialect)) keywords.set('discriminator', { shape: 'discriminator', inPlace: true });
  return keywords;
}

/** The keywords that were asked for last: hundreds of thousands of questions in a row are about one dialect. */
let last:
  { readonly dialect: Dialect; readonly keywords: ReadonlyMap<string, Keyword> | undefined } | undefined;

/** The keyword with this name, or undefined where the dialect does not have it. */
export function keywordOf(name: string, dialect: Dialect): Keyword | undefined {
  if (last?.dialect !== dialect) last = { dialect, keywords: KEYWORDS.get(dialect) };
  return last.keywords?.get(name);
}

/**
 * The keywords for which `false` is not a subschema that fails, but means that nothing else is allowed. In draft-04 they are the only ones that
 * may be booleans.
 */
const CLOSING: ReadonlySet<string> = new Set([
  'additionalProperties',
  'additionalItems',
  'unevaluatedItems',
  'unevaluatedProperties',
]);

export function mayBeBoolean(name: string | undefined): boolean {
  return name !== undefined && CLOSING.has(name);
}

/** Whether only the `$ref` of a schema counts. Before 2019-09, the keywords next to it are ignored. */
export function isReferenceOnly(schema: JsonObject, dialect: Dialect): boolean {
  return isBefore(dialect, '2019-09') && typeof member(schema, '$ref') === 'string';
}

/** Whether a keyword is lost where only the `$ref` next to it counts. Annotations and names are still read. */
export function isIgnoredNextToRef({ shape }: Keyword): boolean {
  return shape !== 'annotation' && shape !== 'definitions' && shape !== 'reference';
}

/** The keywords that apply to values of one type only, and accept all other values. */
const APPLYING: Readonly<Record<'string' | 'number' | 'array' | 'object', string>> = {
  string: 'maxLength minLength pattern contentEncoding contentMediaType',
  array: 'items prefixItems additionalItems unevaluatedItems contains maxItems minItems uniqueItems',
  object:
    'properties patternProperties additionalProperties unevaluatedProperties propertyNames required maxProperties minProperties dependentRequired dependentSchemas dependencies',
  number: 'maximum minimum exclusiveMaximum exclusiveMinimum multipleOf',
};

const APPLIES_TO: ReadonlyMap<string, keyof typeof APPLYING> = new Map(
  (['string', 'number', 'array', 'object'] as const).flatMap((type) =>
    APPLYING[type].split(' ').map((name) => [name, type] as const),
  ),
);

/** The only type that a keyword applies to, if there is one. */
export function typeOfKeyword(name: string): keyof typeof APPLYING | undefined {
  return APPLIES_TO.get(name);
}

/** The names of all keywords of a dialect. */
export function keywordNames(dialect: Dialect): readonly string[] {
  return [...(KEYWORDS.get(dialect)?.keys() ?? [])];
}

/** The dialects that have a keyword. */
export function dialectsOf(name: string): readonly Dialect[] {
  return DIALECTS.filter((dialect) => keywordOf(name, dialect) !== undefined);
}
