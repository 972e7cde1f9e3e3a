/** A glob that matches exactly this text: every special character is escaped with a backslash. */
export function escapeGlob(text: string): string {
  return text.replaceAll(/[\\*?[\]{}()!|"+@]/g, '\\$&');
}

/** The text that a glob without wildcards matches. */
export function unescapeGlob(glob: string): string {
  return glob.replaceAll(/\\(.)/g, '$1');
}

/** Whether a glob may match other texts than one. A bracket without its partner is a character, so a glob may match only itself. */
export function isGlob(glob: string): boolean {
  return /[*?[{(]|^!/.test(glob.replaceAll(/\\[^]/g, ''));
}
