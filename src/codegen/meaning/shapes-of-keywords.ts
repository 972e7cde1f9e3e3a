import { readPattern } from '../../schema/patterns/pattern-reading';
import { runBounded } from '../../text/run-bounded';
import { ANY_ARRAY_SHAPE, type ArrayShape } from './array-parts';
import { allOfChildren, ANYTHING, matching, NOTHING, type ChildSchema } from './child-schema';
import type { ObjectShape, Pattern, Property } from './object-parts';
import { hasItemsByPosition, type SchemaKeywords } from './schema-keywords';

/** A schema with one of these keywords but without `type` is read as that of an object or an array, which is what its author meant. */
const DESCRIBING = {
  object: ['properties', 'patternProperties', 'additionalProperties', 'required'],
  array: ['items', 'prefixItems'],
} as const;

/** Whether a schema speaks about objects or arrays. */
export function describes(type: 'object' | 'array', { value }: SchemaKeywords): boolean {
  return DESCRIBING[type].some((name) => value(name) !== undefined);
}

/** The shape of the objects that a schema allows; undefined if no keyword restricts their properties. */
export function objectShapeOf(keywords: SchemaKeywords): ObjectShape | undefined {
  const { value, keys, list, child } = keywords;
  const isClosed = keywords.number('maxProperties') === 0;
  const hasNames = value('propertyNames') !== undefined;
  if (!describes('object', keywords) && !hasNames && !isClosed) return undefined;
  const patterns = keys('patternProperties').map((pattern) => ({
    matches: matcherOf(pattern),
    child: child('patternProperties', pattern),
  }));
  const required = new Set(list('required').filter((name) => typeof name === 'string'));
  const declared = keys('properties').map((name): readonly [string, Property] => [
    name,
    {
      child: allOfChildren([child('properties', name), ...matchingPatterns(patterns, name)]),
      isRequired: required.has(name),
      isDeclared: true,
    },
  ]);
  const properties = new Map(declared);
  for (const name of required) {
    if (!properties.has(name)) properties.set(name, { child: ANYTHING, isRequired: true, isDeclared: false });
  }
  const evaluatesAll = value('additionalProperties') !== undefined;
  return {
    properties,
    patterns,
    names: [...(hasNames ? [child('propertyNames')] : []), ...(isClosed ? [NOTHING] : [])],
    rest: evaluatesAll ? child('additionalProperties') : ANYTHING,
    evaluatesAll,
  };
}

function matchingPatterns(patterns: readonly Pattern[], name: string): readonly ChildSchema[] {
  return patterns.filter(({ matches }) => matches(name)).map((pattern) => pattern.child);
}

/** How long a pattern may take for one name, in milliseconds; then the name does not match. */
const MOST_TIME = 100;

/** Tests names with a pattern; one that is malformed matches nothing. */
function matcherOf(pattern: string): Pattern['matches'] {
  const reading = readPattern(pattern, true);
  if (reading.kind === 'malformed') return () => false;
  return (name) => runBounded(() => reading.regex.test(name), MOST_TIME) === true;
}

/** The shape of the arrays that a schema allows; undefined if no keyword restricts their items. */
export function arrayShapeOf(keywords: SchemaKeywords): ArrayShape | undefined {
  const { value, list, child } = keywords;
  const contained = value('contains') === undefined ? [] : [matching(child('contains'))];
  if (!describes('array', keywords) && contained.length === 0) return undefined;
  const [prefixKeyword, restKeyword] = hasItemsByPosition(keywords)
    ? (['items', 'additionalItems'] as const)
    : (['prefixItems', 'items'] as const);
  const prefix = list(prefixKeyword).map((_, index) => child(prefixKeyword, index));
  const hasRest = value(restKeyword) !== undefined;
  return {
    ...ANY_ARRAY_SHAPE,
    prefix,
    evaluated: prefix.length,
    contained,
    rest: hasRest ? child(restKeyword) : ANYTHING,
    evaluatesAll: hasRest,
    // The number of items is part of a type only where items have positions.
    ...(prefix.length === 0 ? {} : { minItems: keywords.number('minItems') ?? 0 }),
    ...(prefix.length === 0 ? {} : { maxItems: keywords.number('maxItems') ?? Infinity }),
  };
}
