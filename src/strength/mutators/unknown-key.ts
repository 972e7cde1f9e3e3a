import { isJsonObject } from '../../model/json/json-value';
import type { Mutator } from '../mutation';
import { replaceAt } from '../replace-at';

const KEYS = ['extra', 'extra_1', 'extra_2'];

/** An object with a property that no sample has. */
export const unknownKey: Mutator = ({ document, location, value }) => {
  if (!isJsonObject(value)) return [];
  const key = KEYS.find((name) => !Object.hasOwn(value, name));
  if (key === undefined) return [];
  return [
    {
      location,
      change: `has an unknown property \`${key}\``,
      fault: { kind: 'unknown-key', key },
      document: replaceAt(document, location, { ...value, [key]: 'FIXME' }),
    },
  ];
};
