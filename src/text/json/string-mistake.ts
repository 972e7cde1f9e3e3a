import type { TextProblem } from '../../model/documents/text-problem';
import { malformed } from '../malformed';
import { shownCode } from '../shown-code';

const ESCAPED: ReadonlyMap<string, string> = new Map([
  ['\t', '`\\t`'],
  ['\b', '`\\b`'],
  ['\f', '`\\f`'],
]);

/** What JSON does not allow in a string, and a whole escape that it allows. The first group that matches is the mistake. */
const mistakes = () =>
  /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})|(?<unicode>\\u[\da-fA-F]{0,3})|(?<escape>\\[^])|(?<control>(?![\x7F-\x9F])\p{Cc})/gu;

/** The first mistake inside a string that has its closing quote; `start` and `end` are the offsets of the string with its quotes. */
export function describeString(text: string, start: number, end: number): TextProblem {
  for (const { 0: found, index, groups } of text.slice(start, end).matchAll(mistakes())) {
    const at = start + index;
    if (groups?.['unicode'] !== undefined)
      return malformed(`${shownCode(found)} needs four hexadecimal digits after \\u`, at, at + found.length);
    if (groups?.['escape'] !== undefined) return malformed(describeEscape(found), at, at + found.length);
    if (groups?.['control'] !== undefined) return malformed(describeControl(found), at, at + 1);
  }
  return malformed('this string is not JSON: fix its escapes', start, end);
}

function describeEscape(escape: string): string {
  const character = escape.slice(1);
  if (/[\r\n]/.test(character)) return 'a string must end on its line: write a line break as `\\n`';
  const shown = shownCode(escape);
  if (character === "'") return `${shown} is not a JSON escape: write \`'\``;
  return `${shown} is not a JSON escape: write \`\\\\\` for a backslash, or \`\\u\` with four hexadecimal digits`;
}

function describeControl(character: string): string {
  const known = ESCAPED.get(character);
  const code = (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
  const name = character === '\t' ? 'a tab' : `the control character U+${code.toUpperCase()}`;
  return `${name} in a string must be escaped: write ${known ?? `\`\\u${code}\``}`;
}
