import { member, type JsonObject } from '../../model/json-value';
import { DIALECTS, isBefore, type Dialect } from './dialect';

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
  'false schema',
] as const;

export type Assertion = (typeof ASSERTIONS)[number];

/**
 * What the value of a keyword is: a plain `value` that asserts something, subschemas (one, a `list` or a `map`), a map of `definitions`
 * that assert nothing by themselves, a `reference`, or an `annotation`, which never fails.
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
  | 'annotation';

export interface Keyword {
  readonly shape: KeywordShape;
  /** The first and the last dialect that have it. */
  readonly since: Dialect;
  readonly until: Dialect;
  /** Whether its subschemas apply to the value itself, not to something inside it. */
  readonly inPlace: boolean;
}

type Row = readonly [names: string, shape: KeywordShape, since?: Dialect, until?: Dialect];

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
  ['discriminator xml externalDocs', 'annotation', 'openapi-3.1'],
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

const KEYWORDS: ReadonlyMap<string, Keyword> = new Map(
  ROWS.flatMap(([names, shape, since = 'draft-04', until = 'openapi-3.1']) =>
    names
      .split(' ')
      .map((name) => [name, { shape, since, until, inPlace: IN_PLACE.split(' ').includes(name) }] as const),
  ),
);

function isOf(keyword: Keyword, dialect: Dialect): boolean {
  return !isBefore(dialect, keyword.since) && !isBefore(keyword.until, dialect);
}

/** The keyword with this name, or undefined where the dialect does not have it. */
export function keywordOf(name: string, dialect: Dialect): Keyword | undefined {
  const keyword = KEYWORDS.get(name);
  return keyword !== undefined && isOf(keyword, dialect) ? keyword : undefined;
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

/** The names of all keywords of a dialect. */
export function keywordNames(dialect: Dialect): readonly string[] {
  return [...KEYWORDS].filter(([, keyword]) => isOf(keyword, dialect)).map(([name]) => name);
}

/** The dialects that have a keyword. */
export function dialectsOf(name: string): readonly Dialect[] {
  return DIALECTS.filter((dialect) => keywordOf(name, dialect) !== undefined);
}
