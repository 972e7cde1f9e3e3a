import type { HttpAnswer, HttpHeaders } from '../../model/exchange';
import { decodeText } from '../../text/decode';
import { createJsonSource } from '../../text/json/json-source';
import { parseDocument, type DocumentIdentity } from '../../text/parse-document';
import type { Redact } from '../secrets/redact';
import { isSecretName } from '../secrets/secret-name';
import { BLANK, shownUrl } from '../secrets/shown-url';

/** A response that may still contain secrets, so it must not be shown. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: HttpHeaders;
  /** Without content encodings. */
  readonly bytes: Buffer;
}

/** Parses and redacts a response. `hasContent` is false if HTTP allows no body, even if headers announce one. */
export function readAnswer(
  { status, headers, bytes }: RawAnswer,
  identity: DocumentIdentity,
  {
    depth,
    redact,
    hasContent,
  }: { readonly depth: number; readonly redact: Redact; readonly hasContent: boolean },
): HttpAnswer {
  // JSON is UTF-8 even if `charset` says otherwise (RFC 8259 §8.1), and only JSON bodies are checked.
  const { text, problems } = decodeText(bytes);
  const body = hasContent
    ? parseDocument(identity, redact(text), { depth }, problems)
    : {
        source: createJsonSource(identity.name, ''),
        kind: identity.kind,
        origin: identity.origin,
        value: undefined,
        problems: [],
      };
  return { status, headers: headers.map(([name, value]) => [name, shownValue(name, value, redact)]), body };
}

function shownValue(name: string, value: string, redact: Redact): string {
  if (isSecretName(name)) return BLANK;
  const isLocation = /^(content-)?location$/i.test(name) && /[?@]/.test(value) && URL.canParse(value);
  return redact(isLocation ? shownUrl(new URL(value)) : value);
}
