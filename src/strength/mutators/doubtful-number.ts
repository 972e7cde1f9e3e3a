import type { Mutator } from '../mutation';
import { replaceAt } from '../replace-at';

/** A number that is negative, has a fraction, or is huge. */
export const doubtfulNumber: Mutator = ({ document, location, value }) =>
  typeof value === 'number'
    ? [-Math.abs(value) - 1, Math.trunc(value) + 0.5, 1e15]
        .filter((other) => other !== value)
        .map((other) => ({
          location,
          change: `is ${other}`,
          fault: { kind: 'doubtful' },
          document: replaceAt(document, location, other),
        }))
    : [];
