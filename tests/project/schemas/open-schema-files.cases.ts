import fs, { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, describe, expect, jest, test } from '@jest/globals';

import { openSchemaFiles } from '../../../src/project/schemas/open-schema-files';
import { tempProject } from '../../engine/temp-project';

const LIMITS = { fileSize: 100, depth: 3, validationTime: 100 };

function open(files: Readonly<Record<string, unknown>>, name = 'schemas') {
  return openSchemaFiles(tempProject(files), name, LIMITS);
}

afterEach(() => {
  jest.restoreAllMocks();
});

test.each([
  ['a.json', '{ "type": "object" }'],
  ['a.yaml', 'type: object\n'],
  ['deep/er/a.yml', '{ type: object }'],
])('%s is read according to its extension', (file, text) => {
  expect(open({ [file]: text }).get(file)).toMatchObject({
    file,
    value: { type: 'object' },
    source: { name: `schemas/${file}`, text },
  });
});

test('where the schema root is the working folder, a schema is named by its path alone', () => {
  expect(open({ 'a.json': {} }, '.').get('a.json')?.source.name).toBe('a.json');
});

test('a file is read on its first use, and only once for all spellings of its path', () => {
  const schemas = open({ 'a/b.json': {}, 'c.json': {} });
  const read = jest.spyOn(fs, 'readFileSync');
  expect(schemas.get('a/b.json')).toBe(schemas.get('./a/x/../b.json'));
  expect(read).toHaveBeenCalledTimes(1);
});

test.each([['nowhere.json'], ['../outside.json'], ['/etc/passwd'], ['a.json/b.json'], ['nul\0.json']])(
  'there is no schema %j',
  (file) => {
    expect(open({ 'a.json': {} }).get(file)).toBeUndefined();
  },
);

describe('a schema that cannot be read', () => {
  test.each([
    [
      'a.json',
      '{',
      'the object that starts on line 1 is not closed: expected `}`, got the end of the text',
      [1, 1],
    ],
    ['a.json', '[[[[]]]]', 'nests deeper than 3 levels: flatten it, or raise `limits.depth`', [3, 4]],
    ['a.yaml', 'a: 1\na: 2\n', 'the property `a` appears twice: remove one', [5, 6]],
    [
      'a.json',
      `"${'x'.repeat(100)}"`,
      'is 102 bytes, over the limit of 100: split it, or raise `limits.file_size`',
      undefined,
    ],
  ])('%s %j has no value, and one problem at its place', (file, text, message, span) => {
    const schema = open({ [file]: text }).get(file);
    expect(schema?.value).toBeUndefined();
    expect(schema?.problem).toEqual({
      kind: 'unreadable',
      message,
      place: { file: `schemas/${file}`, ...(span === undefined ? {} : { span }) },
    });
  });

  test('has a problem when it is a folder or a loop of links', () => {
    const root = tempProject({});
    mkdirSync(join(root, 'folder.json'));
    symlinkSync('loop.json', join(root, 'loop.json'));
    const schemas = openSchemaFiles(root, 'schemas', LIMITS);
    expect(schemas.get('folder.json')?.problem).toMatchObject({
      kind: 'unreadable',
      message: expect.stringMatching(/^cannot be read: it is a folder/),
    });
    expect(schemas.get('loop.json')?.problem).toMatchObject({
      kind: 'unreadable',
      message: expect.stringMatching(/^cannot be read: its symbolic links form a loop/),
    });
  });
});

test('lists the files that may be schemas, sorted', () => {
  const schemas = open({ 'b.yaml': '', 'a.json': '', 'README.md': '', 'c/d.yml': '' });
  expect(schemas.list()).toEqual(['a.json', 'b.yaml', 'c/d.yml']);
});
