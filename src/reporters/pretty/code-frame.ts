import type { TextRange } from '../../model/place';
import { clustersOf, displayWidth } from './display-width';
import { visibleText } from '../visible-text';

/** The line that a finding points into, ready to print, and the carets below it, in the same columns. */
export interface CodeFrame {
  readonly code: string;
  readonly carets: string;
}

/** How much of a long line is shown, however wide or narrow the terminal is, in columns. */
const MOST = 100;
const LEAST = 20;

/** The share of it that is shown before the token. */
const LEAD = 0.4;

/** The columns of the marks that show where a line is cut. */
const MARKS = 2;

/** How far the line is read per column, if it is not ASCII: an emoji of a family has eleven code units in two columns. */
const UNITS_PER_COLUMN = 8;

const ASCII = /^[\t\r\n -~]*$/;

/** A character as it is printed, or what is printed in its place. */
interface Cell {
  readonly text: string;
  readonly width: number;
  /** Where it ends in the text. */
  readonly end: number;
}

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
  const isPlain = ASCII.test(text.slice(Math.max(0, start.offset - window), start.offset + window));
  const reach = isPlain ? window : window * UNITS_PER_COLUMN;
  const lineStart = start.offset - (start.column - 1);
  const from = Math.max(lineStart, wholeCharacter(text, start.offset - reach));
  const cellsBefore = cellsOf(text.slice(from, start.offset), from);
  const rest = restOfLine(text, start.offset, reach);
  const cellsAfter = cellsOf(rest, start.offset);

  const isWhole = widthOf(cellsBefore) + widthOf(cellsAfter) <= window && from === lineStart;
  const room = isWhole
    ? Number.POSITIVE_INFINITY
    : Math.max(Math.floor(window * LEAD), window - widthOf(cellsAfter));
  const before = fitting(cellsBefore.toReversed(), room).toReversed();
  const after = fitting(cellsAfter, isWhole ? Number.POSITIVE_INFINITY : window - widthOf(before));
  const inToken = after.filter((cell) => cell.end <= end.offset);

  const lead = (from > lineStart || before.length < cellsBefore.length ? '…' : '') + textOf(before);
  const isCutAfter = after.length < cellsAfter.length || rest.length > reach;
  return {
    code: (lead + textOf(after) + (isCutAfter ? '…' : '')).trimEnd(),
    carets: ' '.repeat(displayWidth(lead)) + '^'.repeat(Math.max(1, widthOf(inToken))),
  };
}

/** Reads little more than the window, so that many findings in one line of megabytes stay cheap. */
function restOfLine(text: string, offset: number, reach: number): string {
  const ahead = text.slice(offset, wholeCharacter(text, offset + reach + 1));
  const newline = ahead.indexOf('\n');
  return newline === -1 ? ahead : ahead.slice(0, newline).replace(/\r$/, '');
}

/** The offset, or the one before it if it would split a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff ? offset - 1 : offset;
}

/** The characters of a part of a line that starts at `offset`. */
function cellsOf(code: string, offset: number): readonly Cell[] {
  let end = offset;
  return clustersOf(code).map((cluster) => {
    end += cluster.length;
    // A tab has no width of its own, so it becomes spaces, in the line and below it.
    const text = cluster === '\t' ? '    ' : visibleText(cluster);
    return { text, width: displayWidth(text), end };
  });
}

/** The first cells that fit into `room` columns. */
function fitting(cells: readonly Cell[], room: number): readonly Cell[] {
  let width = 0;
  const end = cells.findIndex((cell) => (width += cell.width) > room);
  return end === -1 ? cells : cells.slice(0, end);
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}

function textOf(cells: readonly Cell[]): string {
  return cells.map(({ text }) => text).join('');
}
