import { createFindSecrets, type FindSecrets, type SecretSpan } from './find-secrets';
import { publishedIn } from './published-secrets';

/** Shown in place of a secret, except in quoted source text. */
export const BLANK = '•••';

/** Replaces secrets in texts. */
export interface Blanks {
  /** A text from a service or the environment, such as a cell of a table. */
  readonly value: (text: string) => string;
  /** The name of a text that findings point into, such as a URL. Names of the manifest stay. */
  readonly name: (text: string) => string;
  /**
   * Our wording with quoted input. Names of the manifest stay, and so does our wording where a secret is an ordinary word. The parts in `own`
   * come from files and stay, too.
   */
  readonly message: (text: string, own?: readonly string[]) => string;
  /** A curl command. The names of headers and variables stay. */
  readonly curl: (text: string) => string;
  /** A text that is quoted by line and column: each blank has the length of what it replaces, in UTF-16 code units. */
  readonly source: (text: string) => string;
}

type Span = Pick<SecretSpan, 'start' | 'end'>;

/** What is known about the texts. */
interface BlanksContext {
  /** Lists texts from the manifest and names of files, which stay in messages, unless they are only a part of quoted input. */
  readonly names?: () => readonly string[];
  /** Names that also stay within backticks: a service type, the name of a header. */
  readonly terms?: readonly string[];
  /** URLs from the command line, in which ordinary words and short secrets stay. */
  readonly typed?: readonly string[];
  /** Secrets that a service published. They are found without encodings. */
  readonly published?: readonly string[];
}

/** Blanks these secrets, and those that texts themselves show in URLs. */
export function createBlanks(
  secrets: readonly string[],
  { names = () => [], terms = [], typed = [], published = [] }: BlanksContext = {},
): Blanks {
  const find = createFindSecrets(secrets, published);
  // Only looked up for a text that contains a secret: there may be thousands of names, and thousands of services.
  const keepable = keepableOf(names, find);
  const keepableTerms = keepableOf(() => terms, find);
  const words = keepableOf(() => typed, find);
  const keptIn = (
    text: string,
    kept: readonly string[],
    input: readonly Span[] = [],
  ): ((span: SecretSpan) => boolean) => {
    const isWhole = (name: Span): boolean =>
      input.every((part) => !covers(part, name) || name.end - name.start >= part.end - part.start - 2);
    const ofNames = [...occurrencesOf(text, kept).filter(isWhole), ...occurrencesOf(text, keepableTerms())];
    const ofWords = occurrencesOf(text, words());
    return (span) =>
      ofNames.some((name) => covers(name, span)) ||
      ((span.isWord || span.isShort) && ofWords.some((url) => covers(url, span)));
  };
  return {
    value: (text) => replace(text, [...find(text), ...publishedIn(text)], fixed),
    name: (text) => blankIn(text, find, () => keptIn(text, keepable())),
    message: (text, own = []) =>
      blankIn(text, find, () => {
        const input = inputIn(text);
        const isKept = keptIn(text, keepable(), input);
        const ofFiles = partsEqualTo(text, own, input);
        return (span) => {
          if (ofFiles.some((part) => covers(part, span))) return true;
          const around = input.filter((part) => covers(part, span));
          if (around.some(({ start }) => text.charAt(start) === '"')) return false;
          return isKept(span) || (span.isWord && around.length === 0);
        };
      }),
    curl: (text) =>
      blankIn(text, find, () => {
        const isKept = keptIn(
          text,
          keepable().filter((name) => name.includes('://')),
        );
        const own = partsOf(text, CURL_OWN);
        return (span) => isKept(span) || own.some((part) => covers(part, span));
      }),
    source: (text) =>
      replace(text, [...find(text), ...publishedIn(text)], ({ start, end }) => '•'.repeat(end - start)),
  };
}

/** Blanks the secrets in a text, except those that stay. */
function blankIn(text: string, find: FindSecrets, keptOf: () => (span: SecretSpan) => boolean): string {
  const found = find(text);
  const isKept = found.length === 0 ? undefined : keptOf();
  return replace(text, [...found.filter((span) => isKept?.(span) === false), ...publishedIn(text)], fixed);
}

function fixed(): string {
  return BLANK;
}

/** JSON values, input in backticks, and words that are URLs or parts of them. A message that was cut may end within one of them. */
const INPUT = /"(?:[^"\\]|\\.)*(?:"|\\?$)|`[^`]*(?:`|$)|(?<![^\s"`])[^\s"`]*(?::\/\/|[@=%\\])[^\s"`]*/gs;

/** The program, its options, the names of headers, and variables. */
const CURL_OWN = /^curl -i(?: --head| -X \w+)?|(?<= -H ['"]?)[\w!#$%&'*+.^|~-]+(?=[:;])|\$(?:\{\w+\}|\w+)/g;

function inputIn(text: string): readonly Span[] {
  return partsOf(text, INPUT);
}

function partsOf(text: string, pattern: RegExp): readonly Span[] {
  return Array.from(text.matchAll(pattern), ({ 0: part, index }) => ({
    start: index,
    end: index + part.length,
  }));
}

/** The texts that contain a secret: usually none. They are found at the first call. */
function keepableOf(texts: () => readonly string[], find: FindSecrets): () => readonly string[] {
  let found: readonly string[] | undefined;
  return () => {
    found ??= [...new Set(texts())].filter((text) => text !== '' && find(text).length > 0);
    return found;
  };
}

/** Where a text contains these names as a whole, not as a part of a URL or of a longer name. */
function occurrencesOf(text: string, names: readonly string[]): readonly Span[] {
  return names.flatMap((name) => {
    const found: Span[] = [];
    for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
      const end = at + name.length;
      if (isBoundary(text.charAt(at - 1)) && (name.endsWith('/') || isBoundary(text.charAt(end))))
        found.push({ start: at, end });
    }
    return found;
  });
}

/** Where a text contains these parts as a whole, not as a piece of other input. */
function partsEqualTo(text: string, parts: readonly string[], input: readonly Span[]): readonly Span[] {
  return occurrencesOf(text, parts).filter((part) =>
    input.every((other) => !covers(other, part) || covers(part, other)),
  );
}

function isBoundary(character: string): boolean {
  return !/[\w/@=%.&-]/.test(character);
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Spans that overlap or touch become one blank. */
function replace(text: string, spans: readonly Span[], blankOf: (span: Span) => string): string {
  if (spans.length === 0) return text;
  const parts: string[] = [];
  let read = 0;
  let open: Span | undefined;
  const close = (span: Span): void => {
    parts.push(text.slice(read, span.start), blankOf(span));
    read = span.end;
  };
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (open !== undefined && span.start <= open.end) {
      if (span.end > open.end) open = { start: open.start, end: span.end };
      continue;
    }
    if (open !== undefined) close(open);
    open = span;
  }
  if (open !== undefined) close(open);
  parts.push(text.slice(read));
  return parts.join('');
}
