import { isUtf8 } from 'node:buffer';

import type { TextProblem } from '../model/documents/text-problem';

/** A file's bytes as text. Offsets in the text are kept: a byte order mark stays, as U+FEFF. */
export interface DecodedText {
  readonly text: string;
  readonly problems: readonly TextProblem[];
}

/** Decodes UTF-8, the only encoding of JSON between systems (RFC 8259 §8.1), and reports the first byte that is not UTF-8. */
export function decodeText(bytes: Buffer): DecodedText {
  const text = bytes.toString('utf8');
  if (isUtf16(bytes)) return { text, problems: [{ kind: 'utf-16', span: [0, 1] }] };
  if (!isUtf8(bytes)) return { text, problems: [notUtf8(bytes, text)] };
  return { text, problems: text.startsWith('\uFEFF') ? [{ kind: 'byte-order-mark', span: [0, 1] }] : [] };
}

/** With a byte order mark, or with a zero in each of the first two pairs of bytes: JSON and YAML start with ASCII. */
function isUtf16(bytes: Buffer): boolean {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return false;
  const [first = 0, second = 0, third, fourth] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  if (first === 0) return second !== 0 && (third === undefined || third === 0);
  return second === 0 && (fourth === undefined || fourth === 0) && third !== 0;
}

/** Decoding replaces wrong bytes by U+FFFD: the first U+FFFD that the bytes do not really contain marks the first wrong byte. */
function notUtf8(bytes: Buffer, text: string): TextProblem {
  let byteOffset = 0;
  let from = 0;
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', from)) {
    byteOffset += Buffer.byteLength(text.slice(from, at));
    if (bytes[byteOffset] !== 0xef || bytes[byteOffset + 1] !== 0xbf || bytes[byteOffset + 2] !== 0xbd) {
      return { kind: 'not-utf-8', byteOffset, span: [at, at + 1] };
    }
    byteOffset += 3;
    from = at + 1;
  }
  return { kind: 'not-utf-8', byteOffset, span: [0, 0] };
}
