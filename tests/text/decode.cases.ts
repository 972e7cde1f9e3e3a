import { expect, test } from '@jest/globals';

import { decodeText } from '../../src/text/decode';

test.each<[string, number[], object[]]>([
  ['plain ASCII', [0x7b, 0x7d], []],
  ['a replacement character that is really there', [0xef, 0xbf, 0xbd], []],
  ['a byte order mark', [0xef, 0xbb, 0xbf, 0x7b, 0x7d], [{ kind: 'byte-order-mark', span: [0, 1] }]],
  ['Latin-1', [0x22, 0xe9, 0x22], [{ kind: 'not-utf-8', byteOffset: 1, span: [1, 2] }]],
  ['UTF-16', [0xff, 0xfe, 0x7b, 0x00], [{ kind: 'utf-16', span: [0, 1] }]],
  ['UTF-16, big-endian', [0xfe, 0xff, 0x00, 0x7b], [{ kind: 'utf-16', span: [0, 1] }]],
  ['UTF-16 without a mark', [0x7b, 0x00, 0x7d, 0x00], [{ kind: 'utf-16', span: [0, 1] }]],
  ['UTF-16 without a mark, big-endian', [0x00, 0x7b, 0x00, 0x7d], [{ kind: 'utf-16', span: [0, 1] }]],
  ['one character of UTF-16', [0x31, 0x00], [{ kind: 'utf-16', span: [0, 1] }]],
  ['UTF-16 that is not ASCII', [0x22, 0x00, 0xe9, 0x00, 0x22, 0x00], [{ kind: 'utf-16', span: [0, 1] }]],
  ['a zero byte in UTF-8', [0x7b, 0x00, 0x7d, 0x7d], []],
  ['zero bytes at the start', [0x00, 0x00, 0x00, 0x7b], []],
  ['an odd number of bytes', [0xff, 0xfe, 0x7b], [{ kind: 'not-utf-8', byteOffset: 0, span: [0, 1] }]],
  [
    'a wrong byte after wide characters and a real replacement character',
    [0xc3, 0xa9, 0xef, 0xbf, 0xbd, 0xff],
    [{ kind: 'not-utf-8', byteOffset: 5, span: [2, 3] }],
  ],
])('%s', (_, bytes, problems) => {
  expect(decodeText(Buffer.from(bytes)).problems).toEqual(problems);
});
