import { childPointer, lastToken } from '../../model/json-pointer';
import { isJsonArray, isJsonObject } from '../../model/json-value';
import type { Violation } from '../../model/violation';
import { ASSERTIONS, type Assertion } from '../../schema/link/keywords';
import { alternativeName } from '../../wording/alternative-name';
import { formatMessage } from './format-message';
import { count } from '../../wording/list-words';
import { nearest } from '../../model/nearest';
import { quote } from '../../wording/quote';
import { typeMessage } from './type-message';
import { unknownKeyMessage } from './unknown-key-message';
import { choices, patternName, predicate } from '../../wording/wanted';

type Message = (violation: Violation) => string;

/** What each keyword says when it fails. */
const MESSAGES: Readonly<Record<Assertion, Message>> = {
  type: typeMessage,
  enum: enumMessage,
  const: ({ actual, expected }) => `${subject(actual)} stands where the schema wants ${quote(expected)}`,
  multipleOf: ({ actual, expected }) => `${quote(actual)} is not a multiple of ${quote(expected)}`,
  maximum: ({ actual, expected }) => `${quote(actual)} is too large: the most is ${quote(expected)}`,
  exclusiveMaximum: ({ actual, expected }) =>
    `${quote(actual)} is too large: it must be less than ${quote(expected)}`,
  minimum: ({ actual, expected }) => `${quote(actual)} is too small: the least is ${quote(expected)}`,
  exclusiveMinimum: ({ actual, expected }) =>
    `${quote(actual)} is too small: it must be more than ${quote(expected)}`,
  maxLength: (violation) => `${quote(violation.actual)} ${size(violation, 'character', 'allows at most')}`,
  minLength: (violation) => `${quote(violation.actual)} ${size(violation, 'character', 'wants at least')}`,
  pattern: ({ actual, expected }) => `${quote(actual)} does not match the pattern ${patternName(expected)}`,
  format: ({ actual, expected }) => formatMessage(expected, actual),
  maxItems: (violation) => `the list ${size(violation, 'item', 'allows at most')}`,
  minItems: (violation) => `the list ${size(violation, 'item', 'wants at least')}`,
  uniqueItems: uniqueMessage,
  maxContains: containsMessage,
  minContains: containsMessage,
  maxProperties: (violation) => `the object ${size(violation, 'key', 'allows at most')}`,
  minProperties: (violation) => `the object ${size(violation, 'key', 'wants at least')}`,
  required: ({ property }) => `the required key ${quote(property)} is missing`,
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
  'false schema': refusalMessage,
};

/** What a violation says in plain words, with the actual value and, where there is one, the way out. */
export function violationMessage(violation: Violation): string {
  const { keyword, actual } = violation;
  const known = ASSERTIONS.find((assertion) => assertion === keyword);
  return known === undefined
    ? `${subject(actual)} does not satisfy "${keyword}"`
    : MESSAGES[known](violation);
}

/** A value as the subject of a sentence. */
export function subject(value: unknown): string {
  if (isJsonArray(value)) return value.length === 0 ? 'an empty list' : 'the list';
  if (isJsonObject(value)) return Object.keys(value).length === 0 ? 'an empty object' : 'the object';
  return quote(value);
}

function enumMessage({ actual, expected }: Violation): string {
  const text = `${subject(actual)} is not one of ${choices(expected)}`;
  const words = (isJsonArray(expected) ? expected : []).filter((choice) => typeof choice === 'string');
  if (typeof actual !== 'string') {
    return words.includes(String(actual)) ? `${text}: put it in quotes` : text;
  }
  const meant = nearest(actual, words);
  return meant === undefined ? text : `${text}: did you mean ${quote(meant)}?`;
}

/** What there is, and what there may be: `has 3 items; the schema allows at most 2`. */
function size({ actual, expected }: Violation, unit: string, allows: string): string {
  const number =
    typeof actual === 'string'
      ? Array.from(actual).length
      : isJsonArray(actual)
        ? actual.length
        : Object.keys(Object(actual)).length;
  return `${number === 0 ? 'is empty' : `has ${count(number, unit)}`}; the schema ${allows} ${String(expected)}`;
}

function uniqueMessage({ instanceLocation, items: [first = 0, second = 1] = [] }: Violation): string {
  const [a, b] = [childPointer(instanceLocation, first), childPointer(instanceLocation, second)];
  return `${b} equals ${a}: no two items may be equal`;
}

function containsMessage({ expected, keywordLocation, items = [], limit = 1 }: Violation): string {
  const what = predicate(expected) ?? `matches ${keywordLocation}`;
  if (items.length > limit)
    return `one item too many ${what}: ${limit === 0 ? 'none' : `at most ${limit}`} may`;
  const wants = limit === 1 ? '' : `; the schema wants at least ${limit}`;
  if (items.length === 0) return `no item ${what}${wants}`;
  return items.length === 1
    ? `only 1 item ${what}${wants}`
    : `too few items of which each ${what}: there are ${items.length}${wants}`;
}

function dependentMessage({ property, because }: Violation): string {
  return `the key ${quote(property)} is missing: ${quote(because)} needs it`;
}

function excessMessage({ actual, items: [place = 0] = [] }: Violation): string {
  return `the list has ${count(isJsonArray(actual) ? actual.length : 0, 'item')}; the schema has a place for ${place}`;
}

function nameMessage({ property, branches, expected }: Violation): string {
  const [violation] = branches?.[0] ?? [];
  if (violation === undefined || violation.keyword === 'false schema')
    return `the key ${quote(property)} may not be here: remove it`;
  const what = predicate(expected);
  return violation.branches === undefined || what === undefined
    ? `the key ${violationMessage(violation)}`
    : `the key ${quote(property)} is wrong: it must be a name that ${what}`;
}

function refusalMessage({ instanceLocation }: Violation): string {
  const key = lastToken(instanceLocation);
  if (instanceLocation === '') return 'the schema refuses every value';
  return `${/^\d+$/.test(key) ? 'this item' : quote(key)} may not be here: remove it`;
}

function unionMessage({ actual, expected, passing, keyword }: Violation): string {
  const alternatives = isJsonArray(expected) ? expected : [];
  if (passing === undefined)
    return `${subject(actual)} matches none of the ${alternatives.length} alternatives of ${keyword}`;
  const names = passing.map((index) => alternativeName(alternatives[index], index));
  return `${subject(actual)} matches ${names.join(' and ')}, and only one alternative may match`;
}

function notMessage({ actual, expected }: Violation): string {
  const what = predicate(expected);
  return what === undefined
    ? `${subject(actual)} is what the schema refuses`
    : `${subject(actual)} is refused: the schema allows nothing that ${what}`;
}
