import { isJsonObject } from '../../model/json/json-value';
import { misspell } from '../misspell';
import type { Mutator } from '../mutation';
import { replaceAt } from '../replace-at';

/** An object with one of its property names misspelt. */
export const misspeltKey: Mutator = function* ({ document, location, value, chance }) {
  if (!isJsonObject(value)) return;
  for (const key of Object.keys(value)) {
    const wrong = misspell(key, chance);
    if (Object.hasOwn(value, wrong)) continue;
    const entries = Object.entries(value).map(([name, item]) => [name === key ? wrong : name, item] as const);
    yield {
      location,
      change: `has \`${wrong}\` instead of \`${key}\``,
      fault: { kind: 'unknown-key', key: wrong },
      document: replaceAt(document, location, Object.fromEntries(entries)),
    };
  }
};
