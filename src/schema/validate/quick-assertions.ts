import type { AddedFormat } from 'ajv/dist/types';

import { isJsonArray, isJsonObject, jsonTypeOf } from '../../model/json-value';
import type { Formats } from '../formats/formats';

/** The verdict of a quick validator; where it is `undecided`, the compiled schema must decide. */
export type QuickVerdict = 'accepted' | 'refused' | 'undecided';

export type QuickValidator = (value: unknown) => QuickVerdict;

export const ACCEPT: QuickValidator = () => 'accepted';
export const REFUSE: QuickValidator = () => 'refused';
export const LEAVE: QuickValidator = () => 'undecided';

/** How strings are checked against patterns and formats. */
export interface QuickSettings {
  readonly formats: Formats;
  readonly unicodePatterns: boolean;
}

/** The quick validator for a keyword with a plain value. Undefined for a keyword that has none. */
export function quickAssertion(
  name: string,
  value: unknown,
  settings: QuickSettings,
): QuickValidator | undefined {
  switch (name) {
    case 'type':
      return ofType(isJsonArray(value) ? value : [value]);
    case 'enum':
      return isJsonArray(value) ? oneOfValues(value) : undefined;
    case 'const':
      return oneOfValues([value]);
    case 'required':
      return isJsonArray(value) ? ofKeys(value.map(String)) : undefined;
    case 'pattern': {
      const pattern = new RegExp(String(value), settings.unicodePatterns ? 'u' : '');
      return (text) => decide(typeof text !== 'string' || pattern.test(text));
    }
    case 'format':
      return ofFormat(settings.formats.find(String(value)));
    case 'uniqueItems':
      return value === true ? hasUniqueItems : ACCEPT;
    default:
      return typeof value === 'number' ? ofLimit(name, value) : undefined;
  }
}

function decide(holds: boolean): QuickVerdict {
  return holds ? 'accepted' : 'refused';
}

function ofType(types: readonly unknown[]): QuickValidator {
  const wanted = new Set(types);
  return (value) => {
    const type = jsonTypeOf(value);
    return decide(wanted.has(type) || (wanted.has('integer') && Number.isInteger(value)));
  };
}

/** Arrays and objects are left to the compiled schema. */
function oneOfValues(values: readonly unknown[]): QuickValidator {
  const scalars = new Set(values.filter(isScalar));
  const otherwise = scalars.size === values.length ? REFUSE : LEAVE;
  return (value) => (isScalar(value) ? decide(scalars.has(value)) : otherwise(value));
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function ofKeys(keys: readonly string[]): QuickValidator {
  return (value) => decide(!isJsonObject(value) || keys.every((key) => Object.hasOwn(value, key)));
}

function hasUniqueItems(value: unknown): QuickVerdict {
  if (!isJsonArray(value) || value.length < 2) return 'accepted';
  return value.every(isScalar) ? decide(new Set(value).size === value.length) : 'undecided';
}

function ofFormat(format: AddedFormat | undefined): QuickValidator {
  const check = format instanceof RegExp ? (text: string) => format.test(text) : format;
  if (typeof check !== 'function') return LEAVE;
  return (text) => decide(typeof text !== 'string' || check(text));
}

function ofLimit(name: string, limit: number): QuickValidator | undefined {
  switch (name) {
    case 'maximum':
      return (value) => decide(typeof value !== 'number' || value <= limit);
    case 'exclusiveMaximum':
      return (value) => decide(typeof value !== 'number' || value < limit);
    case 'minimum':
      return (value) => decide(typeof value !== 'number' || value >= limit);
    case 'exclusiveMinimum':
      return (value) => decide(typeof value !== 'number' || value > limit);
    case 'maxLength':
      return (value) =>
        decide(typeof value !== 'string' || value.length <= limit || lengthOf(value) <= limit);
    case 'minLength':
      return (value) => decide(typeof value !== 'string' || lengthOf(value) >= limit);
    case 'maxItems':
      return (value) => decide(!isJsonArray(value) || value.length <= limit);
    case 'minItems':
      return (value) => decide(!isJsonArray(value) || value.length >= limit);
    case 'maxProperties':
      return (value) => decide(!isJsonObject(value) || Object.keys(value).length <= limit);
    case 'minProperties':
      return (value) => decide(!isJsonObject(value) || Object.keys(value).length >= limit);
    default:
      return undefined;
  }
}

/** In characters, not in UTF-16 code units. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
