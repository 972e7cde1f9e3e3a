import type { TextRange } from '../model/place';
import { displayWidth } from './display-width';
import { visibleText } from './visible-text';

/** The line that a finding points into, ready to print, and the carets below it, in the same columns. */
export interface CodeFrame {
  readonly code: string;
  readonly carets: string;
}

/** How much of a long line is shown, however wide or narrow the terminal is, in UTF-16 code units. */
const MOST = 100;
const LEAST = 20;

/** The share of it that is shown before the token. */
const LEAD = 0.4;

/** The columns of the marks that show where a line is cut. */
const MARKS = 2;

/**
 * Quotes the line in which a range starts, cut to a window around the token; undefined if the text has nothing to quote.
 * `columns` limits the width.
 */
export function codeFrame(
  text: string,
  { start, end }: TextRange,
  columns = MOST + MARKS,
): CodeFrame | undefined {
  if (text === '') return undefined;
  const window = Math.max(LEAST, Math.min(MOST, columns - MARKS));
  const lead = Math.floor(window * LEAD);
  const lineStart = start.offset - (start.column - 1);
  const lineEnd = start.offset + restOfLine(text, start.offset, window).length;
  const isLong = lineEnd - lineStart > window;
  const from = isLong
    ? wholeCharacter(text, Math.max(lineStart, Math.min(start.offset - lead, lineEnd - window)))
    : lineStart;
  const to = isLong ? wholeCharacter(text, Math.min(lineEnd, from + window)) : lineEnd;
  const tokenEnd = Math.min(end.offset, to);

  const before = (from > lineStart ? '…' : '') + printable(text.slice(from, start.offset));
  const token = printable(text.slice(start.offset, tokenEnd));
  const after = printable(text.slice(tokenEnd, to)) + (to < lineEnd ? '…' : '');
  return {
    code: (before + token + after).trimEnd(),
    carets: ' '.repeat(displayWidth(before)) + '^'.repeat(Math.max(1, displayWidth(token))),
  };
}

/** Reads no further than the window, so that many findings in one line of megabytes stay cheap. */
function restOfLine(text: string, offset: number, window: number): string {
  const ahead = text.slice(offset, offset + window + 1);
  const newline = ahead.indexOf('\n');
  return newline === -1 ? ahead : ahead.slice(0, newline).replace(/\r$/, '');
}

/** The offset, or the one before it if it would split a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff ? offset - 1 : offset;
}

/** A tab has no width of its own, so it becomes spaces, in the line and below it. */
function printable(code: string): string {
  return visibleText(code.replaceAll('\t', '    '));
}
