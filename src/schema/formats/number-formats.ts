import {
  compareNumbers,
  isJsonInteger,
  isMultipleOf,
  readNumber,
  type JsonNumber,
} from '../../model/json/exact-number';

/** How a format of numbers is checked: `ofText` is for numbers that are written as text, which is free where it is absent. */
export interface NumberFormat {
  readonly ofNumber: (value: JsonNumber) => boolean;
  readonly ofText?: (text: string) => boolean;
}

/** The smallest and the largest number of a format. */
export interface NumberRange {
  readonly least: JsonNumber;
  readonly most: JsonNumber;
  readonly isInteger: boolean;
}

/** The integers of the OpenAPI Format Registry: RFC 8941, 3.3.1, gives those of `sf-integer` 15 digits. */
const INTEGERS: readonly (readonly [name: string, least: string, most: string])[] = [
  ['int8', '-128', '127'],
  ['int16', '-32768', '32767'],
  ['int32', '-2147483648', '2147483647'],
  ['int64', '-9223372036854775808', '9223372036854775807'],
  ['uint8', '0', '255'],
  ['uint16', '0', '65535'],
  ['uint32', '0', '4294967295'],
  ['uint64', '0', '18446744073709551615'],
  ['double-int', '-9007199254740991', '9007199254740991'],
  ['sf-integer', '-999999999999999', '999999999999999'],
];

/** The largest number of each other format; the smallest is its negative. A fraction that is rounded is not wrong. */
const FRACTIONS: readonly (readonly [name: string, most: string])[] = [
  ['float', '3.4028235e38'],
  ['double', '1.7976931348623157e308'],
  ['decimal128', `9.${'9'.repeat(33)}e6144`],
  ['sf-decimal', '999999999999.999'],
];

const RANGES: ReadonlyMap<string, NumberRange> = new Map([
  ...INTEGERS.map(([name, least, most]) => [name, rangeOf(least, most, true)] as const),
  ...FRACTIONS.map(([name, most]) => [name, rangeOf(`-${most}`, most, false)] as const),
]);

/** 64-bit integers and decimals may be text, because many readers of JSON round numbers. */
const TEXTS: ReadonlyMap<string, RegExp> = new Map([
  ['int64', /^[+-]?\d+$/],
  ['uint64', /^[+-]?\d+$/],
  ['decimal', /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i],
  ['decimal128', /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i],
]);

const MOST_DIGITS = 34;

/** The formats of numbers. */
export const NUMBER_FORMATS: ReadonlyMap<string, NumberFormat> = new Map(
  ['decimal', ...RANGES.keys()].map((name) => [name, formatOf(name)]),
);

function formatOf(name: string): NumberFormat {
  const range = RANGES.get(name);
  const form = TEXTS.get(name);
  const ofNumber = (value: JsonNumber) =>
    (range === undefined || isWithin(value, range)) && isPrecise(name, value);
  if (form === undefined) return { ofNumber };
  return {
    ofNumber,
    ofText: (text) =>
      (form.test(text) && ofNumber(numberIn(text))) ||
      (name === 'decimal128' && /^(?:NaN|-?INF)$/.test(text)),
  };
}

/** The number that a text is; its form must have been checked. */
export function numberIn(text: string): JsonNumber {
  return readNumber(text.replace(/^\+/, ''));
}

function isWithin(value: JsonNumber, { least, most, isInteger }: NumberRange): boolean {
  return (
    (!isInteger || isJsonInteger(value)) &&
    compareNumbers(value, least) >= 0 &&
    compareNumbers(value, most) <= 0
  );
}

/** Whether a format has room for all the digits of a number. */
function isPrecise(name: string, value: JsonNumber): boolean {
  switch (name) {
    case 'sf-decimal':
      return isMultipleOf(value, 0.001);
    case 'decimal128':
      return digitsOf(value) <= MOST_DIGITS;
    default:
      return true;
  }
}

function digitsOf(value: JsonNumber): number {
  const [mantissa = ''] = String(value).toLowerCase().split('e');
  return mantissa.replace(/\D/g, '').replace(/^0+|0+$/g, '').length;
}

function rangeOf(least: string, most: string, isInteger: boolean): NumberRange {
  return { least: readNumber(least), most: readNumber(most), isInteger };
}

/** The smallest and the largest number of a format; undefined for a format without limits. */
export function rangeOfFormat(format: string): NumberRange | undefined {
  return RANGES.get(format);
}
