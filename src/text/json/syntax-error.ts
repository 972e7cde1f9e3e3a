import type { TextProblem } from '../../model/documents/text-problem';
import {
  firstSyntaxError,
  type Expecting,
  type FirstSyntaxError,
  type OpenContainer,
} from './first-syntax-error';
import { describeLiteral } from './literal-mistake';
import { malformed } from '../malformed';
import { shownCode } from '../shown-code';
import { describeString } from './string-mistake';

/** The first syntax error of a text, and how to fix it. Called only for texts that JSON.parse rejects; `parseError` is its message. */
export function describeSyntaxError(text: string, parseError: string): TextProblem {
  const error = firstSyntaxError(text);
  // Where the tolerant parser accepts what JSON.parse rejects, the message of JSON.parse is the best there is.
  if (error === undefined) return malformed(parseError, 0, 0);
  const { code, start, end } = error;
  switch (code) {
    case 'InvalidCommentToken':
      return malformed(
        isUnclosed(text.slice(start, end))
          ? 'the comment is not closed: end it with `*/`, or remove it'
          : 'JSON does not allow comments: remove it',
        start,
        end,
      );
    case 'UnexpectedEndOfString':
      return malformed(describeUnclosedString(text.slice(start, end)), start, end);
    case 'InvalidCharacter':
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return describeString(text, start, end);
    default:
      return describeToken(text, error);
  }
}

function isUnclosed(comment: string): boolean {
  return comment.startsWith('/*') && (comment.length < 4 || !comment.endsWith('*/'));
}

function describeUnclosedString(token: string): string {
  const curly = /[“”„‟]/u.exec(token)?.[0];
  return curly === undefined
    ? 'a string is not closed: add its closing quote on this line'
    : `a string is not closed: replace \`${curly}\` by a straight double quote`;
}

function describeToken(text: string, error: FirstSyntaxError): TextProblem {
  if (error.start >= text.length) return malformed(describeEnd(text, error), text.length, text.length);
  // The parser ends a number before the first character that does not belong to it: `00` are two numbers, `0x1F` a number and a word.
  const start = startOfWord(text, error.start);
  const expecting = start < error.start ? 'value' : error.expecting;
  const before = text.slice(0, start).trimEnd();
  return (
    misplaced(text, start, before, expecting) ??
    wrongWord(text, start, before, expecting) ??
    unexpected(text, { ...error, start, expecting })
  );
}

/** A mistake that its first character shows, whatever is expected. */
function misplaced(
  text: string,
  start: number,
  before: string,
  expecting: Expecting,
): TextProblem | undefined {
  const character = text[start] ?? '';
  if (before.endsWith(',') && /[}\]]/.test(character))
    return malformed('JSON does not allow trailing commas: remove it', before.length - 1, before.length);
  if (character === '#' || text.startsWith('<!--', start))
    return malformed(
      `\`${character === '#' ? '#' : '<!--'}\` begins no comment in JSON: remove it; \`json: { comments: true }\` in the manifest allows only \`//\` and \`/* */\``,
      start,
      start + lineAt(text, start).length,
    );
  if (character === '\\')
    return malformed('a backslash is allowed only in a string: remove it', start, start + 1);
  const from = character === '{' && text[start - 1] === '{' ? start - 1 : start;
  const placeholder = match(PLACEHOLDER, text, from);
  if (placeholder !== '' && !(before === '' && character === '<'))
    return malformed('a placeholder is not JSON: put it in quotes', from, from + placeholder.length);
  for (const [pattern, remedy] of QUOTED) {
    const quoted = match(pattern, text, start);
    if (quoted !== '') return malformed(`JSON strings need ${remedy}`, start, start + quoted.length);
  }
  const isAfterString = text[start - 1] === '"' && ['comma', 'colon', 'end'].includes(expecting);
  return isAfterString && /[\p{L}\d]/u.test(character)
    ? malformed('a quote inside a string must be escaped: write `\\"`', start - 1, start)
    : undefined;
}

/** Placeholders of templates: `${x}`, `{{ x }}`, `<x>`. */
const PLACEHOLDER = /\$\{[^}\n]*\}|\{\{[^}\n]*\}\}|<[\w .-]+>(?![^\s,\]}])/y;

/** Strings in other quotes: to the closing one on the same line, or else a word. */
const QUOTED: readonly (readonly [pattern: RegExp, remedy: string])[] = [
  [/'(?:(?:[^'\\\n]|\\.)*'|[^\s,:[\]{}"]*)/y, 'double quotes: replace the single quotes'],
  [/`(?:[^`\n]*`|[^\s,:[\]{}"]*)/y, 'double quotes: replace the backquotes'],
  [
    /[“”„‟‘’‚‛«»](?:[^“”„‟‘’‚‛«»\n]*[“”„‟‘’‚‛«»]|[^\s,:[\]{}"]*)/uy,
    'straight double quotes: replace the curly quotes',
  ],
];

/** A word that is not JSON, where a property name or a value is expected. */
function wrongWord(
  text: string,
  start: number,
  before: string,
  expecting: Expecting,
): TextProblem | undefined {
  const word = match(wordForm(), text, start);
  const end = start + word.length;
  switch (expecting) {
    case 'first-name':
    case 'name': {
      const name = match(nameForm(), text, start);
      if (name !== '')
        return malformed(
          `JSON property names need double quotes: write ${shownCode(`"${name}"`)}`,
          start,
          start + name.length,
        );
      return /^(?:\.{3}|…)/u.test(word) ? malformed(describeLiteral(word), start, end) : undefined;
    }
    case 'document':
    case 'value':
    case 'first-item':
    case 'item': {
      const foreign = before === '' ? foreignLanguage(text.slice(start, start + 100)) : undefined;
      if (foreign !== undefined) return malformed(foreign, start, end);
      return /[\p{L}\p{N}]|^[-+]|^\.{3}|^…/u.test(word)
        ? malformed(describeLiteral(word), start, end)
        : undefined;
    }
    case 'colon':
    case 'comma':
    case 'end':
      return undefined;
  }
}

const wordForm = () => /[^\s,:;=[\]{}"'`\\\p{Cc}\p{Cf}]+/uy;

/** A property name without quotes, which may have spaces inside. */
const nameForm = () =>
  /[^\s,:;=[\]{}"'`\\\p{Cc}\p{Cf}]+(?:[ \t]+[^\s,:;=[\]{}"'`\\\p{Cc}\p{Cf}]+)*(?=\s*:)/uy;

/** The message for a text that begins like another language. */
function foreignLanguage(text: string): string | undefined {
  if (/^<[!?\w]/.test(text)) return 'expected JSON, got HTML or XML';
  if (/^HTTP\/\d/.test(text))
    return 'expected JSON, got an HTTP response with its headers: keep only the body';
  return /^(?:---|- |[\w-]+:(?:\s|$))/.test(text) ? 'expected JSON, got YAML: convert it' : undefined;
}

/** What is expected instead of the token at `start`. */
function unexpected(text: string, { start, end, expecting, container }: FirstSyntaxError): TextProblem {
  const word = match(wordForm(), text, start);
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const token = character === '"' ? text.slice(start, end) : word === '' ? character : word;
  const span = [start, start + token.length] as const;
  if (/^[\s\p{Cc}\p{Cf}]/u.test(token)) return malformed(describeInvisible(token), ...span);
  const got = `got ${shownCode(token)}`;
  switch (expecting) {
    case 'name':
    case 'item':
      if (token === ',') return malformed('two commas in a row: remove one', ...span);
      return malformed(
        `expected ${expecting === 'name' ? 'a property name in double quotes' : 'a value'}, ${got}`,
        ...span,
      );
    case 'first-name':
      return malformed(
        `expected a property name${token === ',' ? '' : ' in double quotes'}, ${got}${token === ',' ? ': remove it' : ''}`,
        ...span,
      );
    case 'first-item':
      return malformed(`expected a value, ${got}${token === ',' ? ': remove it' : ''}`, ...span);
    case 'document':
      return malformed(`expected a value, ${got}`, ...span);
    case 'value':
      return malformed(`expected a value after the colon, ${got}`, ...span);
    case 'colon':
      return malformed(
        `expected a colon${/[},]/.test(token) ? ' and a value' : ''} after the property name, ${got}`,
        ...span,
      );
    case 'comma':
      return malformed(describeMissingComma(text, token, container), ...span);
    case 'end':
      return malformed(
        /^(?:[[{"]|---)/.test(token)
          ? 'a second document starts here: keep only one'
          : `expected nothing after the document, ${got}: remove it`,
        ...span,
      );
  }
}

function describeMissingComma(text: string, token: string, container: OpenContainer | undefined): string {
  const found = shownCode(token);
  if (/^[\p{L}\p{N}"[{-]/u.test(token)) return `expected a comma before ${found}`;
  if (container === undefined || !/^[\]}:]/.test(token)) return `expected a comma, got ${found}`;
  const { kind } = container;
  if (token !== ':')
    return `expected ${CLOSING[kind]} to close the ${kind} that starts on line ${lineOf(text, container)}, got ${found}`;
  return kind === 'array'
    ? `expected a comma, got ${found}: only objects have properties`
    : `expected a comma, got ${found}`;
}

const CLOSING = { array: '`]`', object: '`}`' } as const;

/** What must come before the container can be closed. */
const NEXT: ReadonlyMap<Expecting, string> = new Map([
  ['name', 'a property name'],
  ['colon', 'a colon'],
  ['value', 'a value'],
  ['item', 'a value'],
]);

function describeEnd(text: string, { expecting, container }: FirstSyntaxError): string {
  if (container === undefined) return 'expected a value, got the end of the text';
  const { kind } = container;
  const wanted = NEXT.get(expecting) ?? CLOSING[kind];
  return `the ${kind} that starts on line ${lineOf(text, container)} is not closed: expected ${wanted}, got the end of the text`;
}

function describeInvisible(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const remedy = /\s/.test(character) && character !== '\uFEFF' ? 'replace it by a space' : 'remove it';
  return `the invisible character U+${code} is not JSON: ${remedy}`;
}

function startOfWord(text: string, start: number): number {
  let from = start;
  if (match(wordForm(), text, start) === '') return start;
  while (from > 0 && /[\p{L}\p{N}_.+-]/u.test(text[from - 1] ?? '')) from -= 1;
  return from;
}

function lineOf(text: string, { start }: OpenContainer): number {
  return text.slice(0, start).split('\n').length;
}

/** The rest of the line, without its end. */
function lineAt(text: string, start: number): string {
  return match(/[^\r\n]*/y, text, start);
}

/** What a sticky expression matches at an offset; empty if it does not. */
function match(pattern: RegExp, text: string, start: number): string {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0] ?? '';
}
