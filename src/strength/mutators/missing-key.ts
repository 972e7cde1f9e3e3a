import { isJsonObject } from '../../model/json/json-value';
import type { Mutator } from '../mutation';
import { replaceAt } from '../replace-at';

/** An object without one of its properties: certainly wrong if every object at that place has it. */
export const missingKey: Mutator = function* ({ document, location, value, isEverywhere }) {
  if (!isJsonObject(value)) return;
  for (const key of Object.keys(value)) {
    yield {
      location,
      change: `has no \`${key}\``,
      fault: isEverywhere(key) ? { kind: 'missing-key', key } : { kind: 'doubtful' },
      document: replaceAt(
        document,
        location,
        Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)),
      ),
    };
  }
};
