/** A glob that matches exactly this text: every character with a meaning of its own is preceded by a backslash. */
export function escapeGlob(text: string): string {
  return text.replaceAll(/[\\*?[\]{}()!|"+@]/g, '\\$&');
}
