import { misspell } from '../misspell';
import type { Mutator } from '../mutation';
import { replaceAt } from '../replace-at';

/** A misspelt constant: a value that the schema enumerates, or one that looks like an enum's value. */
export const misspeltValue: Mutator = ({ document, location, value, form, chance }) => {
  if (typeof value !== 'string' || form !== 'constant') return [];
  const wrong = misspell(value, chance);
  return [
    {
      location,
      change: `is ${JSON.stringify(wrong)} instead of ${JSON.stringify(value)}`,
      fault: { kind: 'misspelt', value: wrong, form: 'constant' },
      document: replaceAt(document, location, wrong),
    },
  ];
};
