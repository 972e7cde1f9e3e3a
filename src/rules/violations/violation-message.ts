import { isJsonNumber, type JsonNumber } from '../../model/json/exact-number';
import { childPointer, lastToken } from '../../model/json/json-pointer';
import { isJsonArray, itemsIn } from '../../model/json/json-value';
import type { Violation } from '../../model/schemas/violation';
import { ASSERTIONS, type Assertion } from '../../schema/dialects/keywords';
import { alternativeName } from '../../wording/alternative-name';
import { choiceRemedy, enumText, matchOf, valueText } from './expected-text';
import { forbiddenMessage } from './forbidden-message';
import { formatMessage } from './format-message';
import { count } from '../../wording/list-words';
import { quote } from '../../wording/quote';
import { typeMessage } from './type-message';
import { unknownKeyMessage } from './unknown-key-message';
import { pluralOf, predicate } from '../../wording/wanted';

type Message = (violation: Violation) => string;

/** The message of each keyword when it fails. */
const MESSAGES: Readonly<Record<Assertion, Message>> = {
  type: typeMessage,
  enum: enumMessage,
  const: ({ actual, expected }) => `expected ${quote(expected)}, got ${valueText(actual)}`,
  multipleOf: ({ actual, expected }) => `expected a multiple of ${quote(expected)}, got ${quote(actual)}`,
  maximum: ({ actual, expected }) => `expected at most ${quote(expected)}, got ${quote(actual)}`,
  exclusiveMaximum: ({ actual, expected }) => `expected less than ${quote(expected)}, got ${quote(actual)}`,
  minimum: ({ actual, expected }) => `expected at least ${quote(expected)}, got ${quote(actual)}`,
  exclusiveMinimum: ({ actual, expected }) => `expected more than ${quote(expected)}, got ${quote(actual)}`,
  maxLength: (violation) => lengthMessage(violation, 'at most'),
  minLength: (violation) => lengthMessage(violation, 'at least'),
  pattern: ({ actual, expected }) => `expected ${matchOf(expected)}, got ${quote(actual)}`,
  format: ({ actual, expected }) => formatMessage(expected, actual),
  maxItems: (violation) => sizeMessage(violation, 'at most', 'item'),
  minItems: (violation) => sizeMessage(violation, 'at least', 'item'),
  uniqueItems: uniqueMessage,
  maxContains: containsMessage,
  minContains: containsMessage,
  maxProperties: (violation) => sizeMessage(violation, 'at most', 'property', 'properties'),
  minProperties: (violation) => sizeMessage(violation, 'at least', 'property', 'properties'),
  required: ({ property }) => `required property ${quote(property)} is missing`,
  dependentRequired: dependentMessage,
  dependencies: dependentMessage,
  contains: containsMessage,
  items: excessMessage,
  additionalItems: excessMessage,
  unevaluatedItems: excessMessage,
  additionalProperties: unknownKeyMessage,
  unevaluatedProperties: unknownKeyMessage,
  propertyNames: nameMessage,
  anyOf: unionMessage,
  oneOf: unionMessage,
  not: notMessage,
  discriminator: ({ actual, allowed = [] }) =>
    `expected ${enumText(allowed)} as the discriminator, got ${valueText(actual)}${choiceRemedy(actual, allowed) || ': write one of them, or add this one to "mapping"'}`,
  readOnly: ({ instanceLocation }) =>
    `property ${quote(lastToken(instanceLocation))} is read-only: remove it from the request`,
  writeOnly: ({ instanceLocation }) =>
    `property ${quote(lastToken(instanceLocation))} is write-only: remove it from the response`,
  'false schema': forbiddenMessage,
};

/** The message of a violation: what is wrong, with the actual value, and how to fix it if that is known. */
export function violationMessage(violation: Violation): string {
  const { keyword, actual, isContradiction, property } = violation;
  if (isContradiction === true)
    return `one part of the schema requires ${quote(property)}, and another excludes it, so no object can satisfy it: fix the schema`;
  const known = ASSERTIONS.find((assertion) => assertion === keyword);
  return known === undefined
    ? `expected a value that satisfies "${keyword}", got ${valueText(actual)}`
    : MESSAGES[known](violation);
}

function enumMessage({ actual, expected }: Violation): string {
  if (isEmptyEnum({ keyword: 'enum', expected }))
    return 'the schema allows no value here, because its "enum" is empty';
  const remedy = choiceRemedy(actual, itemsIn(expected));
  return `expected ${enumText(expected)}, got ${valueText(actual)}${remedy}`;
}

function isEmptyEnum({ keyword, expected }: Pick<Violation, 'keyword' | 'expected'>): boolean {
  return keyword === 'enum' && isJsonArray(expected) && expected.length === 0;
}

/** `expected at most 1 character, got 2 in "ab"`. */
function lengthMessage({ actual, expected }: Violation, bound: 'at most' | 'at least'): string {
  const length = typeof actual === 'string' ? Array.from(actual).length : 0;
  const found = length === 0 ? 'an empty string' : `${length} in ${quote(actual)}`;
  return `expected ${bound} ${count(limitOf(expected), 'character')}, got ${found}`;
}

/** `expected at most 2 items, got 3`. */
function sizeMessage(
  { actual, expected }: Violation,
  bound: 'at most' | 'at least',
  singular: string,
  plural?: string,
): string {
  const size = isJsonArray(actual) ? actual.length : Object.keys(Object(actual)).length;
  return `expected ${bound} ${count(limitOf(expected), singular, plural)}, got ${size === 0 ? valueText(actual) : size}`;
}

function limitOf(expected: unknown): JsonNumber {
  return isJsonNumber(expected) ? expected : Number(expected);
}

function uniqueMessage({ instanceLocation, items: [first = 0, second = 1] = [] }: Violation): string {
  const [a, b] = [childPointer(instanceLocation, first), childPointer(instanceLocation, second)];
  return `expected unique items, but ${b} equals ${a}: remove one`;
}

function containsMessage({ expected, keywordLocation, items = [], limit = 1 }: Violation): string {
  const what = predicate(expected) ?? `matches ${keywordLocation}`;
  const number = items.length === 0 ? 'none' : items.length;
  if (items.length > limit) {
    const most = limit === 0 ? 'no item' : `at most ${count(limit, 'item')}`;
    return `expected ${most} that ${limit > 1 ? pluralOf(what) : what}, got ${number}`;
  }
  return limit === 1
    ? `expected an item that ${what}, got ${number}`
    : `expected at least ${count(limit, 'item')} that ${pluralOf(what)}, got ${number}`;
}

function dependentMessage({ property, because }: Violation): string {
  return `required property ${quote(property)} is missing: it must be present if ${quote(because)} is`;
}

function excessMessage({ actual, items: [place = 0] = [] }: Violation): string {
  return `expected at most ${count(place, 'item')}, got ${isJsonArray(actual) ? actual.length : 0}`;
}

function nameMessage({ property, branches, expected }: Violation): string {
  const [violation] = branches?.[0] ?? [];
  if (violation === undefined || violation.keyword === 'false schema' || isEmptyEnum(violation))
    return `property ${quote(property)} is not allowed: remove it`;
  const what = predicate(expected);
  return violation.branches === undefined || what === undefined
    ? `wrong property name: ${violationMessage(violation)}`
    : `wrong property name: expected a name that ${what}, got ${quote(property)}`;
}

function unionMessage({ actual, expected, passing, keyword }: Violation): string {
  const alternatives = itemsIn(expected);
  if (passing === undefined)
    return `expected a value that matches one of the ${alternatives.length} alternatives of ${keyword}, got ${valueText(actual)}`;
  const names = passing.map((index) => alternativeName(alternatives[index], index));
  return `expected a value that matches exactly one alternative, got ${valueText(actual)}, which matches ${names.join(' and ')}`;
}

function notMessage({ actual, expected }: Violation): string {
  const what = predicate(expected);
  return what === undefined
    ? `the schema does not allow this value: ${valueText(actual)}`
    : `the schema allows no value that ${what}, got ${valueText(actual)}`;
}
