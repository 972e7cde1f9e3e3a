import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { check } from '../../../src/engine/check';
import { checkValue } from '../../../src/engine/check-value';
import { openProject } from '../../../src/engine/open/open-project';
import { matchers } from '../../../src/testing/to-satisfy-contract';
import type { Project } from '../../../src/model/project/project';
import type { Sample } from '../../../src/model/contracts/contract';
import type { SchemaVerdict } from '../../../src/model/schemas/validation';
import { sampleJudged } from '../../../src/rules/judged/sample-judged';
import { NO_EVIDENCE } from '../../../src/rules/rule';
import { createJsonSource } from '../../../src/text/json/json-source';
import { brief } from '../../engine/brief';
import { checkMade } from '../../engine/check-made';
import { answer, failure, madeService, textAnswer } from '../../engine/made-service';
import { tempProject } from '../../engine/temp-project';

type Files = Readonly<Record<string, unknown>>;

const off = (...ids: readonly string[]): Project['rules'] => Object.fromEntries(ids.map((id) => [id, 'off']));

async function live(
  exchanges: Parameters<typeof madeService>[0],
  rules: Files,
  more: Files = {},
): Promise<readonly string[]> {
  const requests = exchanges.map(({ request }) => ({ request: `GET ${request.path}` }));
  const cwd = tempProject({
    'contracts.json': { contracts: { a: { schema: 's.json', live: requests, ...more } }, rules },
    'schemas/s.json': { type: 'object' },
    'api_samples/a.json': {},
  });
  const { findings } = await checkMade(openProject({ cwd }), madeService(exchanges).live);
  return findings.filter(({ ruleId }) => ruleId !== 'sample-has-contract').map(brief);
}

/** A project with a fact in a sample with the value 1 and in another place. */
function projectWith(place: Files): Project {
  const cwd = tempProject({
    'contracts.json': {
      contracts: { a: { schema: 's.json', samples: '*.json' } },
      facts: { id: [{ sample: 'a.json', at: '$.id' }, place] },
      limits: { validation_time: 300 },
      rules: { 'schema-constrains': 'off' },
    },
    'schemas/s.json': true,
    'api_samples/a.json': { id: 1 },
    'id.txt': `id = 1 ${'a'.repeat(40)}\n`,
  });
  return openProject({ cwd });
}

function values(): string {
  return tempProject({
    'contracts.json': {
      contracts: {
        broken: { schema: 'gone.json' },
        slow: { schema: 'slow.json' },
        right: { schema: 'right.json' },
      },
      limits: { validation_time: 100 },
      rules: off('schema-readable', 'json-well-formed', 'contract-has-document'),
    },
    'schemas/slow.json': { pattern: '^(a+)+$' },
    'schemas/right.json': { type: 'string' },
    'api_samples/README': '',
  });
}

describe('live responses', () => {
  const AT = 'http://cloud/compute/a 1:1-1:1';

  test.each([
    ['no answer', failure('/a'), 'live-answers', 'refused the connection'],
    [
      'another status',
      answer('/a', {}, 201),
      'live-status',
      'expected status 200 OK, got 201 Created: if this is correct, set `status: 201`',
    ],
    [
      'an empty body',
      textAnswer('/a', ''),
      'live-json',
      'expected JSON, got an empty body: is this the response of the service, or of a proxy in front of it?',
    ],
    [
      'a body that is not JSON and has no Content-Type',
      textAnswer('/a', 'OK', []),
      'live-json',
      'expected JSON, got text that begins with "OK": is this the response of the service, or of a proxy in front of it?',
    ],
  ])('%s is an error, unless the manifest says otherwise', async (_, exchange, rule, message) => {
    const joined = [`${AT} error ${rule} ${message} {sample-judged}`];
    expect(await live([exchange], {})).toEqual(joined);
    expect(await live([exchange], { [rule]: 'warning' })).toEqual(joined);
    expect(await live([exchange], off(rule))).toEqual([`${AT} error sample-judged not checked: ${message}`]);
    expect(await live([exchange], off(rule, 'sample-judged'))).toEqual([]);
  });

  test.each([
    ['401', answer('/a', {}, 401), 'live-status'],
    ['403', answer('/a', {}, 403), 'live-status'],
    ['429', answer('/a', {}, 429), 'live-status'],
    ['another media type', textAnswer('/a', '<html>', [['Content-Type', 'text/html']]), 'live-json'],
  ])('%s is an error of its own rule only', async (_, exchange, rule) => {
    expect((await live([exchange], {})).map((line) => line.split(' ').slice(2, 4).join(' '))).toEqual([
      `error ${rule}`,
    ]);
    expect((await live([exchange], {})).join('')).not.toContain('sample-judged');
    expect(await live([exchange], off(rule))).toEqual([]);
  });

  test('JSON that is cut off is an error', async () => {
    const cut = [textAnswer('/a', '{"id": ')];
    const message =
      'the object that starts on line 1 is not closed: expected a value, got the end of the text';
    expect(await live(cut, { 'json-well-formed': 'warning' })).toEqual([
      `http://cloud/compute/a 1:8-1:8 error json-well-formed ${message} {sample-judged}`,
    ]);
    expect(await live(cut, off('json-well-formed'))).toEqual([
      `http://cloud/compute/a 1:8-1:8 error sample-judged not checked: ${message}`,
    ]);
  });

  test('a broken schema lists samples and responses', async () => {
    expect(
      await live([answer('/a', {}), answer('/b', {})], off('schema-readable'), {
        schema: 'gone.json',
        samples: 'a.json',
      }),
    ).toEqual([
      'contracts.json 1:29-1:40 error sample-judged /contracts/a/schema 1 sample and 2 responses not checked: there is no schema "gone.json" in schemas: create it, or fix the path (api_samples/a.json 1:1 not checked) (http://cloud/compute/a 1:1 not checked) (http://cloud/compute/b 1:1 not checked)',
    ]);
  });
});

describe('a schema without a problem that a rule reports', () => {
  const place = { file: 'contracts.json' } as const;
  const version = { range: {}, schema: { file: 'deep.json', pointer: '' }, place };
  const contract = { name: 'a', place, versions: [version], patterns: [], live: [] };
  const sample = (name: string, expected: 'valid' | 'invalid'): Sample => ({
    path: name,
    document: {
      source: createJsonSource(name, '{}'),
      kind: 'sample',
      origin: 'samples',
      value: {},
      problems: [],
    },
    claims: [{ contract, pattern: { pattern: name, expect: expected, place }, versions: [version] }],
  });
  const named = {
    samples: [sample('a.json', 'valid'), sample('b.json', 'invalid')],
    exchanges: [],
    facts: [],
    around: [],
  };
  const schema = { place: { file: 'deep.json' }, obstacles: [] };

  test.each<[string, SchemaVerdict, string]>([
    [
      'a validator that fails',
      { kind: 'unusable-schema', reason: 'out of luck' },
      'validation failed: out of luck',
    ],
    ['a schema that gives no verdict', { kind: 'unusable-schema' }, 'this is not a valid schema'],
  ])('%s leaves its samples unjudged', (_, verdict, reason) => {
    const evidence = { ...NO_EVIDENCE, schemaOf: () => schema, verdict: () => verdict };
    expect(Array.from(sampleJudged.check(named, evidence))).toEqual([
      {
        at: { file: 'deep.json' },
        message: `2 samples not checked: ${reason}`,
        related: ['a.json', 'b.json'].map((file) => ({ at: { file }, message: 'not checked' })),
      },
    ]);
  });
});

test('a sample that is only compared with a response must be readable', async () => {
  const cwd = tempProject({
    'contracts.json': {
      contracts: { a: { schema: 's.json', live: { request: 'GET /a', sample: 'a.json' } } },
      rules: off('json-well-formed', 'sample-has-contract'),
    },
    'schemas/s.json': { type: 'object' },
    'api_samples/a.json': '{',
    'api_samples/b.json': '{',
  });
  const { live: service } = madeService([answer('/a', {})]);
  const { findings } = await checkMade(openProject({ cwd }), service);
  expect(findings.map(brief)).toEqual([
    'api_samples/a.json 1:2-1:2 error sample-judged not checked: the object that starts on line 1 is not closed: expected `}`, got the end of the text',
  ]);
});

describe('facts', () => {
  test.each([
    [
      'a file that does not exist',
      { file: 'gone.txt', match: 'x' },
      '`gone.txt` cannot be read: there is no such file; create it, or fix the path',
    ],
    [
      'a file that is a folder',
      { file: 'schemas', match: 'x' },
      '`schemas` cannot be read: it is a folder, not a file; rename it, or put the file in its place',
    ],
    [
      'a sample that does not exist',
      { sample: 'b.json', at: '$.id' },
      'there is no sample `b.json`: did you mean `a.json`?',
    ],
    [
      'a sample without the value',
      { sample: 'a.json', at: '$.name' },
      '`$.name` selects nothing in `a.json`',
    ],
    [
      'a wrong query',
      { sample: 'a.json', at: '$..[' },
      "`$..[` is not a JSONPath query: unclosed bracketed selection ('$..[':4)",
    ],
    [
      'a wrong pattern',
      { file: 'id.txt', match: '(' },
      '`(` is not a regular expression: Unterminated group',
    ],
    [
      'a pattern that takes too long',
      { file: 'id.txt', match: '(a+)+!' },
      '`(a+)+!` took longer than 300 ms: simplify it, or raise `limits.validation_time`',
    ],
  ])('%s leaves the fact unjudged', async (_, place, problem) => {
    const project = projectWith(place);
    const found = async (rules: Project['rules']) => {
      const { findings } = await check({ project: { ...project, rules: { ...project.rules, ...rules } } });
      return findings.map(brief);
    };
    const at = 'contracts.json 1:106-1:107';
    const message = `the fact "id" has no value here: ${problem}`;
    const joined = [`${at} error fact-found /facts/id/1 ${message} {sample-judged}`];
    expect(await found({})).toEqual(joined);
    expect(await found({ 'fact-found': 'warning' })).toEqual(joined);
    expect(await found(off('fact-found'))).toEqual([
      `${at} error sample-judged /facts/id/1 not checked: ${message}`,
    ]);
    expect(await found(off('fact-found', 'sample-judged'))).toEqual([]);
  });

  test('a place without the value does not leave the fact unjudged if two others have it', async () => {
    const cwd = tempProject({
      'contracts.json': {
        contracts: { a: { schema: 's.json', samples: '*.json' } },
        facts: { id: ['$.id', '$.name', '$.gone'].map((at) => ({ sample: 'a.json', at })) },
        rules: off('fact-found'),
      },
      'schemas/s.json': { type: 'object' },
      'api_samples/a.json': { id: 1, name: 1 },
    });
    expect((await check({ cwd })).findings).toEqual([]);
  });

  test('a sample that is not JSON leaves itself and the fact unjudged', async () => {
    const project = projectWith({ sample: 'b.json', at: '$.id' });
    const cwd = project.folders.project;
    writeFileSync(join(cwd, 'api_samples/b.json'), '{');
    const { findings } = await check({ cwd });
    expect(findings.map(brief)).toEqual([
      'api_samples/b.json 1:2-1:2 error json-well-formed the object that starts on line 1 is not closed: expected `}`, got the end of the text {sample-judged}',
      'contracts.json 1:106-1:107 error fact-found /facts/id/1 the fact "id" has no value here: `b.json` cannot be read as JSON {sample-judged}',
    ]);
  });
});

describe('a value', () => {
  test.each([
    [
      'broken',
      'a',
      'contracts.json 1:34-1:45 error sample-judged /contracts/broken/schema 1 value not checked: there is no schema "gone.json" in schemas: create it, or fix the path (value for broken 1:1 not checked)',
    ],
    [
      'slow',
      `${'a'.repeat(40)}!`,
      "schemas/slow.json 1:1-1:2 error sample-judged '' 1 value not checked: validation took longer than 100 ms: simplify the patterns of this schema (nested repeats such as (a+)+ take exponential time), or raise `limits.validation_time` (value for slow 1:1 not checked)",
    ],
    [
      'right',
      undefined,
      'value for right 1:1-1:1 error sample-judged not checked: expected a JSON value, got undefined',
    ],
  ])('of the contract %s that cannot be judged is an error', (contract, value, finding) => {
    const project = openProject({ cwd: values() });
    expect(checkValue(project, contract, value).findings.map(brief)).toEqual([finding]);
    const folder = project.folders.project;
    expect(() => matchers.toSatisfyContract(value, contract, { cwd: folder })).toThrow(
      'error  sample-judged',
    );
  });
});
