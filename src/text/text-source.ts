import type { Place, Position, TokenRange } from '../model/documents/place';
import type { Source } from '../model/documents/source';
import type { Span } from '../model/documents/text-problem';
import { createLineIndex } from './line-index';

/** A token behind a YAML alias: the span of the alias, and that of the token itself. */
export interface FoundToken {
  readonly span: Span;
  readonly behind: Span;
  /** The name of the anchor. */
  readonly anchor: string;
}

/**
 * Finds the spans of the tokens at these places, from the syntax of the text. A span is undefined where there is no such token. It gets the text, so
 * that all texts of one syntax share a finder.
 */
export type SpanFinder = (
  places: readonly Place[],
  text: string,
) => readonly (Span | FoundToken | undefined)[];

/** A text whose places are found by `find`. A place that does not exist is located at the start of the text. */
export function createSource(
  name: string,
  text: string,
  find: SpanFinder,
  positionAt?: (offset: number) => Position,
): Source {
  // Most texts are never searched, and there may be a hundred thousand of them.
  let position = positionAt;
  return {
    name,
    text,
    locate: (places) => {
      position ??= createLineIndex(text);
      return rangesOf(find(places, text), position);
    },
  };
}

function rangesOf(
  spans: ReturnType<SpanFinder>,
  positionAt: (offset: number) => Position,
): readonly TokenRange[] {
  const rangeOf = ([start, end]: Span) => ({ start: positionAt(start), end: positionAt(end) });
  return spans.map((found) => {
    if (found === undefined) return rangeOf([0, 0]);
    if (!('span' in found)) return rangeOf(found);
    const { span, behind, anchor } = found;
    return { ...rangeOf(span), behind: { ...rangeOf(behind), anchor } };
  });
}

/** A text without tokens, such as a file that a fact is read from. */
export function createTextSource(name: string, text: string): Source {
  return createSource(name, text, (places) => places.map(explicitSpan));
}

/** The span of a place that is given by offsets. */
export function explicitSpan(place: Place): Span | undefined {
  return 'span' in place ? place.span : undefined;
}
