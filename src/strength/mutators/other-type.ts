import { jsonTypeOf } from '../../model/json-value';
import type { Mutator } from '../mutation';
import { replaceAt } from '../replace-at';
import { typeWord } from '../../wording/value-word';

/** A value of each other type. Of a null nobody can tell what it should be, so that it stays. */
export const otherType: Mutator = ({ document, location, value }) =>
  value === null
    ? []
    : [null, true, numberLike(value), stringLike(value), [], {}]
        .filter((other) => jsonTypeOf(other) !== jsonTypeOf(value))
        .map((other) => ({
          location,
          change: `is ${typeWord(other)} in place of ${typeWord(value)}`,
          fault: { kind: 'other-type', value: other },
          document: replaceAt(document, location, other),
        }));

/** A number in quotes, or one without them, is what a program writes by mistake. */
function stringLike(value: unknown): string {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'FIXME';
}

function numberLike(value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : 42;
}
