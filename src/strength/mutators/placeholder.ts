import type { Mutator } from '../mutation';
import { replaceAt } from '../replace-at';

const PLACEHOLDER = 'FIXME';

/** A string left as its author meant to fill it in: wrong where it should look like something. */
export const placeholder: Mutator = ({ document, location, value, form }) =>
  typeof value !== 'string' || value === PLACEHOLDER
    ? []
    : [
        {
          location,
          change: `is ${JSON.stringify(PLACEHOLDER)}`,
          fault: form === undefined ? { kind: 'doubtful' } : { kind: 'any-string', value: PLACEHOLDER, form },
          document: replaceAt(document, location, PLACEHOLDER),
        },
      ];
