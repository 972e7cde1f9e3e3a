const MOST = 40;

/** A piece of a text in backticks, cut to 40 characters. */
export function shownCode(code: string): string {
  // A surrogate pair is not cut in half.
  const start = code.length > MOST ? `${code.slice(0, MOST).replace(/[\uD800-\uDBFF]$/, '')}…` : code;
  return `\`${start}\``;
}
