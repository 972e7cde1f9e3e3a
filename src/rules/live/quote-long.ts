const LIMIT = 200;

/** What a service said, in double quotes and cut to 200 characters: a reason or a URL that loses its end loses its point. */
export function quoteLong(text: string): string {
  return JSON.stringify(text.length <= LIMIT ? text : `${text.slice(0, LIMIT - 1)}…`);
}
