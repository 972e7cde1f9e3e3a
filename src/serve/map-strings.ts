/** Matches a JSON string, and the colon after it if it is a property name. */
const STRING = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

/**
 * Maps the string values in a JSON text. The text is edited, not parsed and printed, so that numbers keep their spelling
 * and properties their order.
 */
export function mapStrings(text: string, map: (value: string) => string): string {
  return text.replaceAll(STRING, (literal: string, colon: string | undefined) => {
    if (colon !== undefined) return literal;
    const value = literal.includes('\\') ? String(JSON.parse(literal)) : literal.slice(1, -1);
    const mapped = map(value);
    return mapped === value ? literal : JSON.stringify(mapped);
  });
}
