import { promisify } from 'node:util';

import { headerValues, type ExchangeFailure, type HttpHeaders } from '../../model/exchange';
import { codeOf, messageOf } from '../../model/thrown';
import { tooLarge } from '../failures/given-up';

/** A body without its content encodings, or why it has to stay as it is. */
export type DecodedBody =
  | { readonly kind: 'decoded'; readonly bytes: Buffer }
  | { readonly kind: 'failed'; readonly failure: ExchangeFailure };

type Decode = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

/** Undoes `Content-Encoding`; decoding ends at `most` bytes, so that a small body cannot become a large one. */
export async function decodeBody(body: Buffer, headers: HttpHeaders, most: number): Promise<DecodedBody> {
  const encodings = headerValues(headers, 'content-encoding').map((encoding) => encoding.toLowerCase());
  let bytes = body;
  for (const encoding of encodings.toReversed()) {
    // A body that is not there, as after HEAD, is not encoded either.
    if (bytes.length === 0 || encoding === 'identity') continue;
    const decode = decoderOf(encoding, bytes);
    if (decode === undefined)
      return badEncoding(`is in the encoding \`${encoding.slice(0, 40)}\`, which is not supported`);
    try {
      bytes = await decode(bytes, { maxOutputLength: most });
    } catch (error) {
      if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') return { kind: 'failed', failure: tooLarge(most) };
      return badEncoding(`is said to be ${encoding} and is not (${messageOf(error)})`);
    }
  }
  return { kind: 'decoded', bytes };
}

function decoderOf(encoding: string, [first = 0]: Buffer): Decode | undefined {
  // Loaded here because few bodies are encoded: we do not ask for it.
  const zlib: typeof import('node:zlib') = require('node:zlib');
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return promisify(zlib.gunzip);
    case 'deflate':
      // The standard means zlib's format, and some servers send it without zlib's header, whose first byte ends in 8.
      return promisify(first % 16 === 8 ? zlib.inflate : zlib.inflateRaw);
    case 'br':
      return promisify(zlib.brotliDecompress);
    default:
      return undefined;
  }
}

function badEncoding(what: string): DecodedBody {
  const remedy = "`--header 'Accept-Encoding: identity'` asks for a plain one";
  return { kind: 'failed', failure: { kind: 'bad-encoding', reason: `sent a body that ${what}: ${remedy}` } };
}
