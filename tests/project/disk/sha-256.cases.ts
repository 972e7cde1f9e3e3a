import { createHash } from 'node:crypto';

import { expect, test } from '@jest/globals';

import { sha256 } from '../../../src/project/disk/sha-256';

test.each(['', 'a', '\u{1F600}', new Uint8Array([0, 255])])('hashes a text or bytes: %j', (data) => {
  for (const encoding of ['hex', 'base64'] as const)
    expect(sha256(data, encoding)).toBe(createHash('sha256').update(data).digest(encoding));
});
