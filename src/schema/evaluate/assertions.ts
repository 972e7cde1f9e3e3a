import {
  compareNumbers,
  isJsonInteger,
  isJsonNumber,
  isMultipleOf,
  type JsonNumber,
} from '../../model/json/exact-number';
import {
  isJsonArray,
  isJsonObject,
  itemsIn,
  jsonTypeOf,
  member,
  type JsonObject,
} from '../../model/json/json-value';
import { memoize } from '../../model/memoize';
import { areUnique, canonicalText, isScalar } from '../../model/json/same-json';
import { holdsUnread } from '../../model/json/unread';
import type { Format, Formats } from '../formats/formats';
import { stepsOf } from '../patterns/backtracking';
import { compilePattern } from '../patterns/pattern-reading';
import { isCounted, spend } from './work';

/** Whether a value satisfies one keyword. */
export type ValueAssertion = (value: unknown) => boolean;

/** How strings are checked against patterns and formats. */
export interface StringSettings {
  readonly formats: Formats;
  readonly unicodePatterns: boolean;
}

/** The assertion of a keyword whose value is not a schema. Undefined where the keyword asserts nothing by itself. */
export function assertionOf(
  name: string,
  value: unknown,
  settings: StringSettings,
): ValueAssertion | undefined {
  const assertion = uncounted(name, value, settings);
  if (assertion === undefined || !READS_ALL.has(name)) return assertion;
  return (instance) => {
    if (isCounted()) spend(sizeOf(instance));
    return assertion(instance);
  };
}

/** The keywords that read the whole value: a large one takes long, each time that it is read. */
const READS_ALL: ReadonlySet<string> = new Set([
  'enum',
  'const',
  'uniqueItems',
  'minLength',
  'maxLength',
  'multipleOf',
]);

/** About how many characters, numbers, properties and items a value has. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (isJsonArray(value)) return value.reduce((size: number, item) => size + sizeOf(item), value.length);
  if (!isJsonObject(value)) return isJsonNumber(value) ? String(value).length : 1;
  return Object.keys(value).reduce((size, key) => size + key.length + sizeOf(value[key]), 1);
}

function uncounted(name: string, value: unknown, settings: StringSettings): ValueAssertion | undefined {
  switch (name) {
    case 'type':
      return isJsonArray(value) ? isOfType(value) : isOfOneType(value);
    case 'enum':
      return isJsonArray(value) ? ofRead(isOneOf(value)) : undefined;
    case 'const':
      return ofRead(isOneOf([value]));
    case 'required':
      return isJsonArray(value) ? hasProperties(value.map(String)) : undefined;
    case 'dependentRequired':
      return isJsonObject(value) ? hasDependents(value) : undefined;
    case 'discriminator':
      return isJsonObject(value) ? namesBranch(value) : undefined;
    case 'readOnly':
    case 'writeOnly':
      // Only in copies that refuse what a direction excludes.
      return () => false;
    case 'pattern': {
      const pattern = patternOf(String(value), settings);
      return (text) => typeof text !== 'string' || pattern.test(text);
    }
    case 'format':
      return isOfFormat(settings.formats.find(String(value)));
    case 'uniqueItems':
      return value === true ? ofRead(hasUniqueItems) : undefined;
    default:
      return isJsonNumber(value) ? isWithinLimit(name, value) : undefined;
  }
}

/** For an assertion about a value as a whole: one with an unread part may satisfy it. */
function ofRead(assertion: ValueAssertion): ValueAssertion {
  return (value) => assertion(value) || holdsUnread(value);
}

/** A pattern, whose work is counted. */
export function patternOf(
  pattern: string,
  { unicodePatterns }: StringSettings,
): { readonly test: (text: string) => boolean } {
  return { test: countedTest(compilePattern(pattern, unicodePatterns)) };
}

function countedTest(regex: RegExp): (text: string) => boolean {
  let steps: ((length: number) => number) | undefined;
  return (text) => {
    if (isCounted()) spend((steps ??= stepsOf(regex))(text.length));
    return regex.test(text);
  };
}

/** Longer texts are uncommon where a format is required, and some formats read a text several times. */
const LONGEST_OF_FORMAT = 1000;

function countedCheck(check: (value: never) => unknown): ValueAssertion {
  return (value) => {
    if (isCounted()) spend(sizeOf(value) > LONGEST_OF_FORMAT ? Infinity : LONGEST_OF_FORMAT);
    return Reflect.apply(check, undefined, [value]) === true;
  };
}

/** Shared by all schemas with this type: most have one. */
const isOfOneType = memoize((type: unknown) => isOfType([type]));

function isOfType(types: readonly unknown[]): ValueAssertion {
  const [only] = types;
  // Most types are not numbers.
  if (types.length === 1 && only !== 'number' && only !== 'integer')
    return (value) => value !== undefined && jsonTypeOf(value) === only;
  const wanted = new Set(types);
  return (value) => {
    if (isJsonNumber(value)) return wanted.has('number') || (wanted.has('integer') && isJsonInteger(value));
    return value !== undefined && typeof value !== 'number' && wanted.has(jsonTypeOf(value));
  };
}

const SHORT = 8;

function isOneOf(values: readonly unknown[]): ValueAssertion {
  // A set for each of many short lists would cost more than it saves.
  if (values.length <= SHORT && values.every(isScalar))
    return (value) => isScalar(value) && values.includes(value);
  const scalars = new Set(values.filter(isScalar));
  const others = new Set(values.filter((value) => !isScalar(value)).map(canonicalText));
  return (value) =>
    isScalar(value) ? scalars.has(value) : others.size > 0 && others.has(canonicalText(value));
}

function hasProperties(names: readonly string[]): ValueAssertion {
  return (value) => {
    if (!isJsonObject(value)) return true;
    for (const name of names) if (!Object.hasOwn(value, name)) return false;
    return true;
  };
}

function hasDependents(dependents: object): ValueAssertion {
  const entries = Object.entries(dependents).map(
    ([name, names]) => [name, hasProperties(itemsIn(names).map(String))] as const,
  );
  return (value) =>
    !isJsonObject(value) || entries.every(([name, holds]) => !Object.hasOwn(value, name) || holds(value));
}

/** In copies, `discriminator` has the property that names a schema, and the names. */
function namesBranch({ property, names }: JsonObject): ValueAssertion {
  const known = new Set(itemsIn(names));
  return (value) => {
    if (!isJsonObject(value)) return true;
    const name = member(value, String(property));
    return typeof name !== 'string' || known.has(name);
  };
}

function hasUniqueItems(value: unknown): boolean {
  return !isJsonArray(value) || areUnique(value);
}

/** A format's checks are for strings, unless it is one of numbers (`int32`). */
function isOfFormat(format: Format | undefined): ValueAssertion | undefined {
  if (format === undefined || format === true) return undefined;
  if (typeof format === 'object' && 'ofNumber' in format) {
    const ofNumber = countedCheck(format.ofNumber);
    const ofText = format.ofText === undefined ? () => true : countedCheck(format.ofText);
    return (value) => (isJsonNumber(value) ? ofNumber(value) : typeof value !== 'string' || ofText(value));
  }
  const validate = typeof format === 'object' && 'validate' in format ? format.validate : format;
  if (validate instanceof RegExp) {
    const test = countedTest(validate);
    return (value) => typeof value !== 'string' || test(value);
  }
  if (typeof validate !== 'function') return undefined;
  const check = countedCheck(validate);
  return (value) => typeof value !== 'string' || check(value);
}

function isWithinLimit(name: string, limit: JsonNumber): ValueAssertion | undefined {
  switch (name) {
    case 'maximum':
      return (value) => !isJsonNumber(value) || compareNumbers(value, limit) <= 0;
    case 'exclusiveMaximum':
      return (value) => !isJsonNumber(value) || compareNumbers(value, limit) < 0;
    case 'minimum':
      return (value) => !isJsonNumber(value) || compareNumbers(value, limit) >= 0;
    case 'exclusiveMinimum':
      return (value) => !isJsonNumber(value) || compareNumbers(value, limit) > 0;
    case 'multipleOf':
      return (value) => !isJsonNumber(value) || isMultipleOf(value, limit);
    default:
      return hasSize(name, Number(limit));
  }
}

/** Sizes are far below 2^53, so it does not matter if their limit is rounded. */
function hasSize(name: string, limit: number): ValueAssertion | undefined {
  switch (name) {
    case 'maxLength':
      return (value) => typeof value !== 'string' || value.length <= limit || lengthOf(value) <= limit;
    case 'minLength':
      return (value) => typeof value !== 'string' || value.length >= 2 * limit || lengthOf(value) >= limit;
    case 'maxItems':
      return (value) => !isJsonArray(value) || value.length <= limit;
    case 'minItems':
      return (value) => !isJsonArray(value) || value.length >= limit;
    case 'maxProperties':
      return (value) => !isJsonObject(value) || Object.keys(value).length <= limit;
    case 'minProperties':
      return (value) => !isJsonObject(value) || Object.keys(value).length >= limit;
    default:
      return undefined;
  }
}

/** In characters, not in UTF-16 code units: one has at most two of these. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
