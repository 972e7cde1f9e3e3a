import { expect, test } from '@jest/globals';
import { join } from 'node:path';

import { run } from '../../src/cli/run';

const TEXT =
  '{"version": {"id": "v1", "status": "CURRENT", "links": [{"rel": "self", "href": "http://a.example.com/v1/"}]}}';

test.each([
  ['UTF-8', Buffer.from(TEXT), []],
  ['a byte order mark', Buffer.from(`\u{FEFF}${TEXT}`), ['file-utf-8']],
  ['UTF-16', Buffer.from(TEXT, 'utf16le'), ['file-utf-8']],
  ['Latin-1', Buffer.from(TEXT.replace('CURRENT', 'G\u{FC}LTIG'), 'latin1'), ['file-utf-8']],
])('the standard input is read as bytes: %s', async (_, bytes, rules) => {
  const printed: string[] = [];
  await run(['laws', '-', '--quiet'], {
    cwd: join(__dirname, '../fixtures/projects/laws'),
    env: {},
    isTerminal: false,
    isErrorTerminal: false,
    interrupted: () => new Promise(() => {}),
    readStdin: async () => bytes,
    out: (text) => printed.push(text),
    err: (text) => printed.push(text),
  });
  expect(
    printed
      .join('')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split(' ')[2]),
  ).toEqual(rules);
});
