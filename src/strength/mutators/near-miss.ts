import type { Mutator } from '../mutation';
import { replaceAt } from '../replace-at';

/** A version, date, UUID, URL or address that is nearly one. */
export const nearMiss: Mutator = ({ document, location, value, form, chance }) =>
  typeof value !== 'string' || form === undefined || form === 'constant'
    ? []
    : form
        .nearMisses(value, chance)
        .filter((wrong) => !form.matches(wrong))
        .map((wrong) => ({
          location,
          change: `is ${JSON.stringify(wrong)}, which is not ${form.name}`,
          fault: { kind: 'misspelt', value: wrong, form },
          document: replaceAt(document, location, wrong),
        }));
