import { childPointer } from '../../model/json/json-pointer';
import { isJsonArray, jsonTypeOf } from '../../model/json/json-value';
import type { Mutator } from '../mutation';
import { replaceAt } from '../replace-at';
import { typeWord } from '../../wording/value-word';

/** An array whose items all have one type, with an item of another type added at the end. */
export const foreignItem: Mutator = ({ document, location, value }) => {
  if (!isJsonArray(value) || value.length === 0 || value.includes(null)) return [];
  const types = new Set(value.map(jsonTypeOf));
  if (types.size > 1) return [];
  const item = types.has('number') ? 'FIXME' : 42;
  return [
    {
      location: childPointer(location, value.length),
      change: `is ${typeWord(item)} after items that are all ${typeWord(value[0])}`,
      fault: { kind: 'other-type', value: item },
      document: replaceAt(document, location, [...value, item]),
    },
  ];
};
