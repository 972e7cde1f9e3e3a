import type { AddedFormat } from 'ajv/dist/types';

import { compareNumbers, isJsonInteger, readNumber, type JsonNumber } from '../../model/exact-number';

/** The smallest and largest number of each integer format whose limits no double has exactly. */
const RANGES: ReadonlyMap<string, readonly [least: JsonNumber, most: JsonNumber]> = new Map([
  ['int64', [readNumber('-9223372036854775808'), readNumber('9223372036854775807')]],
  ['uint64', [0, readNumber('18446744073709551615')]],
]);

/** The formats of integers of 64 bits. */
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

/** The smallest and largest number of a format; undefined where it is no format of integers of 64 bits. */
export function rangeOfFormat(format: string): readonly [least: JsonNumber, most: JsonNumber] | undefined {
  return RANGES.get(format);
}
