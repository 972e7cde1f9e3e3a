import { isJsonObject } from '../../model/json-value';
import { misspell } from '../misspell';
import type { Mutator } from '../mutation';
import { replaceAt } from '../replace-at';

/** An object with one of its keys misspelt. */
export const misspeltKey: Mutator = ({ document, location, value, chance }) => {
  if (!isJsonObject(value)) return [];
  return Object.keys(value).flatMap((key) => {
    const wrong = misspell(key, chance);
    if (Object.hasOwn(value, wrong)) return [];
    const entries = Object.entries(value).map(([name, item]) => [name === key ? wrong : name, item] as const);
    return [
      {
        location,
        change: `has \`${wrong}\` for \`${key}\``,
        fault: { kind: 'unknown-key', key: wrong } as const,
        document: replaceAt(document, location, Object.fromEntries(entries)),
      },
    ];
  });
};
