/** A number of a JSON text. One beyond the range of a double, such as 1e400, is read as infinite and still a number, and an integer. */
export function isJsonNumber(value: unknown): value is number {
  return typeof value === 'number' && !Number.isNaN(value);
}

export function isJsonInteger(value: unknown): boolean {
  return isJsonNumber(value) && (Number.isInteger(value) || !Number.isFinite(value));
}

/** Whether a number is a whole multiple of another, computed with the decimals that they are written as: 19.99 is a multiple of 0.01. */
export function isMultipleOf(value: number, divisor: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return value % divisor === 0;
  if (!Number.isFinite(value)) return true;
  const [digits, power] = decimalOf(value);
  if (digits === 0n) return true;
  const [unit, unitPower] = decimalOf(divisor);
  // Aligning 1e308 with 1e-308 would be a number of 616 digits, which is still exact and cheap.
  const shared = Math.min(power, unitPower);
  return (digits * 10n ** BigInt(power - shared)) % (unit * 10n ** BigInt(unitPower - shared)) === 0n;
}

/** A number as its digits times a power of ten, from its shortest spelling. */
function decimalOf(value: number): readonly [digits: bigint, power: number] {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}
