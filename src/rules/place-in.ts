import type { Document } from '../model/document';
import type { JsonPointer } from '../model/json-pointer';
import type { Place, Token } from '../model/place';

/** The place of a token in a document, for a finding. */
export function placeIn(document: Document, pointer: JsonPointer, token: Token): Place {
  return { file: document.source.name, pointer, token };
}
