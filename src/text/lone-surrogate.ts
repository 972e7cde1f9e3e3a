/** Matches escaped backslashes and whole pairs first, so that `half` is never part of one. Only YAML has the long form. */
const ESCAPES =
  /\\\\|\\u[dD][89abAB]..\\u[dD][c-fC-F]..|(?<half>\\u[dD][89a-fA-F]..|\\U0000[dD][89a-fA-F]..)/g;

/**
 * The first half of a surrogate pair without the other half, as it is written; undefined where a string has none. It is not a Unicode character, and parsers
 * disagree on it (RFC 8259 §8.2). In UTF-8 it can only be an escape. `literal` is the text of the string.
 */
export function loneSurrogateIn(value: string, literal: string): string | undefined {
  if (!/\p{Surrogate}/u.test(value)) return undefined;
  const halves = Array.from(literal.matchAll(ESCAPES), ({ groups }) => groups?.['half']);
  return halves.find((half) => half !== undefined) ?? '';
}
