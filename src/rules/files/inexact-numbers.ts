import { exactValueOf, type Document } from '../../model/documents/document';
import { ExactNumber, isJsonNumber } from '../../model/json/exact-number';
import { pointerFrom, type JsonPointer } from '../../model/json/json-pointer';
import { OPENAPI_ORIGIN } from '../../model/project/open-api';
import type { Place } from '../../model/documents/place';
import { inexactReading } from '../../text/json/number-literal';
import { MOST_AMBIGUITIES } from '../../text/json/strict-json';
import { placeIn } from '../place-in';

/** A number that JavaScript reads as another one. */
export interface InexactNumber {
  readonly pointer: JsonPointer;
  readonly place: Place;
  readonly literal: string;
  readonly read: string;
}

/**
 * The numbers of a document that JavaScript would round. Reading JSON finds them in the text; in YAML, and in the examples of an OpenAPI document,
 * they are looked for in the value.
 */
export function inexactNumbers(document: Document): readonly InexactNumber[] {
  if (document.origin !== OPENAPI_ORIGIN && !/\.ya?ml(?=$|[ #])/i.test(document.source.name))
    return document.problems.flatMap((problem) =>
      problem.kind === 'inexact-number'
        ? [
            {
              pointer: problem.pointer,
              place: { file: document.source.name, span: problem.span, pointer: problem.pointer },
              literal: problem.literal,
              read: problem.read,
            },
          ]
        : [],
    );
  return numbersIn(exactValueOf(document)).map((found) => ({
    ...found,
    place: placeIn(document, found.pointer, 'value'),
  }));
}

function numbersIn(value: unknown): readonly Omit<InexactNumber, 'place'>[] {
  const found: Omit<InexactNumber, 'place'>[] = [];
  /** To the number: hardly any is inexact, and pointers to all values take long. */
  const steps: (string | number)[] = [];
  visit(value);
  return found;

  function visit(each: unknown): void {
    if (found.length >= MOST_AMBIGUITIES) return;
    if (isJsonNumber(each)) {
      const literal = each instanceof ExactNumber ? each.literal : String(each);
      const read = inexactReading(literal);
      if (read !== undefined) found.push({ pointer: pointerFrom(steps), literal, read });
      return;
    }
    if (typeof each !== 'object' || each === null) return;
    const container: Readonly<Record<string, unknown>> = Object(each);
    for (const key in container) {
      steps.push(key);
      visit(container[key]);
      steps.pop();
    }
  }
}
