import type { HttpAnswer, HttpHeaders } from '../../model/live/exchange';
import { decodeText } from '../../text/decode';
import { createJsonSource } from '../../text/json/json-source';
import { parseDocument, type DocumentIdentity } from '../../text/parse-document';

/** A response as it was received. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: HttpHeaders;
  /** Without content encodings. */
  readonly bytes: Buffer;
}

/** Parses a response. `hasContent` is false if HTTP allows no body, even if headers announce one. */
export function readAnswer(
  { status, headers, bytes }: RawAnswer,
  identity: DocumentIdentity,
  { depth, hasContent }: { readonly depth: number; readonly hasContent: boolean },
): HttpAnswer {
  // JSON is UTF-8 even if `charset` says otherwise (RFC 8259 §8.1), and only JSON bodies are checked.
  const { text, problems } = decodeText(bytes);
  const body = hasContent
    ? parseDocument(identity, text, { depth }, problems)
    : {
        source: createJsonSource(identity.name, ''),
        kind: identity.kind,
        origin: identity.origin,
        value: undefined,
        problems: [],
      };
  return { status, headers, body };
}
