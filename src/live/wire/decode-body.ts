import { promisify } from 'node:util';

import { headerValues, type ExchangeFailure, type HttpHeaders } from '../../model/live/exchange';
import { codeOf, messageOf } from '../../model/thrown';
import { quote } from '../../wording/quote';
import { tooLarge } from '../failures/given-up';

/** A body without its content encodings, or why it could not be decoded. */
export type DecodedBody =
  | { readonly kind: 'decoded'; readonly bytes: Buffer }
  | { readonly kind: 'failed'; readonly failure: ExchangeFailure };

type Decode = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

/** Decodes a body by its `Content-Encoding`, up to `most` bytes: a small body may decode to a huge one. */
export async function decodeBody(body: Buffer, headers: HttpHeaders, most: number): Promise<DecodedBody> {
  const encodings = headerValues(headers, 'content-encoding').map((encoding) => encoding.toLowerCase());
  let bytes = body;
  for (const encoding of encodings.toReversed()) {
    // An empty body, as after HEAD, is not encoded, although the header may say so.
    if (bytes.length === 0 || encoding === 'identity') continue;
    const decode = decoderOf(encoding, bytes);
    if (decode === undefined) return badEncoding(`has the unsupported encoding ${quote(encoding)}`);
    try {
      bytes = await decode(bytes, { maxOutputLength: most });
    } catch (error) {
      if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') return { kind: 'failed', failure: tooLarge(most) };
      return badEncoding(`is not ${encoding}, although \`Content-Encoding\` says so (${messageOf(error)})`);
    }
  }
  return { kind: 'decoded', bytes };
}

function decoderOf(encoding: string, [first = 0]: Buffer): Decode | undefined {
  // Loaded only when needed: we do not request an encoding, so few bodies have one.
  const zlib: typeof import('node:zlib') = require('node:zlib');
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return promisify(zlib.gunzip);
    case 'deflate':
      // The standard requires zlib's format, but some servers omit zlib's header, whose first byte ends in 8 (hex).
      return promisify(first % 16 === 8 ? zlib.inflate : zlib.inflateRaw);
    case 'br':
      return promisify(zlib.brotliDecompress);
    default:
      return undefined;
  }
}

function badEncoding(problem: string): DecodedBody {
  const remedy = "request an unencoded one with `--header 'Accept-Encoding: identity'`";
  return {
    kind: 'failed',
    failure: { kind: 'bad-encoding', reason: `sent a body that ${problem}: ${remedy}` },
  };
}
