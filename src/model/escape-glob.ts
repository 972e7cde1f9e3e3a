/** A glob that matches exactly this text: every special character is escaped with a backslash. */
export function escapeGlob(text: string): string {
  return text.replaceAll(/[\\*?[\]{}()!|"+@]/g, '\\$&');
}

/** The text that a glob without wildcards matches. */
export function unescapeGlob(glob: string): string {
  return glob.replaceAll(/\\(.)/g, '$1');
}
