import type { Mutator } from '../mutation';
import { replaceAt } from '../replace-at';

/** A string that is almost, but not quite, a version, date, UUID, URL or IP address. */
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
