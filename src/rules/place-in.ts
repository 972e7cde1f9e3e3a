import type { Document } from '../model/documents/document';
import type { JsonPointer } from '../model/json/json-pointer';
import type { Place, Token } from '../model/documents/place';

/** The place of a token in a document, for a finding. */
export function placeIn(document: Document, pointer: JsonPointer, token: Token): Place {
  return { file: document.source.name, pointer, token };
}
