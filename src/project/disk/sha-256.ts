let made: typeof import('node:crypto').hash | undefined;

/** SHA-256 of a text or of bytes. */
export function sha256(data: string | Uint8Array, encoding: 'hex' | 'base64'): string {
  // Runs without the cache need no hash, so what makes them is loaded with the first: once, as asking for it takes as long as hashing a small file.
  if (made === undefined) {
    const { hash }: typeof import('node:crypto') = require('node:crypto');
    made = hash;
  }
  return made('sha256', data, encoding);
}
