/**
 * What a JSON number is read as when that is not what it says: an integer beyond ±(2^53 − 1), which other readers round
 * (RFC 8259 §6), or a decimal that a double changes. Undefined when the literal survives; `1.0` and `1e2` do.
 */
export function inexactReading(literal: string): string | undefined {
  if (literal.length <= 15 && !/e/i.test(literal)) return undefined;
  const value = Number(literal);
  const isUnsafeInteger = /^-?\d+$/.test(literal) && !Number.isSafeInteger(value);
  return isUnsafeInteger || decimalOf(literal) !== decimalOf(String(value)) ? String(value) : undefined;
}

/** One spelling for one decimal value: the digits without outer zeros, and the power of ten of the last one. */
function decimalOf(literal: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(literal);
  if (match === null) return literal;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  const power = Number(exponent) - fraction.length + (digits.length - significant.length);
  return significant === '' ? '0' : `${sign}${significant}e${power}`;
}
