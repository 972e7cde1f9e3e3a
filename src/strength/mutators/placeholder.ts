import type { Mutator } from '../mutation';
import { replaceAt } from '../replace-at';

const PLACEHOLDER = 'FIXME';

/** A placeholder that its author forgot to replace: certainly wrong if the string should have a known form. */
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
