import { beforeAll, expect, test } from '@jest/globals';

import { expectGolden } from './golden';

beforeAll(() => {
  // Each test file has its own copy of the environment. These tests must never write.
  delete process.env['UPDATE_GOLDEN'];
});

test('a text that differs from its golden file fails and names the update command', () => {
  expect(() => expectGolden('formats/pretty.txt', 'other\n')).toThrow(
    /^tests\/golden\/formats\/pretty\.txt differs [^]*\n\+?.*other[^]*UPDATE_GOLDEN=1 npx jest tests\/golden\.test\.ts$/,
  );
});

test('a missing golden file fails too', () => {
  expect(() => expectGolden('no-such-file.txt', 'other\n')).toThrow(
    /^tests\/golden\/no-such-file\.txt is missing\n\nIf .*UPDATE_GOLDEN=1/,
  );
});
