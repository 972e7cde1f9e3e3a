const LIMIT = 60;

/** A value as it stands in a JSON text, cut to about 60 characters. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  if (text.length <= LIMIT) return text;
  // A half surrogate pair or a lone backslash at the cut would show as something else.
  const start = text.slice(0, LIMIT - 2).replace(/[\uD800-\uDBFF\\]$/, '');
  return typeof value === 'string' ? `${start}…"` : `${start}…`;
}

const LONG_LIMIT = 200;

/** What a service said, in double quotes and cut to 200 characters: a reason or a URL that loses its end loses its point. */
export function quoteLong(text: string): string {
  return JSON.stringify(text.length <= LONG_LIMIT ? text : `${text.slice(0, LONG_LIMIT - 1)}…`);
}
