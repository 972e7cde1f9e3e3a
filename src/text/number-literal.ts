/**
 * The value that a double has for a JSON number, where it is not exact: an integer beyond ±(2^53 − 1), which parsers round
 * (RFC 8259 §6), or a decimal that a double changes. Undefined when the number is exact, as `1.0` and `1e2` are.
 */
export function inexactReading(literal: string): string | undefined {
  if (literal.length <= 15 && !/e/i.test(literal)) return undefined;
  const value = Number(literal);
  const isUnsafeInteger = /^-?\d+$/.test(literal) && !Number.isSafeInteger(value);
  return isUnsafeInteger || decimalOf(literal) !== decimalOf(String(value)) ? String(value) : undefined;
}

/** The canonical form of a decimal: its digits without leading and trailing zeros, and the power of ten of the last digit. */
function decimalOf(literal: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(literal);
  if (match === null) return literal;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  const power = Number(exponent) - fraction.length + (digits.length - significant.length);
  return significant === '' ? '0' : `${sign}${significant}e${power}`;
}
