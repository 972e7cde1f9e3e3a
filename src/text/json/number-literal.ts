import { ExactNumber, readNumber } from '../../model/json/exact-number';

/**
 * The value that a double has for a JSON number, where it is not exact: an integer beyond ±(2^53 − 1), which parsers round
 * (RFC 8259 §6), or a decimal that a double changes. Undefined when the number is exact, as `1.0` and `1e2` are.
 */
export function inexactReading(literal: string): string | undefined {
  if (literal.length <= 15 && !/e/i.test(literal)) return undefined;
  const value = Number(literal);
  const isUnsafeInteger = !Number.isSafeInteger(value) && /^-?\d+$/.test(literal);
  return isUnsafeInteger || readNumber(literal) instanceof ExactNumber ? String(value) : undefined;
}
