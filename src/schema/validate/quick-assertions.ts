import type { AddedFormat } from 'ajv/dist/types';

import { isJsonArray, isJsonObject, jsonTypeOf } from '../../model/json-value';
import type { Formats } from '../formats/formats';

/** Where a quick look at a value ends; `undecided` is for the validator to decide. */
export type QuickVerdict = 'accepted' | 'refused' | 'undecided';

export type QuickJudge = (value: unknown) => QuickVerdict;

export const ACCEPT: QuickJudge = () => 'accepted';
export const REFUSE: QuickJudge = () => 'refused';
export const LEAVE: QuickJudge = () => 'undecided';

/** How texts are held to patterns and formats. */
export interface QuickSettings {
  readonly formats: Formats;
  readonly unicodePatterns: boolean;
}

/** The judge of a keyword that holds a plain value. Undefined where it is not one that can be judged quickly. */
export function quickAssertion(
  name: string,
  value: unknown,
  settings: QuickSettings,
): QuickJudge | undefined {
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

function ofType(types: readonly unknown[]): QuickJudge {
  const wanted = new Set(types);
  return (value) => {
    const type = jsonTypeOf(value);
    return decide(wanted.has(type) || (wanted.has('integer') && Number.isInteger(value)));
  };
}

/** Lists and objects are compared by the validator. */
function oneOfValues(values: readonly unknown[]): QuickJudge {
  const scalars = new Set(values.filter(isScalar));
  const otherwise = scalars.size === values.length ? REFUSE : LEAVE;
  return (value) => (isScalar(value) ? decide(scalars.has(value)) : otherwise(value));
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function ofKeys(keys: readonly string[]): QuickJudge {
  return (value) => decide(!isJsonObject(value) || keys.every((key) => Object.hasOwn(value, key)));
}

function hasUniqueItems(value: unknown): QuickVerdict {
  if (!isJsonArray(value) || value.length < 2) return 'accepted';
  return value.every(isScalar) ? decide(new Set(value).size === value.length) : 'undecided';
}

function ofFormat(format: AddedFormat | undefined): QuickJudge {
  const check = format instanceof RegExp ? (text: string) => format.test(text) : format;
  if (typeof check !== 'function') return LEAVE;
  return (text) => decide(typeof text !== 'string' || check(text));
}

function ofLimit(name: string, limit: number): QuickJudge | undefined {
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
