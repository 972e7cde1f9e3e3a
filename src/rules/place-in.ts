import type { Document } from '../model/document';
import type { JsonPointer } from '../model/json-pointer';
import type { Place, Token } from '../model/place';

/** A token of a document, as a finding points at it. */
export function placeIn(document: Document, pointer: JsonPointer, token: Token): Place {
  return { file: document.source.name, pointer, token };
}
