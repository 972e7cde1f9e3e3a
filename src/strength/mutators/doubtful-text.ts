import type { Mutator } from '../mutation';
import { replaceAt } from '../replace-at';

/** A string that is empty, much longer, ends with a space, or is in another case. */
export const doubtfulText: Mutator = ({ document, location, value }) => {
  if (typeof value !== 'string' || value === '') return [];
  const otherCase = value === value.toLowerCase() ? value.toUpperCase() : value.toLowerCase();
  const others: readonly (readonly [string, string])[] = [
    ['is empty', ''],
    ['is 1,000 characters longer', `${value}${'x'.repeat(1000)}`],
    ['ends with a space', `${value} `],
    [`is ${JSON.stringify(otherCase)}`, otherCase],
  ];
  return others
    .filter(([, other]) => other !== value)
    .map(([change, other]) => ({
      location,
      change,
      fault: { kind: 'doubtful' },
      document: replaceAt(document, location, other),
    }));
};
