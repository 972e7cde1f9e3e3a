import { expect, test } from '@jest/globals';

import { check, checkFiles, MANIFEST, project, type Entry } from './check-files';

const FILE = 'contracts.yaml';
const WRONG_MANIFEST = 'the manifest is wrong, so nothing was checked; ';

/** Nine to the ninth values, in ten lines. */
const ALIASES = Array.from({ length: 10 }, (_, step) =>
  step === 0 ? 'a0: &a0 [1, 2, 3]' : `a${step}: &a${step} [${`*a${step - 1}, `.repeat(9)}]`,
).join('\n');

/** A manifest, with the position and the message of its only error. */
const WRONG: readonly (readonly [name: string, manifest: string | Buffer, position: string, said: string])[] =
  [
    [
      'empty',
      '',
      '1:1',
      'the manifest is empty: it needs `contracts:`, which `samplegate init` writes for the samples here',
    ],
    [
      'only a comment',
      '# later\n',
      '1:1',
      'the manifest is empty: it needs `contracts:`, which `samplegate init` writes for the samples here',
    ],
    ['an array', '- contracts\n', '1:1', 'expected an object, got an array'],
    ['not UTF-8', Buffer.from('# \xe9\n', 'latin1'), '1:3', 'is not valid UTF-8 at byte 2: save it as UTF-8'],
    [
      'not YAML',
      'contracts: [\n',
      '2:1',
      'an array is not closed: expected `]`, indented by at least one space',
    ],
    [
      'indented by tabs',
      'contracts:\n\tflavors.show: {}\n',
      '2:1',
      'YAML must be indented with spaces: replace the tabs',
    ],
    ['two documents', `${MANIFEST}---\n${MANIFEST}`, '5:1', 'a second document starts here: keep only one'],
    [
      'with a duplicate property',
      `${MANIFEST}contracts: {}\n`,
      '5:1',
      'the property `contracts` appears twice: remove one',
    ],
    [
      'with aliases that expand exponentially',
      ALIASES,
      '6:40',
      'its aliases expand to too many values: use fewer aliases',
    ],
    [
      'with a misspelled property',
      MANIFEST.replace('schema:', 'shema:'),
      '3:5',
      'unknown property "shema", and required property "schema" is missing: rename it',
    ],
    [
      'with an unknown property',
      `${MANIFEST}colour: red\n`,
      '5:1',
      'unknown property "colour": the schema allows only "$schema", "manifests", "service", "samples", "ignore", "schemas", "types", "base_microversion", "legacy_microversion_header", "base_url", … (21 in all)',
    ],
    [
      'that ignores files outside its folder',
      `${MANIFEST}ignore: [a.json, ../b.json]\n`,
      '5:18',
      "`../b.json` is outside the folder that it is relative to: use a path inside the manifest's folder",
    ],
    [
      'that ignores what is not a glob',
      `${MANIFEST}ignore: [a.json, 1]\n`,
      '5:18',
      'expected a string, got 1: put it in quotes',
    ],
    [
      'with a microversion that is a number',
      `${MANIFEST}base_microversion: 2.10\n`,
      '5:20',
      '2.10 without quotes is the number 2.1: write "2.10"',
    ],
    [
      'with a range that is a number',
      MANIFEST.replace('schema: show.json', 'ranges: [{ max_version: 2.10, schema: show.json }]'),
      '3:29',
      '2.10 without quotes is the number 2.1: write "2.10"',
    ],
    [
      'with an empty range',
      MANIFEST.replace(
        'schema: show.json',
        'ranges: [{ min_version: "2.10", max_version: "2.9", schema: show.json }]',
      ),
      '3:14',
      'the range from 2.10 to 2.9 is empty: min_version must not be newer than max_version',
    ],
    [
      'with a misspelled rule',
      `${MANIFEST}rules: { file-readible: off }\n`,
      '5:10',
      'there is no rule `file-readible`: did you mean `file-readable`?',
    ],
    [
      'with a rule that is a property of every JavaScript object',
      `${MANIFEST}rules: { __proto__: off }\n`,
      '5:10',
      'there is no rule `__proto__`: `samplegate explain` lists them',
    ],
    [
      'with an unknown variant of a format',
      `${MANIFEST}formats: { date-time: lax }\n`,
      '5:23',
      'the format "date-time" has no variant "lax": use iso8601, rfc3339, off, or a pattern',
    ],
    [
      'with a format that is not a regular expression',
      `${MANIFEST}formats: { name: { pattern: "(" } }\n`,
      '5:29',
      'the pattern of the format "name" is not a regular expression: unterminated group',
    ],
    [
      'with an array as a property name',
      `${MANIFEST}rules: { [a, b]: off }\n`,
      '5:10',
      'expected a property name, got an array: put it in quotes',
    ],
    [
      'with a time limit of zero',
      `${MANIFEST}limits: { validation_time: 0 }\n`,
      '5:28',
      'expected at least 1, got 0',
    ],
  ];

test.each(WRONG)('a wrong manifest stops the run: %s', async (_name, manifest, position, said) => {
  const { code, said: all, err } = await checkFiles({ [FILE]: manifest });
  expect({ code, said: all }).toEqual({ code: 2, said: [`${FILE}:${position} ${WRONG_MANIFEST}${said}`] });
  expect(err).toContain('samplegate: the manifest is wrong, so nothing was checked\n\ncontracts.yaml\n\n');
});

test.each([
  ['a trailing comma', '{ "contracts": {}, }', '1:18', 'JSON does not allow trailing commas: remove it'],
  [
    'a duplicate property',
    '{ "contracts": {}, "contracts": {} }',
    '1:20',
    'the property "contracts" appears twice in this object, and parsers disagree on which one counts: remove one',
  ],
  ['an empty file', '', '1:1', 'the file is empty: expected a JSON value'],
  [
    'a number for a microversion',
    '{ "contracts": { "c": { "schema": "show.json" } }, "base_microversion": 2.10 }',
    '1:73',
    '2.10 without quotes is the number 2.1: write "2.10"',
  ],
])('a wrong JSON manifest stops the run: %s', async (_name, text, position, said) => {
  const outcome = await checkFiles({ [FILE]: undefined, 'contracts.json': text });
  expect(outcome).toMatchObject({
    code: 2,
    said: [`contracts.json:${position} ${WRONG_MANIFEST}${said}`],
  });
});

const NONE =
  'there is no contracts.yaml here or in a folder above: run `samplegate init` to write one, or choose one with `--manifest FILE`';

test.each<readonly [string, Entry | undefined, string]>([
  ['missing', undefined, NONE],
  [
    'a dangling link',
    { link: 'nowhere.yaml' },
    'the manifest `contracts.yaml` cannot be read: there is no such file; create it, or fix the path',
  ],
  [
    'a folder',
    { folder: true },
    'the manifest `contracts.yaml` cannot be read: it is a folder, not a file; rename it, or put the file in its place',
  ],
  [
    'a link to itself',
    { link: FILE },
    'the manifest `contracts.yaml` cannot be read: its symbolic links form a loop; remove the loop',
  ],
])('a manifest that is %s stops the run', async (_name, manifest, said) => {
  expect(await checkFiles({ [FILE]: manifest })).toEqual({
    code: 2,
    said: [said],
    err: `samplegate: ${said}\n`,
  });
});

test('a given manifest that does not exist stops the run', async () => {
  expect(await check(project({}), ['--manifest', 'nowhere.yaml'])).toMatchObject({
    code: 2,
    said: ['the manifest `nowhere.yaml` cannot be read: there is no such file; create it, or fix the path'],
  });
});

test.each([
  ['on one line', '['.repeat(25_000)],
  ['by indentation', Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
])('a manifest that nests too deeply stops the run: %s', async (_name, manifest) => {
  const { code, said } = await checkFiles({ [FILE]: manifest });
  expect({ code, said }).toEqual({
    code: 2,
    said: [expect.stringMatching(/^contracts\.yaml:\d+:\d+ .*; nests too deep to be read: flatten it$/)],
  });
});

test.each(['iso8601', 'rfc3339', 'off'])('a format may be %s', async (variant) => {
  const outcome = await checkFiles({ [FILE]: `${MANIFEST}formats: { date-time: ${variant} }\n` });
  expect(outcome).toMatchObject({ code: 0, said: [] });
});

test.each(['lax', 'rfc4122'])('the format uuid may be %s', async (variant) => {
  const outcome = await checkFiles({ [FILE]: `${MANIFEST}formats: { uuid: ${variant} }\n` });
  expect(outcome).toMatchObject({ code: 0, said: [] });
});

test('enormous limits work', async () => {
  const outcome = await checkFiles({
    [FILE]: `${MANIFEST}limits: { validation_time: 9007199254740991, file_size: 9007199254740991 }\n`,
  });
  expect(outcome).toMatchObject({ code: 0, said: [] });
});

test.each([
  [
    'ways that its schema detects',
    { schema: 'a.json', samplse: 'a.json' },
    'unknown property "samplse": did you mean "samples"?',
  ],
  [
    'ways that its schema cannot detect',
    { schema: '../a.json' },
    "`../a.json` is outside the folder that it is relative to: use a path inside the manifest's folder",
  ],
])('at most a hundred mistakes of a manifest are reported, in %s', async (_, contract, message) => {
  const contracts = Object.fromEntries(
    Array.from({ length: 500 }, (_each, index) => [`c${index}`, contract]),
  );
  const { code, said } = await checkFiles({ [FILE]: JSON.stringify({ contracts }) });
  const [, ...mistakes] = said.join('').split(message);
  expect([code, said.length, mistakes.length]).toEqual([2, 1, 100]);
  expect(mistakes.at(-1)).toBe('; further mistakes of this kind are omitted after 100');
});
