import { pointerFrom } from '../../model/json/json-pointer';
import type { Span, TextProblem } from '../../model/documents/text-problem';
import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  endOfString,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  tokensOf,
  tokenText,
  walkJson,
  type JsonStep,
} from './json-walk';
import { isSurelyPlain } from './is-surely-plain';
import { readExactJson } from './exact-json';
import { inexactReading } from './number-literal';
import { describeSyntaxError } from './syntax-error';
import { messageOf } from '../../model/thrown';
import { loneSurrogateIn } from '../lone-surrogate';

/** At most this many ambiguities of one text are reported: nobody reads more, and a hostile file may have millions. */
export const MOST_AMBIGUITIES = 1000;

/** A parsed JSON text: its value, and its problems, including those that lenient parsers accept. */
export interface JsonReading {
  /** Undefined when the text is not JSON at all, or nests too deeply. */
  readonly value: unknown;
  /** The value with an ExactNumber for each number that JavaScript would round; absent where there is no such number. */
  readonly exact?: unknown;
  readonly problems: readonly TextProblem[];
}

/**
 * Reads a text as exactly one JSON value (RFC 8259), and reports what parsers disagree on: duplicate properties, inexact numbers, lone
 * surrogates.
 */
export function readStrictJson(text: string, maxDepth: number): JsonReading {
  // The decoder reports a byte order mark. A space in its place keeps every offset.
  const body = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  if (body.trim() === '') {
    return {
      value: undefined,
      problems: [{ kind: 'malformed', message: 'the file is empty: expected a JSON value', span: [0, 0] }],
    };
  }
  // The parser keeps every open bracket in memory, so a text with very many of them is searched for one that is too deep before.
  const hasFew = body.length < MANY_BRACKETS || countUpTo(body, MANY_BRACKETS) < MANY_BRACKETS;
  const early = hasFew ? parse(body, maxDepth) : undefined;
  if (early?.kind === 'plain') return { value: early.value, problems: NONE };
  const tooDeep = findTooDeep(body, maxDepth);
  if (tooDeep !== undefined) {
    return {
      value: undefined,
      problems: [{ kind: 'too-deep', limit: maxDepth, span: [tooDeep, tooDeep + 1] }],
    };
  }
  const reading = early ?? parse(body, maxDepth);
  switch (reading.kind) {
    case 'plain':
      return { value: reading.value, problems: NONE };
    case 'ambiguous':
      return readAmbiguous(body, reading.value);
    case 'malformed':
      return { value: undefined, problems: [describeSyntaxError(body, messageOf(reading.error))] };
  }
}

const MANY_BRACKETS = 1_000_000;

/** A text as JSON, and whether it surely has nothing that parsers disagree on. */
type Parsed =
  | { readonly kind: 'plain' | 'ambiguous'; readonly value: unknown }
  | { readonly kind: 'malformed'; readonly error: unknown };

function parse(text: string, maxDepth: number): Parsed {
  try {
    const value: unknown = JSON.parse(text);
    return { kind: isSurelyPlain(text, value, maxDepth) ? 'plain' : 'ambiguous', value };
  } catch (error) {
    return { kind: 'malformed', error };
  }
}

/**
 * The offset of the first bracket that nests deeper than allowed; brackets in strings do not count. This is a loop because a regular
 * expression overflows its stack on a string of megabytes.
 */
function findTooDeep(text: string, maxDepth: number): number | undefined {
  // Counting brackets by indexOf is far cheaper than reading every character.
  if (countUpTo(text, maxDepth) <= maxDepth) return undefined;
  const endOfLine = createEndOfLine(text);
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        // In a text that is not JSON, a string may lack its closing quote; the parser then ends it at the end of the line.
        at = Math.min(endOfString(text, at), endOfLine(at) + 1) - 1;
        break;
      case OPEN_OBJECT:
      case OPEN_ARRAY:
        depth += 1;
        if (depth > maxDepth) return at;
        break;
      case CLOSE_OBJECT:
      case CLOSE_ARRAY:
        depth -= 1;
    }
  }
  return undefined;
}

/** Gives the offset of the first line break from `at` on, for rising offsets. */
function createEndOfLine(text: string): (at: number) => number {
  let [feed, carriage] = [-1, -1];
  const next = (end: string, at: number) => {
    const found = text.indexOf(end, at);
    return found === -1 ? text.length : found;
  };
  return (at) => {
    if (feed < at) feed = next('\n', at);
    if (carriage < at) carriage = next('\r', at);
    return Math.min(feed, carriage);
  };
}

function countUpTo(text: string, limit: number): number {
  let count = 0;
  for (const bracket of ['[', '{']) {
    for (let at = text.indexOf(bracket); at !== -1 && count <= limit; at = text.indexOf(bracket, at + 1))
      count += 1;
  }
  return count;
}

/** Shared by all texts without problems. */
const NONE: readonly TextProblem[] = [];

/** Reads the text again where a number may be rounded or a property lost. */
function readAmbiguous(text: string, value: unknown): JsonReading {
  const problems = findAmbiguities(text);
  const isExact = !problems.some(({ kind }) => kind === 'inexact-number' || kind === 'duplicate-key');
  if (isExact && problems.length < MOST_AMBIGUITIES) return { value, problems };
  const { value: exact, isInexact, sameAgain } = readExactJson(text);
  return {
    value,
    ...(isInexact ? { exact } : {}),
    problems: problems.map((problem) =>
      problem.kind === 'duplicate-key' ? { ...problem, isSame: sameAgain.has(problem.span[0]) } : problem,
    ),
  };
}

function findAmbiguities(text: string): readonly TextProblem[] {
  const problems: TextProblem[] = [];
  const report = (problem: TextProblem) => {
    if (problems.length < MOST_AMBIGUITIES) problems.push(problem);
  };
  // An object gets a map with its first property: a file may have millions of empty objects.
  const keysOfOpenObjects: (Map<string, Span> | undefined)[] = [];
  walkJson(text, {
    onOpen: () => {
      keysOfOpenObjects.push(undefined);
    },
    onClose: () => keysOfOpenObjects.pop(),
    onKey: (path) => {
      const step = path.at(-1);
      if (step === undefined) return;
      const seen = keysOfOpenObjects.at(-1) ?? new Map<string, Span>();
      keysOfOpenObjects[keysOfOpenObjects.length - 1] = seen;
      const span = [step.keyStart, step.keyEnd] as const;
      const first = seen.get(step.key);
      if (first === undefined) seen.set(step.key, span);
      else
        report({
          kind: 'duplicate-key',
          key: step.key,
          pointer: pointerFrom(tokensOf(path)),
          span,
          first,
          isSame: false,
        });
      for (const problem of loneSurrogates(text, path, step.keyStart, step.keyEnd, step.key)) report(problem);
    },
    onScalar: (path, start, end) => {
      if (text[start] === '"') {
        const value = tokenText(text, start, end);
        for (const problem of loneSurrogates(text, path, start, end, value)) report(problem);
      } else {
        const literal = text.slice(start, end);
        const read = /\d$/.test(literal) ? inexactReading(literal) : undefined;
        if (read !== undefined) {
          report({
            kind: 'inexact-number',
            literal,
            read,
            pointer: pointerFrom(tokensOf(path)),
            span: [start, end],
          });
        }
      }
    },
  });
  return problems;
}

function loneSurrogates(
  text: string,
  path: readonly JsonStep[],
  start: number,
  end: number,
  value: string,
): readonly TextProblem[] {
  // Most strings are shorter than an escape.
  const escape = end - start < 8 ? undefined : loneSurrogateIn(value, text.slice(start, end));
  if (escape === undefined) return [];
  return [{ kind: 'lone-surrogate', escape, pointer: pointerFrom(tokensOf(path)), span: [start, end] }];
}
