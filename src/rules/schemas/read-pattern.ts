import { tryValidator } from '../../schema/validate/try-validator';

/** A digit or a class of digits, optionally repeated: `1`, `\d`, `[0-9]+`. */
const DIGITS = String.raw`(?:\\d|\[[01]-9\]|\d)(?:[+*?]|\{\d+(?:,\d*)?\})?`;
const NUMBER = String.raw`\(?(?:\?:)?(?:0\|)?(?:${DIGITS})+\)?`;
const DOT = String.raw`(?:\\\.|\[\.\]|\.)`;

/** A whole pattern for two or more numbers with dots in between. */
const VERSION = new RegExp(
  String.raw`^(?<begin>\^)?(?:v\??)?${NUMBER}(?:(?:\(\?:|\()?${DOT}${NUMBER}\)?\??)+(?<end>\$)?$`,
);

/** A label of a host name: two or more letters, or a repeated character class. */
const LABEL = String.raw`(?:[a-z]{2,}|\[[\w\\-]+\](?:[+*]|\{\d+(?:,\d*)?\}))`;

/** An unescaped, unrepeated dot between two numbers or two labels. */
const LOOSE_DOTS = [
  new RegExp(String.raw`(?:^|[^\\a-z\d])(?<around>v?${NUMBER}\.${NUMBER})`),
  new RegExp(
    String.raw`(?<around>${LABEL}\.(?:com|org|net|io|dev|local|example|test|[a-z]+\.[a-z]{2,}|\[[\w\\-]+\](?:[+*]|\{\d+(?:,\d*)?\})))(?![\w{*+?])`,
  ),
];

/** A whole pattern for a host in a well-known top-level domain, with escaped dots. */
const HOST = new RegExp(
  String.raw`^(?<begin>\^)?(?:(?:[a-zA-Z\d-]+|\[[\w\\-]+\](?:[+*]|\{\d+(?:,\d*)?\}))(?:\\\.|\[\.\]))+(?:com|org|net|io|dev|local|example|test)(?<end>\$)?$`,
);

/** Patterns of versions and hosts are short: longer ones are not checked. */
const LONGEST = 200;

/** The text around a dot that matches any character but was certainly meant to match a dot. Undefined if there is none. */
export function looseDot(pattern: string): string | undefined {
  // Most patterns have no such dot, and compiling the expressions takes longer than reading a small schema.
  if (pattern.length > LONGEST || !/[^\\]\./.test(pattern)) return undefined;
  for (const form of LOOSE_DOTS) {
    const around = form.exec(pattern)?.groups?.['around'];
    if (around !== undefined) return around;
  }
  return undefined;
}

/** A pattern without an anchor at one or both ends, and its consequence. */
export interface MissingAnchors {
  readonly what: 'version' | 'host';
  /** A wrong string that passes. Undefined if none was found. */
  readonly example?: string;
  readonly remedy: string;
}

/** What a pattern for a version or host without anchors accepts, and what to add. Undefined for other patterns. */
export function missingAnchors(pattern: string): MissingAnchors | undefined {
  const isAnchored = pattern.startsWith('^') && pattern.endsWith('$');
  if (pattern.length > LONGEST || isAnchored || !pattern.includes('.')) return undefined;
  const version = VERSION.exec(pattern)?.groups;
  const groups = version ?? HOST.exec(pattern)?.groups;
  if (groups === undefined) return undefined;
  const [begins, ends] = [groups['begin'] !== undefined, groups['end'] !== undefined];
  const meant = version === undefined ? [hostOf(pattern)] : VERSIONS;
  const example = meant
    .map((text) => `${begins ? '' : 'x'}${text}${ends ? '' : 'x'}`)
    .find((text) => matches(pattern, text));
  const remedy = begins
    ? 'end it with `$`'
    : ends
      ? 'begin it with `^`'
      : 'begin it with `^` and end it with `$`';
  return {
    what: version === undefined ? 'host' : 'version',
    ...(example === undefined ? {} : { example }),
    remedy,
  };
}

/** Strings that most patterns for versions match. */
const VERSIONS = ['2.1', '2.1.0', '2.1.0.0', 'v2.1', 'v2.1.0'];

/** A host that the pattern matches, where a character class becomes the word `host`. */
function hostOf(pattern: string): string {
  return pattern
    .replaceAll(/^\^|\$$/g, '')
    .replaceAll(/\\\.|\[\.\]/g, '.')
    .replaceAll(/\[[^\]]*\](?:[+*]|\{\d+(?:,\d*)?\})/g, 'host');
}

/** False if the pattern does not compile: `schema-patterns-compile` reports that. */
function matches(pattern: string, text: string): boolean {
  const tested = tryValidator(() => new RegExp(pattern).test(text));
  return 'value' in tested && tested.value;
}
