/** The value of a JSON text; undefined for any other text. No JSON text has that value. */
export function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
