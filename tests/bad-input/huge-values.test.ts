import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { check } from '../../src/engine/check';
import { checkLaws } from '../../src/engine/check-laws';
import type { CheckResult } from '../../src/model/findings/check-result';
import { isJsonArray, isJsonObject } from '../../src/model/json/json-value';
import { REPORTERS } from '../../src/reporters/reporter-registry';
import { createLoopback } from '../live/loopback';
import { project } from './check-files';

/** As long as a body may be in practice, for what must not grow with it: a copy of it in a report would show. */
const LENGTH = 60_000;

/** What a report of a few findings may take. */
const MOST = 50_000;

const HUGE = 'Z'.repeat(LENGTH);
const HUGE_URL = `http://openstack.example.com/${HUGE}/`;
const HUGE_DIGITS = '9'.repeat(LENGTH);

/** Stands for a number in a text that JSON.stringify makes. */
const NUMBER = '@number@';

const SAMPLES = ['versions-get-resp.json', 'v21-version-get-resp.json'];
const SAMPLE_FOLDER = join(__dirname, '../../api_samples/versions');
const DOCUMENTS = SAMPLES.map((name): unknown => JSON.parse(readFileSync(join(SAMPLE_FOLDER, name), 'utf8')));

/** What takes the place of a value. */
const VALUES: readonly (readonly [what: string, value: unknown])[] = [
  ['a string', HUGE],
  ['a microversion', `2.${HUGE_DIGITS}`],
  ['a URL', HUGE_URL],
  ['a URL with another version', `${HUGE_URL}v9/`],
  ['a number', NUMBER],
  ['an array', [HUGE, HUGE]],
  ['an object', { [HUGE]: { [HUGE]: HUGE } }],
];

/** Every document in which one value, at any place, is replaced. */
function replacements(value: unknown, other: unknown): readonly unknown[] {
  if (isJsonArray(value))
    return [
      other,
      ...value.flatMap((item, at) => replacements(item, other).map((made) => value.with(at, made))),
    ];
  if (!isJsonObject(value)) return [other];
  return [
    other,
    ...Object.entries(value).flatMap(([name, item]) =>
      replacements(item, other).map((made) => ({ ...value, [name]: made })),
    ),
  ];
}

/** Every document in which one property has a huge name, or one more property has. */
function renamed(value: unknown): readonly unknown[] {
  if (isJsonArray(value))
    return value.flatMap((item, at) => renamed(item).map((made) => value.with(at, made)));
  if (!isJsonObject(value)) return [];
  return [
    { ...value, [HUGE]: 1 },
    ...Object.entries(value).flatMap(([name, item]) => {
      const { [name]: _, ...rest } = value;
      return [{ ...rest, [HUGE]: item }, ...renamed(item).map((made) => ({ ...value, [name]: made }))];
    }),
  ];
}

function textOf(document: unknown): string {
  return JSON.stringify(document).replaceAll(`"${NUMBER}"`, HUGE_DIGITS);
}

/** The formats whose report is too long, with the rules of its findings. */
function tooLong(result: CheckResult): readonly string[] {
  const options = { color: false, version: '1.2.3', quiet: false };
  const rules = [...new Set(result.findings.map(({ ruleId }) => ruleId))].join(' ');
  return [
    ...Object.entries(REPORTERS).map(([name, { report }]) => [
      name,
      report(result, { ...options, verbose: true }),
    ]),
    ['-q', REPORTERS.pretty.report(result, { ...options, quiet: true, verbose: false })],
  ].flatMap(([name = '', whole = '']) => {
    // The help of a rule is as long as it is, and so is the HTML page around its data.
    const text = dataOf(whole).replaceAll(/^ *"help": .*$/gm, '');
    const longest = text.split('\n').reduce((most, line) => Math.max(most, line.length), 0);
    const isLong = text.length > MOST || (name === 'json' && longest > 3000);
    return isLong ? [`${name}: ${text.length} (${longest}) ${rules}`] : [];
  });
}

/** The data in an HTML page; any other report as it is. */
function dataOf(text: string): string {
  return text.replace(/^<!doctype html>.*id="data">(.*?)<\/script>.*$/s, '$1');
}

const KINDS: readonly (readonly [what: string, documents: readonly unknown[]])[] = [
  ...VALUES.map(
    ([what, value]) => [what, DOCUMENTS.flatMap((document) => replacements(document, value))] as const,
  ),
  ['a property name', DOCUMENTS.flatMap(renamed)],
];

describe('no report repeats a huge value of a versions document:', () => {
  test.each(KINDS)('%s', async (_, documents) => {
    expect(documents.length).toBeGreaterThan(20);
    const found = new Set<string>();
    for (const document of documents) {
      const result = await checkLaws({ documents: [{ name: 'a.json', text: textOf(document) }] });
      for (const line of tooLong(result)) found.add(line);
    }
    expect([...found]).toEqual([]);
  });
});

describe('no report repeats a huge value of a sample:', () => {
  const schema = {
    type: 'object',
    required: ['id', 'name'],
    additionalProperties: false,
    properties: {
      id: { type: 'string', format: 'uuid', maxLength: 36 },
      name: { enum: ['a', 'b'] },
      links: { type: 'array', uniqueItems: true, items: { $ref: '#/$defs/link' } },
      size: { type: 'integer', multipleOf: 2, maximum: 9 },
    },
    $defs: {
      link: {
        anyOf: [{ properties: { rel: { const: 'self' }, href: { pattern: '^/' } } }, { required: ['x'] }],
      },
    },
  };
  const sample = { id: '0', name: 'a', links: [{ rel: 'self', href: '/' }], size: 2 };
  test.each([
    ...VALUES.map(([what, value]) => [what, replacements(sample, value)] as const),
    ['a property name', renamed(sample)] as const,
  ])('%s', async (_, documents) => {
    const found = new Set<string>();
    for (const document of documents) {
      const cwd = project({
        'schemas/show.json': JSON.stringify(schema),
        'api_samples/flavor.json': textOf(document),
      });
      for (const line of tooLong(await check({ cwd, cache: false }))) found.add(line);
    }
    expect([...found]).toEqual([]);
  });
});

describe('no report repeats a huge value of a response:', () => {
  const manifest = {
    service: 'compute',
    contracts: {
      'versions.index': {
        schema: 'show.json',
        samples: 'index.json',
        live: [{ request: 'GET /', sample: 'index.json', negotiates: true }],
      },
    },
  };
  const [index] = DOCUMENTS;

  async function resultsFor(document: unknown, headers: Readonly<Record<string, string>>) {
    const loopback = createLoopback();
    const { url } = await loopback.http((request, response) => {
      const own = JSON.stringify(document).replaceAll(
        'http://openstack.example.com',
        `http://${request.headers.host}`,
      );
      response
        .writeHead(200, { 'Content-Type': 'application/json', ...headers })
        .end(own.replaceAll(`"${NUMBER}"`, HUGE_DIGITS));
    });
    try {
      const cwd = project({
        'contracts.yaml': undefined,
        'contracts.json': JSON.stringify(manifest),
        'schemas/show.json': '{ "type": "object", "required": ["versions"] }',
        'api_samples/flavor.json': undefined,
        'api_samples/index.json': JSON.stringify(index),
      });
      const settings = { retries: 0 };
      return [
        await checkLaws({ urls: [url], live: { ...settings, negotiate: true } }),
        await check({ cwd, cache: false, live: { ...settings, url } }),
      ];
    } finally {
      await loopback.close();
    }
  }

  test.each([
    ...VALUES.map(([what, value]) => [what, replacements(index, value)] as const),
    ['a property name', renamed(index)] as const,
  ])('%s', async (_, documents) => {
    const found = new Set<string>();
    // One in ten is enough: the places are those of the documents above.
    for (const document of documents.filter((__, at) => at % 10 === 0))
      for (const result of await resultsFor(document, {}))
        for (const line of tooLong(result)) found.add(line);
    expect([...found]).toEqual([]);
  });

  test.each(['OpenStack-API-Version', 'Vary', 'Content-Type', 'Location', 'X-OpenStack-Nova-API-Version'])(
    'the header %s',
    async (name) => {
      const results = await resultsFor(index, { [name]: `compute ${HUGE.slice(0, 50_000)}` });
      expect(results.flatMap(tooLong)).toEqual([]);
    },
  );
});
