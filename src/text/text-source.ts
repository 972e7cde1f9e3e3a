import type { Place } from '../model/place';
import type { Source } from '../model/source';
import type { Span } from '../model/text-problem';
import { createLineIndex } from './line-index';

/** Finds the spans of the tokens at these places, from the syntax of the text. A span is undefined where there is no such token. */
export type SpanFinder = (places: readonly Place[]) => readonly (Span | undefined)[];

/** A text whose places are found by `find`. A place that does not exist is located at the start of the text. */
export function createSource(name: string, text: string, find: SpanFinder): Source {
  const positionAt = createLineIndex(text);
  return {
    name,
    text,
    locate: (places) =>
      find(places).map((span) => {
        const [start, end] = span ?? [0, 0];
        return { start: positionAt(start), end: positionAt(end) };
      }),
  };
}

/** A text without tokens, such as a file that a fact is read from. */
export function createTextSource(name: string, text: string): Source {
  return createSource(name, text, (places) => places.map(explicitSpan));
}

/** The span of a place that is given by offsets. */
export function explicitSpan(place: Place): Span | undefined {
  return 'span' in place ? place.span : undefined;
}
