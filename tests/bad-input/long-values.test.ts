import { describe, expect, test } from '@jest/globals';

import { run } from '../../src/cli/run';
import { project, type Entry } from './check-files';

const TEXT = 'x'.repeat(10_000);
const NAME = 'k'.repeat(5000);
const VALUES = Array.from({ length: 1000 }, (_, index) => `value-${index}`);

const FILES: readonly (readonly [title: string, files: Readonly<Record<string, unknown>>])[] = [
  ['an enum of 1,000 values', { 'schemas/show.json': { enum: VALUES }, 'api_samples/flavor.json': TEXT }],
  ['a long constant', { 'schemas/show.json': { const: TEXT }, 'api_samples/flavor.json': `${TEXT}y` }],
  [
    'a long pattern',
    { 'schemas/show.json': { pattern: `^${TEXT}$` }, 'api_samples/flavor.json': `${TEXT}y` },
  ],
  [
    'long property names, nested',
    {
      'schemas/show.json': { additionalProperties: { uniqueItems: true, additionalProperties: false } },
      'api_samples/flavor.json': { [NAME]: [1, 1], [`${NAME}b`]: { [NAME]: 1 } },
    },
  ],
  [
    'a union of 50 constants',
    { 'schemas/show.json': { anyOf: VALUES.slice(0, 50).map((value) => ({ const: value })) } },
  ],
  [
    'a union of 50 required properties',
    { 'schemas/show.json': { oneOf: VALUES.slice(0, 50).map((value) => ({ required: [value] })) } },
  ],
  [
    'a union with long titles',
    {
      'schemas/show.json': {
        oneOf: ['a', 'b'].map((name) => ({ title: name + TEXT })),
      },
    },
  ],
  [
    'contains with 1,000 names',
    {
      'schemas/show.json': { properties: { id: { contains: { required: VALUES } } } },
      'api_samples/flavor.json': { id: [] },
    },
  ],
  ['a long keyword', { 'schemas/show.json': { [NAME]: 1, type: TEXT } }],
  ['a long reference', { 'schemas/show.json': { $ref: `#/${TEXT}` } }],
];

/** A single line must not fill a screen. JSON and the source of a code frame are whole. */
const LONGEST = 1200;

describe.each(['pretty', 'github', 'junit', 'json'])('a report in the format %s', (format) => {
  test.each(FILES)('clips %s', async (_, files) => {
    const entries = Object.entries(files).map(([path, value]): [string, Entry] => [
      path,
      `${JSON.stringify(value)}\n`,
    ]);
    const cwd = project(Object.fromEntries(entries));
    let out = '';
    await run(['check', '--format', format], {
      cwd,
      env: {},
      isTerminal: false,
      isErrorTerminal: false,
      interrupted: () => new Promise(() => {}),
      readStdin: () => Promise.resolve(Buffer.of()),
      out: (text) => {
        out += text;
      },
      err: () => {},
    });
    const lines = out
      .split('\n')
      .filter((line) => !/^\s*"(?:pointer|keywordLocation|file|help)":/.test(line));
    expect(lines.filter((line) => line.length > LONGEST)).toEqual([]);
    expect(out).toContain('…');
  });
});
