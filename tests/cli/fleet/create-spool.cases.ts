import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { createSpool } from '../../../src/cli/fleet/create-spool';
import { UsageError } from '../../../src/model/usage-error';
import { tempFolder } from '../../temp-folder';

test('texts are read again in any order, and leave no file behind', () => {
  const folder = tempFolder();
  const spool = createSpool(folder);
  const texts = ['a', '', '版本 😀', 'x'.repeat(100_000), 'the end'];
  const readers = texts.map(spool.keep);
  expect(readers.map((read) => read())).toEqual(texts);
  expect(readers.toReversed().map((read) => read())).toEqual(texts.toReversed());
  const later = spool.keep('later');
  expect([later(), readers[2]?.()]).toEqual(['later', texts[2]]);
  spool.close();
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder that cannot be written stops the run', () => {
  const { keep } = createSpool(join(tempFolder(), 'missing'));
  expect(() => keep('a')).toThrow(UsageError);
  expect(() => keep('a')).toThrow(/^cannot write a temporary file .*: set TMPDIR/);
});
