import { tryValidator } from '../../schema/validate/try-validator';

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

/** A whole pattern for a host below a domain that is known for one, its dots escaped. */
const HOST = new RegExp(
  String.raw`^(?<begin>\^)?(?:(?:[a-zA-Z\d-]+|\[[\w\\-]+\](?:[+*]|\{\d+(?:,\d*)?\}))(?:\\\.|\[\.\]))+(?:com|org|net|io|dev|local|example|test)(?<end>\$)?$`,
);

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

/** A pattern that is cut off, and what that lets through. */
export interface MissingAnchors {
  readonly what: 'version' | 'host';
  /** A text that passes; undefined where none was found. */
  readonly example?: string;
  readonly remedy: string;
}

/** Of a pattern for a version or a host that begins or ends anywhere: what passes, and what to add. */
export function missingAnchors(pattern: string): MissingAnchors | undefined {
  if (pattern.length > LONGEST) return undefined;
  const version = VERSION.exec(pattern)?.groups;
  const groups = version ?? HOST.exec(pattern)?.groups;
  if (groups === undefined) return undefined;
  const [begins, ends] = [groups['begin'] !== undefined, groups['end'] !== undefined];
  if (begins && ends) return undefined;
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

/** What patterns of versions mostly match. */
const VERSIONS = ['2.1', '2.1.0', '2.1.0.0', 'v2.1', 'v2.1.0'];

/** A host that a pattern means: a class stands for one of its characters. */
function hostOf(pattern: string): string {
  return pattern
    .replaceAll(/^\^|\$$/g, '')
    .replaceAll(/\\\.|\[\.\]/g, '.')
    .replaceAll(/\[[^\]]*\](?:[+*]|\{\d+(?:,\d*)?\})/g, 'host');
}

/** What does not compile is told of by another rule. */
function matches(pattern: string, text: string): boolean {
  const tested = tryValidator(() => new RegExp(pattern).test(text));
  return 'value' in tested && tested.value;
}
