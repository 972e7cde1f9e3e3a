import { isJsonArray } from '../../model/json/json-value';
import type { Mutator } from '../mutation';
import { replaceAt } from '../replace-at';

/** An array that is empty, or has its first item twice. */
export const doubtfulList: Mutator = ({ document, location, value }) =>
  isJsonArray(value) && value.length > 0
    ? [
        {
          location,
          change: 'is empty',
          fault: { kind: 'doubtful' },
          document: replaceAt(document, location, []),
        },
        {
          location,
          change: 'has its first item twice',
          fault: { kind: 'doubtful' },
          document: replaceAt(document, location, [value[0], ...value]),
        },
      ]
    : [];
