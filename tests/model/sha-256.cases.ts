import { createHash } from 'node:crypto';

import { expect, test } from '@jest/globals';

import { sha256 } from '../../src/model/sha-256';

test('the hash of a text is that of Node, for every length of the last block', () => {
  const texts = [
    '',
    'abc',
    '["a","b"]',
    'é',
    '中文',
    '😀',
    ...Array.from({ length: 200 }, (_, size) => 'x'.repeat(size)),
  ];
  expect(texts.map(sha256)).toEqual(texts.map((text) => createHash('sha256').update(text).digest('hex')));
});
