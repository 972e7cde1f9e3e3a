import type { Finding } from '../../model/findings/finding';
import { REACH_OF_WIDE } from '../../text/excerpt';
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

/** A character as it is printed, or what is printed in its place. */
interface Cell {
  readonly text: string;
  readonly width: number;
  /** Where it ends in the text. */
  readonly end: number;
}

/** Quotes the first line of a finding, cut to a window around its token; undefined without an excerpt. `columns` limits the width. */
export function codeFrame(
  { excerpt, start, end }: Pick<Finding, 'excerpt' | 'start' | 'end'>,
  columns = MOST + MARKS,
): CodeFrame | undefined {
  if (excerpt === undefined) return undefined;
  const window = Math.max(LEAST, Math.min(MOST, columns - MARKS));
  const line = excerpt.lines[start.line - excerpt.line] ?? '';
  const at = start.column - excerpt.column;
  // Excerpts do not reach further, unless somebody else made them.
  const reach = Math.min(at, REACH_OF_WIDE);
  const isCutBefore = excerpt.column > 1 || reach < at;
  const cellsBefore = cellsOf(line.slice(at - reach, at), start.offset - reach);
  const rest = line.slice(at);
  const cellsAfter = cellsOf(rest.slice(0, REACH_OF_WIDE), start.offset);

  const isWhole = widthOf(cellsBefore) + widthOf(cellsAfter) <= window && !isCutBefore;
  const room = isWhole
    ? Number.POSITIVE_INFINITY
    : Math.max(Math.floor(window * LEAD), window - widthOf(cellsAfter));
  const before = fitting(cellsBefore.toReversed(), room).toReversed();
  const after = fitting(cellsAfter, isWhole ? Number.POSITIVE_INFINITY : window - widthOf(before));
  const inToken = after.filter((cell) => cell.end <= end.offset);

  const lead = (isCutBefore || before.length < cellsBefore.length ? '…' : '') + textOf(before);
  const isCutAfter = after.length < cellsAfter.length || rest.length > REACH_OF_WIDE;
  return {
    code: (lead + textOf(after) + (isCutAfter ? '…' : '')).trimEnd(),
    carets: ' '.repeat(displayWidth(lead)) + '^'.repeat(Math.max(1, widthOf(inToken))),
  };
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
