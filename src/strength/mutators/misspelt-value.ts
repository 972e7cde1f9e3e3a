import { misspell } from '../misspell';
import type { Mutator } from '../mutation';
import { replaceAt } from '../replace-at';

/** A value out of a fixed list, misspelt: one that the schema enumerates, or one that reads like it. */
export const misspeltValue: Mutator = ({ document, location, value, form, chance }) => {
  if (typeof value !== 'string' || form !== 'constant') return [];
  const wrong = misspell(value, chance);
  return [
    {
      location,
      change: `is ${JSON.stringify(wrong)} for ${JSON.stringify(value)}`,
      fault: { kind: 'misspelt', value: wrong, form: 'constant' },
      document: replaceAt(document, location, wrong),
    },
  ];
};
