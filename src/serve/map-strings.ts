/** A string, and the colon that makes it a key. */
const STRING = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

/**
 * A JSON text with its string values mapped. The text is edited rather than parsed and printed, so that numbers keep
 * their spelling and members their order.
 */
export function mapStrings(text: string, map: (value: string) => string): string {
  return text.replaceAll(STRING, (literal: string, colon: string | undefined) => {
    if (colon !== undefined) return literal;
    const value = literal.includes('\\') ? String(JSON.parse(literal)) : literal.slice(1, -1);
    const mapped = map(value);
    return mapped === value ? literal : JSON.stringify(mapped);
  });
}
