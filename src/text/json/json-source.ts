import { childPointer, parentPointer, type JsonPointer } from '../../model/json/json-pointer';
import type { Place, Token } from '../../model/documents/place';
import type { Source } from '../../model/documents/source';
import type { Span } from '../../model/documents/text-problem';
import { walkJson, type JsonStep } from './json-walk';
import { createSource, explicitSpan, type SpanFinder } from '../text-source';

/** A JSON text. All the places asked for in one call are found in one walk over its tokens. */
export function createJsonSource(name: string, text: string): Source {
  return createSource(name, text, findJsonSpans);
}

/** Finds the tokens of a JSON text. */
function findJsonSpans(places: readonly Place[], text: string): ReturnType<SpanFinder> {
  const found = places.some((place) => 'token' in place) ? findTokens(text, places) : undefined;
  return places.map((place) =>
    'token' in place ? found?.get(tokenKey(place.token, place.pointer)) : explicitSpan(place),
  );
}

/** Finds the tokens of a text that is read as another one of the same length: without its comments, for example. */
export function findSpansOf(read: string, text: string): SpanFinder {
  return read === text ? findJsonSpans : (places) => findJsonSpans(places, read);
}

function tokenKey(token: Token, pointer: JsonPointer): string {
  return `${token}${pointer}`;
}

/**
 * For duplicate properties the last one counts, as it does in the value that JSON.parse returns.
 * The pointer of each open container is kept during the walk, so that each token costs one concatenation.
 */
function findTokens(text: string, places: readonly Place[]): ReadonlyMap<string, Span> {
  const wanted = new Set(places.flatMap((place) => ('token' in place ? [place.pointer] : [])));
  // The containers that something wanted is in: the others are skipped.
  const around = new Set<JsonPointer>();
  for (const pointer of wanted)
    for (let at = pointer; at !== '' && !around.has(parentPointer(at)); at = parentPointer(at))
      around.add(parentPointer(at));
  const spans = new Map<string, Span>();
  const containers: JsonPointer[] = [];
  const here = (path: readonly JsonStep[]): JsonPointer => {
    const step = path.at(-1);
    return step === undefined
      ? ''
      : childPointer(containers.at(-1) ?? '', step.kind === 'object' ? step.key : step.index);
  };
  walkJson(text, {
    onKey: (path) => {
      const step = path.at(-1);
      const pointer = here(path);
      if (step !== undefined && wanted.has(pointer))
        spans.set(tokenKey('key', pointer), [step.keyStart, step.keyEnd]);
    },
    onScalar: (path, start, end) => {
      const pointer = here(path);
      if (wanted.has(pointer)) {
        spans.set(tokenKey('value', pointer), [start, end]);
        spans.set(tokenKey('opening', pointer), [start, end]);
      }
    },
    onOpen: (path, start) => {
      const pointer = here(path);
      containers.push(pointer);
      if (wanted.has(pointer)) spans.set(tokenKey('opening', pointer), [start, start + 1]);
      return around.has(pointer) ? undefined : 'skip';
    },
    onClose: (_, start, end) => {
      const pointer = containers.pop();
      if (pointer !== undefined && wanted.has(pointer)) spans.set(tokenKey('value', pointer), [start, end]);
    },
  });
  return spans;
}
