import { exactValueOf } from '../model/documents/document';
import { ExactNumber } from '../model/json/exact-number';
import { isJsonArray, isJsonObject } from '../model/json/json-value';
import type { JsonPointer } from '../model/json/json-pointer';
import type { Comparison } from '../model/live/live';
import { spellingOf, type Spelling } from './spelling';

/**
 * Whether a response has all values of its sample, with items in the same order, and links with the same paths below their homes. Then
 * it has no differences in any mode. Most responses are like this, and it is a fraction of the work that finding differences takes.
 */
export function isSame({ sample, response, ignored, homes }: Comparison): boolean {
  // An item that is ignored in one document only moves those after it.
  return (
    isSameSet(ignored.sample, ignored.response) &&
    isSameValue(exactValueOf(sample), exactValueOf(response), spellingOf(homes))
  );
}

function isSameSet(a: ReadonlySet<JsonPointer>, b: ReadonlySet<JsonPointer>): boolean {
  return a.size === b.size && (a.size === 0 || [...a].every((pointer) => b.has(pointer)));
}

function isSameValue(a: unknown, b: unknown, spell: Spelling): boolean {
  if (typeof a === 'string') return typeof b === 'string' && spell.sample(a) === spell.response(b);
  if (isJsonArray(a)) {
    return (
      isJsonArray(b) && a.length === b.length && a.every((item, index) => isSameValue(item, b[index], spell))
    );
  }
  if (isJsonObject(a)) {
    if (!isJsonObject(b)) return false;
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && isSameValue(a[key], b[key], spell))
    );
  }
  return a instanceof ExactNumber ? b instanceof ExactNumber && a.key === b.key : a === b;
}
