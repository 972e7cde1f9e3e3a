import type { Span, TextProblem } from '../../model/documents/text-problem';
import { malformed } from '../malformed';
import { unquotedText } from './unquoted-text';

/** An error of the YAML parser; `pos` are offsets. */
export interface YamlError {
  readonly code: string;
  readonly message: string;
  readonly pos: Span;
}

/**
 * Where a text stops being YAML, and how to fix it. The parser goes on after a syntax error, but what it reports then are mostly
 * consequences: only repeated properties are mistakes of their own.
 */
export function describeYamlErrors(errors: readonly YamlError[], text: string): readonly TextProblem[] {
  const [first] = errors.filter((error) => !isRepeat(error)).toSorted((x, y) => x.pos[0] - y.pos[0]);
  // After the parser ran out of stack, it adds an error for every level.
  const cause = errors.find(isOverflow) ?? first;
  const kept =
    cause === undefined
      ? errors
      : [...errors.filter((error) => isRepeat(error) && error.pos[0] < cause.pos[0]), cause];
  return kept.map((error) => describeYamlError(error, text));
}

/** Whether an error is about a property that an object has twice. */
export function isRepeat({ code }: YamlError): boolean {
  return code === 'DUPLICATE_KEY';
}

function isOverflow({ message }: YamlError): boolean {
  return message.includes('call stack');
}

function describeYamlError(error: YamlError, text: string): TextProblem {
  const {
    code,
    message,
    pos: [start, end],
  } = error;
  if (isOverflow(error)) return malformed('nests too deep to be read: flatten it', start, end);
  if (message.includes('alias count'))
    return malformed('its aliases expand to too many values: use fewer aliases', start, end);
  if (code === 'MULTIPLE_DOCS') return malformed('a second document starts here: keep only one', start, end);
  if (code === 'TAB_AS_INDENT')
    return malformed('YAML must be indented with spaces: replace the tabs', start, end);
  if (isRepeat(error)) {
    const from = startOfRepeat(error, text);
    const key = /^(?:"[^"\n]*"|'[^'\n]*'|[^:\s]+)/.exec(text.slice(from, from + 100))?.[0] ?? '';
    const remedy = key === '<<' ? 'merge several objects with `<<: [*a, *b]`' : 'remove one';
    return malformed(`the property \`${key}\` appears twice: ${remedy}`, from, from + key.length);
  }
  const braces = unquotedBraces(text, start);
  if (braces !== undefined) {
    const [from, to] = braces;
    return malformed(`\`{\` begins a map in YAML: put \`${text.slice(from, to)}\` in quotes`, from, to);
  }
  const unquoted = withoutQuotes(error, text);
  if (unquoted !== undefined) return malformed(unquoted.message, ...unquoted.span);
  const [, described] = SYNTAX.find(([pattern]) => pattern.test(message)) ?? [];
  const plain = message.charAt(0).toLowerCase() + message.slice(1);
  return malformed(described?.(message) ?? plain, start, end);
}

/** Words with braces and without quotes, such as `{name}.json` or `{a,b}/*`: each was meant as a string, not as a map. */
const BRACES = /[^\s"'[\],{}]*(?:\{[A-Za-z_][\w-]*(?:,[\w-]+)*\}[^\s"'[\],{}]*)+/g;

/** Where such a word is at an offset. */
function unquotedBraces(text: string, offset: number): Span | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const [line = ''] = text.slice(start, start + LONGEST_LINE).split('\n', 1);
  for (const { 0: word, index } of line.matchAll(BRACES)) {
    const from = start + index;
    const to = from + word.replace(/:$/, '').length;
    if (from <= offset && offset <= to) return [from, to];
  }
  return undefined;
}

const LONGEST_LINE = 1000;

/** Errors about the first character of a text that was meant as a string. */
const AT_START = /^alias cannot be an empty string|^block scalar header includes/i;
/** Errors about a character in such a text; elsewhere it may be a value that is out of place. */
const INSIDE =
  /^unexpected (?:scalar|(?:flow-seq-start|flow-map-start|alias|anchor|tag) at node end)|^missing , or : between flow/i;

/** The text in which an error is because it has no quotes. */
function withoutQuotes({ message, pos: [start] }: YamlError, text: string): ReturnType<typeof unquotedText> {
  const isInside = INSIDE.test(message) && /[^\s,]/.test(text[start - 1] ?? ' ');
  const found = isInside || AT_START.test(message) ? unquotedText(text, start) : undefined;
  return found === undefined || (isInside && found.span[0] === start) ? undefined : found;
}

/** The messages of the parser that speak of its own terms, in words for the author of the text. */
const SYNTAX: readonly (readonly [pattern: RegExp, describe: (message: string) => string])[] = [
  [/end with a \]/, () => 'an array is not closed: expected `]`, indented by at least one space'],
  [/end with a \}/, () => 'an object is not closed: expected `}`, indented by at least one space'],
  [/unexpected scalar/i, () => 'unexpected text after a value: remove it, or fix the indentation'],
  [/unexpected flow-\w+-end token/i, (message) => `unexpected \`${message.slice(-2, -1)}\`: remove it`],
  [/^missing , or : between flow/i, () => 'a comma belongs before this item: add it'],
  [/missing closing .quote/i, () => 'a string is not closed: add its closing quote'],
  [
    /implicit (?:map )?keys need to be/i,
    () => 'expected a colon and a space after a property name, as in `name: value`',
  ],
  [
    /nested mappings are not allowed/i,
    () => 'a value that contains a colon and a space needs quotes: add them',
  ],
  [
    /all mapping items must start/i,
    () => 'this property is indented differently from those before it: align them',
  ],
  [
    /all sequence items must start/i,
    () => 'this item is indented differently from those before it: align them',
  ],
  [
    /cannot start with (?:reserved|directive indicator) character/i,
    (message) => `a value that starts with ${message.slice(-1)} needs quotes: add them`,
  ],
  [
    /invalid escape sequence/i,
    () => 'this backslash is not a YAML escape: use single quotes, or double the backslash',
  ],
];

/** Where the name of a repeated property starts. After a property without a value, the parser gives the end of its line. */
export function startOfRepeat({ pos: [start] }: YamlError, text: string): number {
  return start + text.slice(start).search(/\S|$/);
}
