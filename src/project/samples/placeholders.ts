import picomatch from 'picomatch';

import { escapeGlob } from '../../model/escape-glob';
import { parseMicroversion, type Microversion } from '../../model/versions/microversion';

/** The placeholder that matches a microversion. As a folder, it matches `vX.Y` or nothing. */
export const MICROVERSION = 'microversion';

/** The values of placeholders, by name. */
export type Values = ReadonlyMap<string, string>;

/** A placeholder `{word}`. Escaped characters and character classes are read whole, because a brace in them begins no placeholder. */
const TOKEN = /\\[^]|\[[^\]/]*\]|\{([A-Za-z_][\w-]*)\}/g;

/** The names of the placeholders in a pattern, each once, without `microversion`. */
export function placeholdersIn(pattern: string): readonly string[] {
  return [...new Set(wordsIn(pattern))].filter((word) => word !== MICROVERSION);
}

/** Whether a pattern has the placeholder `{microversion}`. */
export function hasMicroversion(pattern: string): boolean {
  return wordsIn(pattern).includes(MICROVERSION);
}

function wordsIn(pattern: string): readonly string[] {
  if (!pattern.includes('{')) return [];
  return Array.from(pattern.matchAll(TOKEN), ([, word]) => word).filter((word) => word !== undefined);
}

/** Replaces the placeholders that have a value. */
export function fillIn(pattern: string, values: Values, escape: (value: string) => string): string {
  return pattern.replaceAll(TOKEN, (token, word?: string) => {
    const value = word === undefined ? undefined : values.get(word);
    return value === undefined ? token : escape(value);
  });
}

/** The name of a contract with values for its placeholders, in which `\\{` stands for a brace. */
export function fillInName(name: string, values: Values = new Map()): string {
  return name.replaceAll(TOKEN, (token, word?: string) =>
    word === undefined ? token.replace(/^\\(?=[{}])/, '') : (values.get(word) ?? token),
  );
}

/** Escapes a value for a place anywhere in a glob: a comma would separate alternatives. */
export function escapeValue(value: string): string {
  return escapeGlob(value).replaceAll(',', String.raw`\,`);
}

/** How many characters of a pattern must be in a path as they are. Of alternatives, the shortest counts. */
export function countLiterals(pattern: string): number {
  return pattern
    .replaceAll(TOKEN, (token) => (token.startsWith('\\') ? '.' : ''))
    .replaceAll(/\{([^{}]*)\}/g, (_, alternatives: string) =>
      alternatives.split(',').reduce((shortest, each) => (each.length < shortest.length ? each : shortest)),
    )
    .replaceAll(/[*?]/g, '').length;
}

/** What the placeholders of a pattern matched in a path. */
interface PlaceholderMatch {
  readonly values: Values;
  readonly microversion?: Microversion;
}

/** Matches paths with a glob with placeholders. */
interface PlaceholderPattern {
  /** One way in which a path matches; undefined where there is none. */
  readonly match: (path: string) => PlaceholderMatch | undefined;
  /** The values of every way in which a path matches: `{a}-{b}` matches x-y-z with x and y-z, and with x-y and z. */
  readonly matchAll: (path: string) => readonly Values[];
}

/** Compiles a glob in which `{word}` matches one or more characters other than `/`, the same everywhere in the pattern. */
export function compilePlaceholders(pattern: string): PlaceholderPattern {
  const words = placeholdersIn(pattern);
  const sources = globsOf(pattern).map((glob) => sourceOf(glob, words));
  const compiled = new Map<string, readonly RegExp[]>();
  /** With lengths, the first placeholders match only values of these lengths. */
  const regExps = (lengths: readonly number[]) => {
    const key = lengths.join();
    const known = compiled.get(key) ?? sources.map((source) => toRegExp(source, lengths));
    compiled.set(key, known);
    return known;
  };
  const exec = (path: string, lengths: readonly number[]) =>
    regExps(lengths).reduce<RegExpExecArray | null>((found, regExp) => found ?? regExp.exec(path), null);
  const match = (path: string) => {
    const found = exec(path, []);
    return found === null ? undefined : readMatch(found, words);
  };
  const matchAll = (path: string): readonly Values[] => {
    const longest = Math.max(...path.split('/').map(({ length }) => length));
    const extend = (lengths: readonly number[]): readonly Values[] => {
      const found = exec(path, lengths);
      if (found === null) return [];
      if (lengths.length === words.length) return [readMatch(found, words).values];
      return Array.from({ length: longest }, (_, index) => [...lengths, index + 1]).flatMap(extend);
    };
    return extend([]);
  };
  return {
    match,
    matchAll: isAmbiguous(pattern)
      ? matchAll
      : (path) => {
          const found = match(path);
          return found === undefined ? [] : [found.values];
        },
  };
}

/** Whether a path may match in several ways: a part of the path may be split between two placeholders, or a placeholder and a wildcard. */
function isAmbiguous(pattern: string): boolean {
  const open = pattern.replaceAll(TOKEN, (token, word?: string) =>
    word === undefined ? (token.startsWith('[') ? '?' : '') : '{',
  );
  return open.includes('**') || open.split('/').some((part) => (part.match(/[{*]|\)/g) ?? []).length > 1);
}

/** The globs that together match what a pattern does: a folder `{microversion}` may be absent. */
function globsOf(pattern: string): readonly string[] {
  const folder = /(?<=^|\/)\{microversion\}\//g;
  const withFolder = pattern.replaceAll(folder, `v{${MICROVERSION}}/`);
  return withFolder === pattern ? [pattern] : [withFolder, pattern.replaceAll(folder, '')];
}

/** Characters that stand for placeholders while picomatch compiles a glob: Unicode gives them no other meaning. */
const FIRST_MARK = 0xe000;
const MICROVERSION_MARK = '\uF000';
const MICROVERSION_SOURCE = String.raw`(?:(?<!v)v)?(?<microversion>[1-9]\d*\.(?:0|[1-9]\d*))`;

function sourceOf(glob: string, words: readonly string[]): string {
  const marked = glob.replaceAll(TOKEN, (token, word?: string) => {
    if (word === undefined) return token;
    return word === MICROVERSION ? MICROVERSION_MARK : String.fromCodePoint(FIRST_MARK + words.indexOf(word));
  });
  // Its short cut for simple globs escapes every character that is not a letter.
  return picomatch.makeRe(marked, { dot: true, fastpaths: false }).source;
}

function toRegExp(source: string, lengths: readonly number[]): RegExp {
  const seen = new Set<string>();
  return new RegExp(
    source.replaceAll(/[\uE000-\uF000]/g, (mark) => {
      const isAgain = seen.has(mark);
      seen.add(mark);
      if (mark === MICROVERSION_MARK) return isAgain ? String.raw`v?\k<microversion>` : MICROVERSION_SOURCE;
      const index = mark.charCodeAt(0) - FIRST_MARK;
      if (isAgain) return String.raw`\k<w${index}>`;
      const length = lengths[index];
      return `(?<w${index}>[^/]${length === undefined ? '+?' : `{${length}}`})`;
    }),
  );
}

function readMatch({ groups = {} }: RegExpExecArray, words: readonly string[]): PlaceholderMatch {
  const microversion = parseMicroversion(groups['microversion'] ?? '');
  const values = words.flatMap((word, index): readonly (readonly [string, string])[] => {
    const value = groups[`w${index}`];
    return value === undefined ? [] : [[word, value]];
  });
  return { values: new Map(values), ...(microversion === undefined ? {} : { microversion }) };
}
