/** A decimal number as `digits` times ten to the power of `power`. The digits have no zeros at either end; zero has none. */
interface Decimal {
  readonly isNegative: boolean;
  readonly digits: string;
  readonly power: bigint;
}

/**
 * A number in a text that JavaScript would round, such as 9223372036854775807, 1e400 or 0.1000000000000000055. A number that equals the
 * shortest spelling of a double, such as 0.1, is read as that double instead, so an exact number never equals a double.
 */
export class ExactNumber {
  /** The number as it was written. */
  readonly literal: string;
  #decimal: Decimal | undefined;

  constructor(literal: string) {
    this.literal = literal;
  }

  get decimal(): Decimal {
    return (this.#decimal ??= decimalOf(this.literal));
  }

  get isInteger(): boolean {
    return this.decimal.power >= 0n;
  }

  /** The same text for equal numbers, and different texts for different numbers. */
  get key(): string {
    const { isNegative, digits, power } = this.decimal;
    return `${isNegative ? '-' : ''}${digits}e${power}`;
  }

  /** The nearest double, as JavaScript reads the number. */
  valueOf(): number {
    return Number(this.literal);
  }

  /** A text, because JSON.stringify could write only a rounded number. */
  toJSON(): string {
    return this.literal;
  }

  toString(): string {
    return this.literal;
  }
}

/** A number of JSON: a double, which means its shortest spelling, or a number that JavaScript would round. */
export type JsonNumber = number | ExactNumber;

/** NaN comes from YAML or from a value in memory, and is of no type. */
export function isJsonNumber(value: unknown): value is JsonNumber {
  return typeof value === 'number' ? !Number.isNaN(value) : value instanceof ExactNumber;
}

/** An infinite double stands for a number that is too large for one, which is an integer. */
export function isJsonInteger(value: JsonNumber): boolean {
  if (typeof value !== 'number') return value.isInteger;
  return Number.isInteger(value) || !Number.isFinite(value);
}

/** The number that a literal of JSON stands for. Exponents are never expanded, so `1e999999999` costs nothing. */
export function readNumber(literal: string): JsonNumber {
  const value = Number(literal);
  // Without an exponent, 15 digits always fit.
  if (literal.length <= 15 && Number.isFinite(value) && !/e/i.test(literal)) return value;
  return isSpelling(literal, value) ? value : new ExactNumber(literal);
}

/** Whether a literal equals the shortest spelling of the double that JavaScript reads. */
function isSpelling(literal: string, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  if (value === 0) return partsOf(literal).digits === '';
  const [own, shortest] = [decimalOf(literal), decimalOf(String(value))];
  return own.digits === shortest.digits && own.power === shortest.power;
}

/** Negative where `a` is less than `b`, positive where it is more, 0 where they are equal. */
export function compareNumbers(a: JsonNumber, b: JsonNumber): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  // An infinite double comes from YAML or from a value in memory.
  if (a === Infinity || b === -Infinity) return 1;
  if (b === Infinity || a === -Infinity) return -1;
  return compareDecimals(toDecimal(a), toDecimal(b));
}

function compareDecimals(a: Decimal, b: Decimal): number {
  const [left, right] = [signOf(a), signOf(b)];
  if (left !== right) return left - right;
  return left < 0 ? compareSizes(b, a) : compareSizes(a, b);
}

function signOf({ isNegative, digits }: Decimal): number {
  if (digits === '') return 0;
  return isNegative ? -1 : 1;
}

function compareSizes(a: Decimal, b: Decimal): number {
  const [left, right] = [a.power + BigInt(a.digits.length), b.power + BigInt(b.digits.length)];
  if (left !== right) return left < right ? -1 : 1;
  // Both begin at the same power of ten, so they compare like words.
  if (a.digits === b.digits) return 0;
  return a.digits < b.digits ? -1 : 1;
}

/** Whether a number is a whole multiple of another, in decimals: 19.99 is a multiple of 0.01. */
export function isMultipleOf(value: JsonNumber, divisor: JsonNumber): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor))
    return Number(value) % Number(divisor) === 0;
  if (typeof value === 'number' && !Number.isFinite(value)) return true;
  const [a, b] = [toDecimal(value), toDecimal(divisor)];
  if (a.digits === '') return true;
  const shift = a.power - b.power;
  // The digits end in no zero, so no power of ten divides them.
  if (shift < 0n) return false;
  const unit = BigInt(b.digits);
  // More tens than the unit has bits change nothing: they already contain all its factors 2 and 5.
  const most = BigInt(b.digits.length) * 4n;
  return (remainder(a.digits, unit, b.digits.length) * 10n ** (shift < most ? shift : most)) % unit === 0n;
}

/** Long numbers are divided in parts, because reading 16 million digits as one BigInt takes seconds. */
function remainder(digits: string, unit: bigint, unitLength: number): bigint {
  if (unitLength > LONGEST_UNIT || digits.length <= PART) return BigInt(digits) % unit;
  let rest = 0n;
  for (let start = 0; start < digits.length; start += PART) {
    const part = digits.slice(start, start + PART);
    rest = (rest * 10n ** BigInt(part.length) + BigInt(part)) % unit;
  }
  return rest;
}

const PART = 1000;
const LONGEST_UNIT = 1000;

function toDecimal(value: JsonNumber): Decimal {
  return typeof value === 'number' ? decimalOf(String(value)) : value.decimal;
}

function decimalOf(literal: string): Decimal {
  const { isNegative, digits, decimals, exponent } = partsOf(literal);
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  const power = BigInt(exponent) - BigInt(decimals) + BigInt(digits.length - end);
  return { isNegative, digits: digits.slice(0, end), power };
}

/** A literal as its digits without leading zeros, the number of them after the point, and its exponent. */
function partsOf(literal: string): {
  readonly isNegative: boolean;
  readonly digits: string;
  readonly decimals: number;
  readonly exponent: string;
} {
  const isNegative = literal.startsWith('-');
  const unsigned = literal.slice(/^[+-]/.test(literal) ? 1 : 0);
  const exponentAt = unsigned.search(/e/i);
  const mantissa = exponentAt === -1 ? unsigned : unsigned.slice(0, exponentAt);
  const exponent = exponentAt === -1 ? '0' : unsigned.slice(exponentAt + 1).replace(/^\+/, '');
  const point = mantissa.indexOf('.');
  const all = point === -1 ? mantissa : mantissa.slice(0, point) + mantissa.slice(point + 1);
  let start = 0;
  while (all[start] === '0') start += 1;
  return {
    isNegative,
    digits: all.slice(start),
    decimals: point === -1 ? 0 : mantissa.length - point - 1,
    exponent,
  };
}
