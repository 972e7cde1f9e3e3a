import type { Excerpt } from '../model/findings/finding';
import type { TextRange } from '../model/documents/place';

/** How many lines before and after the first line of a finding are shown. */
const AROUND = 2;

/** How far lines are shown before and after the column of a finding. */
const REACH = 100;

/** The same in texts that are not ASCII: an emoji of a family has eleven code units in two columns. */
export const REACH_OF_WIDE = 800;

/** How far other lines are searched for: a line may have megabytes. */
const SEARCHED = 2000;

const ASCII = /^[\t\r\n -~]*$/;

/** The lines around the start of a range; undefined if the text is empty. */
export function excerptOf(text: string, { start }: Pick<TextRange, 'start'>): Excerpt | undefined {
  if (text === '') return undefined;
  const isPlain = ASCII.test(text.slice(Math.max(0, start.offset - REACH), start.offset + REACH));
  const reach = isPlain ? REACH : REACH_OF_WIDE;
  const lineStart = start.offset - (start.column - 1);
  const from = Math.max(lineStart, wholeCharacter(text, start.offset - reach));
  const cut = from - lineStart;
  const before = linesBefore(text, lineStart);
  const width = start.offset - from + reach + 1;
  return {
    line: start.line - before.length,
    column: cut + 1,
    lines: [
      ...before.map((line) => clip(line, cut, width)),
      ...linesFrom(text, from, width).map((line, index) => clip(line, index === 0 ? 0 : cut, width)),
    ],
  };
}

function linesBefore(text: string, lineStart: number): readonly string[] {
  const begin = Math.max(0, lineStart - SEARCHED);
  const lines = text.slice(begin, lineStart).split('\n').slice(0, -1);
  return (begin === 0 ? lines : lines.slice(1)).slice(-AROUND).map(withoutReturn);
}

/** The rest of the line, and the lines after it; the empty one after the last line break is none. */
function linesFrom(text: string, from: number, width: number): readonly string[] {
  const end = from + width + SEARCHED;
  const lines = text.slice(from, end).split('\n');
  const isLast = end >= text.length && lines.length > 1 && lines.at(-1) === '';
  return (isLast ? lines.slice(0, -1) : lines).slice(0, AROUND + 1).map(withoutReturn);
}

function withoutReturn(line: string): string {
  return line.replace(/\r$/, '');
}

function clip(line: string, from: number, width: number): string {
  return line.slice(from, wholeCharacter(line, from + width));
}

/** The offset, or the one before it if it would split a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff ? offset - 1 : offset;
}
