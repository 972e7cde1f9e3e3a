import fs from 'node:fs';

import { afterEach, describe, expect, jest, test } from '@jest/globals';

import { checkFiles, MANIFEST, SCHEMA, type Entry } from './check-files';

const FILE = 'api_samples/flavor.json';
const DEEP = 100_000;

/** A sample, and its only finding, without the file name. */
const WRONG: readonly (readonly [name: string, sample: Entry, said: string])[] = [
  ['an empty file', '', ':1:1 json-well-formed the file is empty: expected a JSON value'],
  [
    'bytes that are not UTF-8',
    Buffer.from('{ "id": "\xe9" }', 'latin1'),
    ':1:10 file-utf-8 is not valid UTF-8 at byte 9: save it as UTF-8',
  ],
  ['UTF-16', Buffer.from('\ufeff{}', 'utf16le'), ':1:1 file-utf-8 looks like UTF-16: save it as UTF-8'],
  [
    'a byte order mark',
    '\ufeff{ "id": "1" }\n',
    ':1:1 file-utf-8 starts with a byte order mark, which many parsers reject: save it without one',
  ],
  [
    'a trailing comma',
    '{ "id": "1", }\n',
    ':1:12 json-well-formed JSON does not allow trailing commas: remove it',
  ],
  [
    'a line comment',
    '{ "id": "1" } // one\n',
    ':1:15 json-well-formed JSON does not allow comments: remove it',
  ],
  [
    'a block comment',
    '/* one */ { "id": "1" }\n',
    ':1:1 json-well-formed JSON does not allow comments: remove it',
  ],
  [
    'two documents',
    '{ "id": "1" }\n{ "id": "2" }\n',
    ':2:1 json-well-formed a second document starts here: keep only one',
  ],
  [
    'a duplicate property',
    '{ "id": "1", "id": "2" }\n',
    ':1:14 keys-unique the property "id" appears twice in this object, and parsers disagree on which one counts: remove one',
  ],
  [
    'a duplicate property, deeply nested',
    `{ "id": "1", "x": ${'['.repeat(500)}{ "a": 1, "a": 2 }${']'.repeat(500)} }\n`,
    ':1:529 keys-unique the property "a" appears twice in this object, and parsers disagree on which one counts: remove one',
  ],
  [
    'a duplicate property __proto__',
    '{ "id": "1", "__proto__": 1, "__proto__": { "id": 2 } }\n',
    ':1:30 keys-unique the property "__proto__" appears twice in this object, and parsers disagree on which one counts: remove one',
  ],
  [
    'deep nesting',
    '['.repeat(DEEP) + ']'.repeat(DEEP),
    ':1:513 nesting-bounded nests deeper than 512 levels: flatten it',
  ],
  [
    'deep nesting, not closed',
    '{"a":'.repeat(DEEP),
    ':1:2561 nesting-bounded nests deeper than 512 levels: flatten it',
  ],
  [
    'deep nesting after a string without an end',
    `{ "a\n${'['.repeat(DEEP)}`,
    ':2:512 nesting-bounded nests deeper than 512 levels: flatten it',
  ],
  [
    'deep nesting after a comment with a quote',
    `/* " */ ${'['.repeat(DEEP)}`,
    ':1:1 json-well-formed JSON does not allow comments: remove it',
  ],
  [
    'an integer beyond 2^53',
    '{ "id": 9007199254740993 }\n',
    ':1:9 numbers-exact 9007199254740993 is beyond 2^53, where parsers round (most read 9007199254740992): write it as a string',
  ],
  [
    'a decimal that a double changes',
    '{ "id": 0.12345678901234567890 }\n',
    ':1:9 numbers-exact most parsers read 0.12345678901234567890 as 0.12345678901234568: write 0.12345678901234568, or a string',
  ],
  [
    'a number beyond the range of doubles',
    '{ "id": -1e400 }\n',
    ':1:9 numbers-exact -1e400 is larger than most parsers can read: write it as a string',
  ],
  [
    'half a surrogate pair',
    '{ "id": "\\ud83d\\ude00 \\ud83d" }\n',
    ':1:9 strings-well-formed \\ud83d is half of a surrogate pair, and parsers disagree on how to read it: write both halves',
  ],
  [
    'a folder',
    { folder: true },
    ':1:1 file-readable cannot be read: it is a folder, not a file; rename it, or put the file in its place',
  ],
  [
    'a dangling link',
    { link: 'nowhere.json' },
    ':1:1 file-readable cannot be read: the target of this symbolic link does not exist; fix or remove the link',
  ],
  [
    'a link to itself',
    { link: 'flavor.json' },
    ':1:1 file-readable cannot be read: its symbolic links form a loop; remove the loop',
  ],
  [
    'a link to the folder it lies in',
    { link: '.' },
    ':1:1 file-readable cannot be read: links to folders are not followed, so the files in this one are not checked; name the real folder too, or remove the link',
  ],
];

afterEach(() => {
  jest.restoreAllMocks();
});

test.each(WRONG)('a bad sample is one finding: %s', async (_name, sample, said) => {
  const outcome = await checkFiles({ [FILE]: sample });
  expect(outcome).toEqual({ code: 1, said: [`${FILE}${said}`], err: '' });
});

test.each([['1.0'], ['1e2'], ['-0'], ['0.1'], ['9007199254740991'], ['1.00000000000000000000']])(
  'the number %s is fine',
  async (literal) => {
    expect(await checkFiles({ [FILE]: `{ "id": ${literal} }\n` })).toMatchObject({ code: 0, said: [] });
  },
);

test('a sample without read permission is one finding', async () => {
  const read = fs.readFileSync;
  // The error is injected, because the super-user may read every file.
  jest.spyOn(fs, 'readFileSync').mockImplementation((path, options) => {
    if (String(path).endsWith('flavor.json')) {
      throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    }
    return read(path, options);
  });
  expect(await checkFiles({})).toEqual({
    code: 1,
    said: [`${FILE}:1:1 file-readable cannot be read: permission denied; make it readable`],
    err: '',
  });
});

test('a folder with a circular link is listed once', async () => {
  const { code, said } = await checkFiles({ 'api_samples/deep/down/up': { link: '../..' } });
  expect({ code, said }).toEqual({
    code: 1,
    said: [
      'api_samples/deep/down/up:1:1 file-readable cannot be read: links to folders are not followed, so the files in this one are not checked; name the real folder too, or remove the link',
    ],
  });
});

describe('the property __proto__', () => {
  test('is an ordinary property', async () => {
    expect(await checkFiles({ [FILE]: '{ "id": "1", "__proto__": { "polluted": true } }\n' })).toMatchObject({
      code: 0,
      said: [],
    });
    expect('polluted' in {}).toBe(false);
  });

  test.each([
    [
      '{ "type": "object", "additionalProperties": false, "properties": { "id": true } }',
      '1:14 sample-matches-schema unknown property "__proto__": the schema allows only "id"',
    ],
    [
      '{ "type": "object", "properties": { "__proto__": { "type": "string" } } }',
      '1:27 sample-matches-schema expected a string, got 2: put it in quotes',
    ],
  ])('is validated against %s', async (schema, said) => {
    const outcome = await checkFiles({
      'schemas/show.json': schema,
      [FILE]: '{ "id": "1", "__proto__": 2 }\n',
    });
    expect(outcome).toEqual({ code: 1, said: [`${FILE}:${said}`], err: '' });
  });

  test('is reported as missing where it is required', async () => {
    const { said } = await checkFiles({
      'schemas/show.json': '{ "required": ["__proto__", "constructor"] }',
    });
    expect(said).toEqual([
      `${FILE}:1:1 sample-matches-schema required property "__proto__" is missing`,
      `${FILE}:1:1 sample-matches-schema required property "constructor" is missing`,
    ]);
  });
});

describe('a file over the size limit', () => {
  test.each([
    ['set in the manifest', `${MANIFEST}limits: { file_size: 100 }\n`, 101, 100],
    ['by default', MANIFEST, 16 * 1024 * 1024 + 1, 16 * 1024 * 1024],
  ])('%s is not read', async (_name, manifest, bytes, limit) => {
    const read = jest.spyOn(fs, 'readFileSync');
    const outcome = await checkFiles({
      'contracts.yaml': manifest,
      'schemas/show.json': SCHEMA,
      [FILE]: Buffer.alloc(bytes, ' '),
    });
    expect(outcome).toEqual({
      code: 1,
      said: [
        `${FILE}:1:1 file-size-bounded is ${bytes} bytes, over the limit of ${limit}: split it, or raise \`limits.file_size\``,
      ],
      err: '',
    });
    const files = read.mock.calls.map(([path]) => String(path));
    expect(files.filter((path) => path.endsWith('show.json'))).toHaveLength(1);
    expect(files.filter((path) => path.endsWith('flavor.json'))).toEqual([]);
  });
});

describe('a large file', () => {
  const LIMIT = 16 * 1024 * 1024;
  const LARGE = LIMIT / 8;

  function fill(item: (index: number) => string): string {
    const items: string[] = [];
    let bytes = 2;
    for (let index = 0; bytes + 200 < LARGE; index += 1) {
      const text = item(index);
      items.push(text);
      bytes += text.length + 2;
    }
    return `[${items.join(',\n')}]`;
  }

  test('is checked to its last item', async () => {
    const text = fill((index) => `{ "id": "${index}", "name": "flavor-${index}", "ram": ${index * 512} }`);
    const wrong = `${text.slice(0, -1)},\n7]`;
    const outcome = await checkFiles({
      // Whatever else the machine does.
      'contracts.yaml': `${MANIFEST}limits: { validation_time: 600000 }\n`,
      'schemas/show.json': '{ "type": "array", "items": { "type": "object", "required": ["id"] } }',
      [FILE]: wrong,
    });
    const lines = text.split('\n').length;
    expect(outcome).toEqual({
      code: 1,
      said: [`${FILE}:${lines + 1}:1 sample-matches-schema expected an object, got 7`],
      err: '',
    });
  });

  test('may be one long string after many brackets', async () => {
    const text = `{ "id": [${'[],'.repeat(1000)}"${'['.repeat(LIMIT - 5000)}"] }`;
    expect(await checkFiles({ [FILE]: text })).toMatchObject({ code: 0, said: [] });
  });

  test('with 200,000 mistakes has a thousand findings, and the last one says that others are omitted', async () => {
    const { code, said } = await checkFiles({
      'schemas/show.json': '{ "type": "array" }',
      [FILE]: `[${'1e999,'.repeat(200_000)}1]`,
    });
    expect(code).toBe(1);
    expect(said).toHaveLength(1000);
    expect(said.at(-1)).toBe(
      `${FILE}:1:5996 numbers-exact 1e999 is larger than most parsers can read: write it as a string; only the first 1000 problems of a file are reported`,
    );
  });
});
