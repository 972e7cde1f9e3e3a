import { jsonTypeOf } from '../../model/json/json-value';
import type { Mutator } from '../mutation';
import { replaceAt } from '../replace-at';
import { typeWord } from '../../wording/value-word';

/** A value of each other type. A null is not changed: nobody knows which other type it may have. */
export const otherType: Mutator = ({ document, location, value }) =>
  value === null
    ? []
    : [null, true, numberLike(value), stringLike(value), [], {}]
        .filter((other) => jsonTypeOf(other) !== jsonTypeOf(value))
        .map((other) => ({
          location,
          change: `is ${typeWord(other)} instead of ${typeWord(value)}`,
          fault: { kind: 'other-type', value: other },
          document: replaceAt(document, location, other),
        }));

/** A number in quotes: programs write numbers as strings, and strings as numbers, by mistake. */
function stringLike(value: unknown): string {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'FIXME';
}

function numberLike(value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : 42;
}
