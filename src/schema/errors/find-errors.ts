import type { ErrorObject } from 'ajv';

import type { JsonPointer } from '../../model/json/json-pointer';
import { isJsonObject, jsonTypeOf, type JsonType } from '../../model/json/json-value';
import { holdsUnread, UNREAD } from '../../model/json/unread';
import type { Evaluator } from '../evaluate/evaluator';
import { eachCopiedSubschema } from '../dialects/map-subschemas';
import { reachableNodes, type CopyLookup, type SchemaNode } from '../link/schema-node';
import { alternativeErrors } from './alternative-errors';
import { addError, type ErrorSite, type KeywordErrors } from './error-site';
import { itemErrors } from './item-errors';
import { propertyErrors } from './property-errors';

/** What the errors of a value are found with. */
export interface ErrorFinderSettings extends Pick<CopyLookup, 'copyOf'> {
  readonly evaluator: Evaluator;
  readonly unicodePatterns: boolean;
}

/** Finds the errors of a value that the evaluator refuses, in ajv's form. */
export type FindErrors = (value: unknown) => readonly ErrorObject[];

/** The keywords that ajv applies to any value, and then those for values of one type, in its order. */
const TO_ANY = ['$ref', 'const', 'enum', 'not', 'anyOf', 'oneOf', 'allOf', 'if', 'readOnly', 'writeOnly'];
const BY_TYPE: readonly (readonly [type: JsonType, keywords: readonly string[]])[] = [
  ['number', ['maximum', 'minimum', 'exclusiveMaximum', 'exclusiveMinimum', 'multipleOf', 'format']],
  ['string', ['maxLength', 'minLength', 'pattern', 'format']],
  ['array', ['maxItems', 'minItems', 'prefixItems', 'items', 'uniqueItems', 'contains']],
  [
    'object',
    [
      'maxProperties',
      'minProperties',
      'required',
      'propertyNames',
      'additionalProperties',
      'dependencies',
      'properties',
      'patternProperties',
      'dependentRequired',
      'dependentSchemas',
      'discriminator',
    ],
  ],
];

/** Keywords about a value as a whole, with those that belong to them. */
const ABOUT_WHOLE: Readonly<Record<string, readonly string[] | undefined>> = {
  not: ['not'],
  oneOf: ['oneOf'],
  if: ['if', 'then', 'else'],
  uniqueItems: ['uniqueItems'],
  contains: ['contains', 'minContains', 'maxContains'],
};

/** Keywords without errors of their own. */
const WITHOUT_ERRORS = ['type', 'then', 'else', 'minContains', 'maxContains'];

const KNOWN: ReadonlySet<string> = new Set([
  ...TO_ANY,
  ...BY_TYPE.flatMap(([, keywords]) => keywords),
  ...WITHOUT_ERRORS,
]);

/**
 * Creates a finder of the errors in a value that compiles nothing: the errors that ajv would find, in its order, because what belongs to which
 * alternative is read from their order. A node with a keyword that this does not know has none: then ajv explains its refusals.
 */
export function createErrorFinder({
  evaluator,
  copyOf,
  unicodePatterns,
}: ErrorFinderSettings): (root: SchemaNode) => FindErrors | undefined {
  const known = new WeakMap<object, boolean>();
  const context = { evaluator, unicodePatterns, find };
  const keywords: Readonly<Record<string, KeywordErrors>> = {
    ...alternativeErrors(context),
    ...itemErrors(context),
    ...propertyErrors(context),
    $ref: ({ value, at, errors }, key) => find(copyOf(String(key)), value, at, errors),
  };
  return (root) =>
    reachableNodes(root, 'asserted').every(({ copy }) => isKnown(copy))
      ? (value) => {
          const errors: ErrorObject[] = [];
          find(root.copy, value, '', errors);
          return errors;
        }
      : undefined;

  function find(copy: unknown, value: unknown, at: JsonPointer, errors: ErrorObject[]): void {
    // What is unread is reported where it is read.
    if (!isJsonObject(copy) || value === UNREAD) return;
    const site: ErrorSite = { schema: copy, value, at, errors };
    const { type } = copy;
    const isWrongType = type !== undefined && !evaluator.assertion(copy, 'type')(value);
    // With keywords for a single type, ajv tests the type together with these.
    const [only, other] = [type].flat();
    const group = other === undefined ? BY_TYPE.find(([name]) => name === only) : undefined;
    const isTestedLater = group?.[1].some((keyword) => copy[keyword] !== undefined) === true;
    if (isWrongType && !isTestedLater) addError(site, 'type', { type });
    for (const keyword of TO_ANY) apply(keyword, site);
    const own = jsonTypeOf(value);
    for (const [name, ofType] of BY_TYPE) {
      if (name === own) for (const keyword of ofType) apply(keyword, site);
      else if (isWrongType && isTestedLater && name === only) addError(site, 'type', { type });
    }
  }

  function apply(keyword: string, site: ErrorSite): void {
    const inner = site.schema[keyword];
    if (inner === undefined) return;
    const own = keywords[keyword];
    if (mayAccept(keyword, site)) return;
    if (own !== undefined) own(site, inner);
    else if (!evaluator.assertion(site.schema, keyword)(site.value))
      addError(site, keyword, keyword === 'pattern' ? { pattern: inner } : {});
  }

  /** Whether a keyword accepts a value only because a part of it is unread, which the finders below do not know. */
  function mayAccept(keyword: string, { schema, value }: ErrorSite): boolean {
    const names = ABOUT_WHOLE[keyword];
    if (names === undefined || !holdsUnread(value)) return false;
    const alone = Object.fromEntries(Object.entries(schema).filter(([name]) => names.includes(name)));
    return evaluator.evaluationOf(alone)(value);
  }

  function isKnown(copy: unknown): boolean {
    if (!isJsonObject(copy)) return true;
    const before = known.get(copy);
    if (before !== undefined) return before;
    let isAll = Object.keys(copy).every((keyword) => KNOWN.has(keyword));
    if (isAll)
      eachCopiedSubschema(copy, (inner) => {
        isAll &&= isKnown(inner);
      });
    known.set(copy, isAll);
    return isAll;
  }
}
