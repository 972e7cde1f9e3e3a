/** A digit, or what stands for one: `1`, `\d`, `[0-9]`, and how often. */
const DIGITS = String.raw`(?:\\d|\[[01]-9\]|\d)(?:[+*?]|\{\d+(?:,\d*)?\})?`;
const NUMBER = String.raw`\(?(?:\?:)?(?:0\|)?(?:${DIGITS})+\)?`;
const DOT = String.raw`(?:\\\.|\[\.\]|\.)`;

/** A whole pattern for two or more numbers with dots in between. */
const VERSION = new RegExp(
  String.raw`^(?<begin>\^)?(?:v\??)?${NUMBER}(?:(?:\(\?:|\()?${DOT}${NUMBER}\)?\??)+(?<end>\$)?$`,
);

/** A label of a host: letters, or a class of them, more than one. */
const LABEL = String.raw`(?:[a-z]{2,}|\[[\w\\-]+\](?:[+*]|\{\d+(?:,\d*)?\}))`;

/** A dot that is not escaped and not repeated, between two numbers or two labels. */
const LOOSE_DOTS = [
  new RegExp(String.raw`(?:^|[^\\a-z\d])(?<around>v?${NUMBER}\.${NUMBER})`),
  new RegExp(
    String.raw`(?<around>${LABEL}\.(?:com|org|net|io|dev|local|example|test|[a-z]+\.[a-z]{2,}|\[[\w\\-]+\](?:[+*]|\{\d+(?:,\d*)?\})))(?![\w{*+?])`,
  ),
];

/** Patterns are short; what is longer is no version. */
const LONGEST = 200;

/** What stands around a dot that matches any character and was surely meant to match a dot; undefined where there is none. */
export function looseDot(pattern: string): string | undefined {
  if (pattern.length > LONGEST) return undefined;
  for (const form of LOOSE_DOTS) {
    const around = form.exec(pattern)?.groups?.['around'];
    if (around !== undefined) return around;
  }
  return undefined;
}

/** Of a pattern for a version that begins or ends anywhere: a text that passes, and what to add. */
export function missingAnchors(
  pattern: string,
): { readonly example: string; readonly remedy: string } | undefined {
  const groups = pattern.length > LONGEST ? undefined : VERSION.exec(pattern)?.groups;
  if (groups === undefined) return undefined;
  const [begins, ends] = [groups['begin'] !== undefined, groups['end'] !== undefined];
  if (begins && ends) return undefined;
  const example = `${begins ? '' : 'x'}2.1${ends ? '' : 'x'}`;
  const remedy = begins
    ? 'end it with `$`'
    : ends
      ? 'begin it with `^`'
      : 'begin it with `^` and end it with `$`';
  return { example, remedy };
}
