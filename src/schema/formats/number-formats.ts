import type { AddedFormat } from 'ajv/dist/types';

import { compareNumbers, isJsonInteger, readNumber, type JsonNumber } from '../../model/json/exact-number';

/** The smallest and largest number of each integer format whose limits JavaScript would round. */
const RANGES: ReadonlyMap<string, readonly [least: JsonNumber, most: JsonNumber]> = new Map([
  ['int64', [readNumber('-9223372036854775808'), readNumber('9223372036854775807')]],
  ['uint64', [0, readNumber('18446744073709551615')]],
]);

/** The formats of 64-bit integers. */
export const NUMBER_FORMATS: ReadonlyMap<string, AddedFormat> = new Map(
  Array.from(RANGES, ([name, [least, most]]) => [
    name,
    {
      type: 'number',
      validate: (value: JsonNumber) =>
        isJsonInteger(value) && compareNumbers(value, least) >= 0 && compareNumbers(value, most) <= 0,
    },
  ]),
);

/** The smallest and largest number of a format of 64-bit integers; undefined for any other format. */
export function rangeOfFormat(format: string): readonly [least: JsonNumber, most: JsonNumber] | undefined {
  return RANGES.get(format);
}
