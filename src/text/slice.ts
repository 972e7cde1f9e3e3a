import type { Position } from '../model/documents/place';
import { documentName, type Source } from '../model/documents/source';
import type { Span, TextProblem } from '../model/documents/text-problem';
import { createLineIndex } from './line-index';
import { createTextSource, explicitSpan, type SpanFinder } from './text-source';

/** A text that has several documents one after another. */
export interface WholeText {
  readonly source: Source;
  readonly positionAt: (offset: number) => Position;
}

/** A document in a larger text: its own text, and where each of its characters is in the larger one. */
export interface TextSlice {
  /** `line 3`, `block 4`. */
  readonly part: string;
  readonly text: string;
  /** The line of the larger text that it starts on, from 1. */
  readonly firstLine: number;
  readonly offsetOf: (offset: number) => number;
}

export function createWholeText(name: string, text: string): WholeText {
  return { source: createTextSource(name, text), positionAt: createLineIndex(text) };
}

/** The source of a slice; `find` finds its tokens by offsets in its own text. Places that are given by offsets count in the larger text. */
export function createSliceSource(
  { source: whole, positionAt }: WholeText,
  slice: TextSlice,
  find: SpanFinder,
): Source {
  const rangeOf = ([start, end]: Span) => ({ start: positionAt(start), end: positionAt(end) });
  const first = slice.offsetOf(0);
  return {
    name: documentName({ file: whole.name, part: slice.part }),
    text: whole.text,
    locate: (places) => {
      const found = find(places, slice.text);
      return places.map((place, index) => {
        const span = explicitSpan(place);
        if (span !== undefined) return rangeOf(span);
        const token = found[index];
        if (token === undefined) return rangeOf([first, first]);
        if (!('span' in token)) return rangeOf(spanIn(slice, token));
        const behind = rangeOf(spanIn(slice, token.behind));
        return { ...rangeOf(spanIn(slice, token.span)), behind: { ...behind, anchor: token.anchor } };
      });
    },
    part: { whole, name: slice.part },
  };
}

/** A problem of a slice, with its offsets in the larger text. */
export function problemInWhole(slice: TextSlice, problem: TextProblem): TextProblem {
  if (problem.kind === 'malformed') {
    // A message names the line on which an object starts, or the file.
    const message = problem.message
      .replace(/(?<= starts on line )\d+/, (line) => `${Number(line) + slice.firstLine - 1}`)
      .replace(/^the file is empty/, 'the block is empty');
    return { ...problem, message, span: spanIn(slice, problem.span) };
  }
  if (problem.kind === 'duplicate-key')
    return { ...problem, span: spanIn(slice, problem.span), first: spanIn(slice, problem.first) };
  return 'span' in problem ? { ...problem, span: spanIn(slice, problem.span) } : problem;
}

/** The end is found from the last character: the next one may be on another line, after an indentation. */
function spanIn({ offsetOf }: TextSlice, [start, end]: Span): Span {
  const from = offsetOf(start);
  return end > start ? [from, offsetOf(end - 1) + 1] : [from, from];
}
