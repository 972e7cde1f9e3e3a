import type { Document } from '../model/documents/document';
import {
  childPointer,
  isAtOrBelow,
  pointerTokens,
  valueAt,
  type JsonPointer,
} from '../model/json/json-pointer';
import type { Place } from '../model/documents/place';
import { documentName, fileOf, type Source } from '../model/documents/source';
import type { TextProblem } from '../model/documents/text-problem';

/** The part of a document at a pointer, as a document; undefined where the pointer leads nowhere. JSON and YAML work alike. */
export function partOfDocument(whole: Document, at: JsonPointer): Document | undefined {
  const value = valueAt(whole.value, at);
  if (value === undefined) return undefined;
  if (at === '') return whole;
  const pointer = pointerTokens(at).reduce<string>(childPointer, '');
  const exact = whole.exact === undefined ? undefined : valueAt(whole.exact, at);
  return {
    source: partOfSource(whole.source, pointer),
    kind: whole.kind,
    origin: whole.origin,
    value,
    ...(exact === undefined ? {} : { exact }),
    problems: whole.problems.flatMap((problem) => problemIn(problem, pointer)),
  };
}

/** The part of a source at a pointer. */
function partOfSource(source: Source, pointer: JsonPointer): Source {
  const outer = source.part?.name;
  const part = outer === undefined ? `#${pointer}` : `${outer} #${pointer}`;
  const whole = source.part?.whole ?? source;
  const placeIn = (place: Place) => placeBelow(place, source.name, pointer);
  return {
    name: documentName({ file: fileOf(source), part }),
    text: source.text,
    locate: (places) => source.locate(places.map(placeIn)),
    part: { whole, name: part, inside: { source, placeIn } },
  };
}

/** A place of the part in the source that it is a part of. The part as a whole is shown by its first token. */
function placeBelow(place: Place, file: string, pointer: JsonPointer): Place {
  if ('token' in place) return { file, pointer: `${pointer}${place.pointer}`, token: place.token };
  return 'span' in place ? { file, span: place.span } : { file, pointer, token: 'opening' };
}

/** The problems of a file that concern a part: those inside of it, and a repeated property on the way to it. */
function problemIn(problem: TextProblem, part: JsonPointer): readonly TextProblem[] {
  if (!('pointer' in problem)) return [problem];
  if (isAtOrBelow(problem.pointer, part))
    return [{ ...problem, pointer: problem.pointer.slice(part.length) }];
  return problem.kind === 'duplicate-key' && isAtOrBelow(part, problem.pointer)
    ? [{ ...problem, pointer: '' }]
    : [];
}
