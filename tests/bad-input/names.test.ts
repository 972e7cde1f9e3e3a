import { describe, expect, test } from '@jest/globals';

import { check, checkFiles, MANIFEST, project } from './check-files';

/** Properties that every JavaScript object inherits, and one that changes what it inherits. */
const INHERITED = ['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf'];

describe.each(INHERITED)('the name %s', (name) => {
  const object = `{ "${name}": 1 }`;

  test('of a property in a value that an enum refuses', async () => {
    const outcome = await checkFiles({
      'schemas/show.json': `{ "properties": { "id": { "enum": ["1", ${object}] } } }`,
      'api_samples/flavor.json': `{ "id": { "${name}": 2, "length": 1 } }\n`,
    });
    expect(outcome).toEqual({
      code: 1,
      said: [
        `api_samples/flavor.json:1:9 sample-matches-schema expected one of "1", {"${name}":1}, got an object`,
      ],
      err: '',
    });
  });

  test('of a property that a closed object does not know, or that it requires', async () => {
    const closed = '{ "type": "object", "properties": {}, "additionalProperties": false }';
    const required = `{ "type": "object", "required": ["${name}"] }`;
    const where = 'api_samples/flavor.json:1';
    expect(
      await checkFiles({ 'schemas/show.json': closed, 'api_samples/flavor.json': `${object}\n` }),
    ).toMatchObject({
      said: [
        `${where}:3 sample-matches-schema unknown property "${name}": the schema allows no properties here`,
      ],
    });
    expect(
      await checkFiles({ 'schemas/show.json': required, 'api_samples/flavor.json': '{}\n' }),
    ).toMatchObject({
      said: [`${where}:1 sample-matches-schema required property "${name}" is missing`],
    });
  });

  test('of a property that tells the alternatives of a union apart', async () => {
    const kind = (value: string) =>
      `{ "properties": { "${name}": { "const": "${value}" } }, "required": ["${name}"] }`;
    const outcome = await checkFiles({
      'schemas/show.json': `{ "oneOf": [${kind('create')}, ${kind('delete')}] }`,
      'api_samples/flavor.json': `{ "${name}": "craete" }\n`,
    });
    expect(outcome.said).toEqual([
      `api_samples/flavor.json:1:${7 + name.length} sample-matches-schema expected "create" or "delete", got "craete": did you mean "create"?`,
    ]);
  });

  test('of a keyword', async () => {
    const outcome = await checkFiles({
      'schemas/show.json': `{ "type": "object", "${name}": { "a": 1 } }`,
    });
    expect(outcome.said).toEqual([
      `schemas/show.json:1:21 schema-keywords-known "${name}" is not a keyword of 2020-12, so it is ignored: remove it, or list it under \`keywords:\` in the manifest`,
    ]);
  });

  test('of a type, and of a value that JSON does not have', async () => {
    const outcome = await checkFiles({
      'schemas/show.json': `{ "type": "${name}" }`,
      'api_samples/flavor.json': `{ "id": ${name} }\n`,
    });
    expect(outcome.said).toEqual([
      `api_samples/flavor.json:1:9 json-well-formed \`${name}\` is not JSON: put it in quotes`,
      expect.stringMatching(/^schemas\/show\.json:1:11 schema-is-valid /),
    ]);
  });

  test('of a contract and of a fact', async () => {
    const outcome = await checkFiles({
      'contracts.yaml': `contracts:
  ${name}: { schema: show.json, samples: flavor.json }
facts:
  ${name}: [{ sample: flavor.json, at: "$.id" }, { sample: flavor.json, at: "$.${name}" }]
`,
    });
    expect(outcome.said).toEqual([
      `contracts.yaml:4:${43 + name.length} fact-found the fact "${name}" has no value here: \`$.${name}\` selects nothing in \`flavor.json\``,
    ]);
  });

  test.each(['rules', 'limits', 'formats', 'contracts'])('of a property of `%s`', async (parent) => {
    const { code, said } = await checkFiles({ 'contracts.yaml': `${parent}: { ${name}: { ${name}: 1 } }\n` });
    expect(code).toBe(2);
    expect(said).toEqual([expect.stringMatching(/^the manifest is wrong|^contracts\.yaml:1:/)]);
  });

  test.each([
    `"${name}"`,
    `{ "${name}": 1 }`,
    `[{ "${name}": { "${name}": 1 } }]`,
    `{ "properties": ${object} }`,
    `{ "$ref": ${object} }`,
    `{ "$ref": "#/${name}" }`,
    `{ "$schema": ${object} }`,
    `{ "swagger": ${object}, "info": {} }`,
    `{ "type": ["string", ${object}], "maxItems": 1 }`,
    `{ "format": "${name}", "pattern": ${object} }`,
    `{ "dependentRequired": { "${name}": ["${name}"] } }`,
  ])('in the schema %s gives findings', async (schema) => {
    const { code, err } = await checkFiles({
      'schemas/show.json': schema,
      'api_samples/flavor.json': `${object}\n`,
    });
    expect({ code: code < 2, err }).toEqual({ code: true, err: '' });
  });

  test.each([
    `{ "id": ${object}, "status": "CURRENT", "links": ${object} }`,
    `{ "versions": [{ "id": "v2.1", "status": ${object}, "links": [${object}], "version": ${object} }] }`,
    `{ "choices": ${object} }`,
  ])('in the versions document %s gives findings', async (document) => {
    const { code, err } = await checkFiles({ 'api_samples/flavor.json': `${document}\n` });
    expect({ code: code < 2, err }).toEqual({ code: true, err: '' });
  });
});

function deep(open: string, leaf: string, close: string): string {
  return open.repeat(512) + leaf + close.repeat(512);
}

describe('512 levels, the most that a manifest may allow, are judged', () => {
  test.each([
    ['flavor.json', deep('{ "a": ', '"x"', ' }')],
    ['flavor.yaml', deep('{ a: ', 'x', ' }')],
  ])('in %s', async (file, text) => {
    const cwd = project({
      'contracts.yaml': `contracts: { a: { schema: a.json, samples: ${file} } }\n`,
      'schemas/a.json': '{ "type": ["object", "integer"], "additionalProperties": { "$ref": "#" } }',
      [`api_samples/${file}`]: `${text}\n`,
    });
    const { said } = await check(cwd);
    const judged = said.filter((line) => line.startsWith(`api_samples/${file}`));
    expect(judged).toEqual([
      expect.stringContaining('sample-matches-schema expected an object or an integer, got "x"'),
    ]);
  });

  test('more levels are a mistake in the manifest', async () => {
    const { said } = await checkFiles({ 'contracts.yaml': `limits: { depth: 513 }\n${MANIFEST}` });
    expect(said).toEqual([
      expect.stringContaining(
        'expected at most 512, got 513: the stack of Node.js is too small to judge deeper values',
      ),
    ]);
  });
});

test.each([
  [
    'contracts.yaml',
    `contracts: ${'{ a: '.repeat(600)}1${' }'.repeat(600)}\n`,
    'nests deeper than 512 levels',
  ],
  ['contracts.yaml', `contracts: ${'['.repeat(100_000)}\n`, 'nests too deep to be read'],
  ['schemas/show.json', `${'{"not":'.repeat(1900)}{}${'}'.repeat(1900)}`, 'nests deeper than 512 levels'],
  ['schemas/show.json', `{"const":${'['.repeat(600)}${']'.repeat(600)}}`, 'nests deeper than 512 levels'],
])('%s that nests too deep is one finding', async (file, text, words) => {
  const { said } = await checkFiles({ [file]: text });
  expect(said).toEqual([expect.stringContaining(words)]);
});
