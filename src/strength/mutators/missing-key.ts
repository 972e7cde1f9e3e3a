import { isJsonObject } from '../../model/json-value';
import type { Mutator } from '../mutation';
import { replaceAt } from '../replace-at';

/** An object without one of its keys: wrong where every object at that place has it. */
export const missingKey: Mutator = ({ document, location, value, isEverywhere }) =>
  isJsonObject(value)
    ? Object.keys(value).map((key) => ({
        location,
        change: `has no \`${key}\``,
        fault: isEverywhere(key) ? { kind: 'missing-key', key } : { kind: 'doubtful' },
        document: replaceAt(
          document,
          location,
          Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)),
        ),
      }))
    : [];
