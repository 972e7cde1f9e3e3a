import { describe, expect, test } from '@jest/globals';

import { check } from '../../src/engine/check';
import { checkValue } from '../../src/engine/check-value';
import { openProject } from '../../src/engine/open/open-project';
import { brief } from './brief';
import { checkMade } from './check-made';
import { madeService, textAnswer } from './made-service';
import { tempProject } from './temp-project';

/** The findings of a project with one contract. */
async function findingsWith(
  schema: string,
  sample: string,
  { file = 'a.json', manifest = {} }: { readonly file?: string; readonly manifest?: object } = {},
): Promise<readonly string[]> {
  const cwd = tempProject({
    [`schemas/${file}`]: schema,
    'api_samples/a.json': `${sample}\n`,
    'contracts.yaml': { contracts: { a: { schema: file, samples: 'a.json' } }, ...manifest },
  });
  const { findings } = await check({ cwd });
  return findings.map(brief);
}

const INT64 = '{"properties": {"n": {"minimum": -9223372036854775808, "maximum": 9223372036854775807}}}';

const ALLOWED =
  'a.json 1:7-1:26 warning numbers-exact /n JavaScript reads 9223372036854775808 as 9223372036854776000, but "maximum" in the schema allows such numbers: send a string, or make clients parse big numbers';

describe('64-bit bounds', () => {
  test('check a sample that has none of these numbers, and are no finding', async () => {
    expect(await findingsWith(INT64, '{"n": 5}')).toEqual([]);
    expect(await findingsWith(INT64, '{"n": 9007199254740991}')).toEqual([]);
  });

  test('check a sample exactly', async () => {
    expect(await findingsWith(INT64, '{"n": 9223372036854775808}')).toEqual([
      'api_samples/a.json 1:7-1:26 error sample-matches-schema /n expected at most 9223372036854775807, got 9223372036854775808',
      `api_samples/${ALLOWED} (schemas/a.json 1:67 they are allowed here)`,
    ]);
    expect(await findingsWith(INT64, '{"n": -9223372036854775808}')).toEqual([
      'api_samples/a.json 1:7-1:27 warning numbers-exact /n JavaScript reads -9223372036854775808 as -9223372036854776000, but "minimum" in the schema allows such numbers: send a string, or make clients parse big numbers (schemas/a.json 1:34 they are allowed here)',
    ]);
  });

  test('do the same in YAML', async () => {
    const schema = 'properties:\n  n: { maximum: 0x7FFFFFFFFFFFFFFF }\n';
    expect(await findingsWith(schema, '{"n": 9223372036854775808}', { file: 'a.yaml' })).toEqual([
      'api_samples/a.json 1:7-1:26 error sample-matches-schema /n expected at most 9223372036854775807, got 9223372036854775808',
      `api_samples/${ALLOWED} (schemas/a.yaml 2:17 they are allowed here)`,
    ]);
    expect(await findingsWith(schema, '{"n": 5}', { file: 'a.yaml' })).toEqual([]);
  });

  test('are exceeded by a sample that is wrong on purpose', async () => {
    const contracts = { a: { schema: 'a.json', samples: { path: 'a.json', expect: 'invalid' } } };
    const manifest = { contracts, rules: { 'numbers-exact': 'off' } };
    expect(await findingsWith(INT64, '{"n": 9223372036854775808}', { manifest })).toEqual([]);
    expect(await findingsWith(INT64, '{"n": 9223372036854775807}', { manifest })).toEqual([
      'api_samples/a.json 1:1-1:1 error sample-fails-as-expected expected an invalid sample, but a.json accepts it: make the schema reject it, or remove `expect: invalid` (contracts.yaml 1:56 a expects it to be invalid)',
    ]);
  });

  test('check the value that a test has by its shortest spelling', () => {
    const cwd = tempProject({
      'schemas/a.json': INT64,
      'contracts.yaml': { contracts: { a: { schema: 'a.json', samples: 'a.json' } } },
      'api_samples/a.json': '{}',
    });
    const project = openProject({ cwd });
    const messages = (n: number) => checkValue(project, 'a', { n }).findings.map(({ message }) => message);
    expect(messages(2 ** 63)).toEqual(['expected at most 9223372036854775807, got 9223372036854776000']);
    expect(messages(2 ** 63 - 1024)).toEqual([]);
    expect(messages(2 ** 53)).toEqual([]);
  });

  test('check the body of a response', async () => {
    const cwd = tempProject({
      'schemas/a.json': INT64,
      'api_samples/a.json': '{"n": 9223372036854775807}\n',
      'contracts.yaml': {
        contracts: {
          a: { schema: 'a.json', samples: 'a.json', live: { request: 'GET /a', compare: 'exact' } },
        },
        rules: { 'numbers-exact': 'off' },
      },
    });
    const { live } = madeService([textAnswer('/a', '{"n": 9223372036854775808}')]);
    const { findings } = await checkMade(openProject({ cwd }), live);
    expect(findings.map(brief)).toEqual([
      'http://cloud/compute/a 1:7-1:26 error sample-matches-schema /n expected at most 9223372036854775807, got 9223372036854775808 {sample-matches-response} (api_samples/a.json 1:7 the same place in the sample)',
    ]);
  });
});

test('a severity in the manifest is for every number', async () => {
  const manifest = { rules: { 'numbers-exact': 'info' } };
  const schema = '{"properties": {"n": {"format": "int64"}}, "required": ["n"]}';
  expect(await findingsWith(schema, '{"n": 9223372036854775807, "m": 1e400}', { manifest })).toEqual([
    'api_samples/a.json 1:7-1:26 info numbers-exact /n JavaScript reads 9223372036854775807 as 9223372036854776000, but "format" in the schema allows such numbers: send a string, or make clients parse big numbers (schemas/a.json 1:33 they are allowed here)',
    'api_samples/a.json 1:33-1:38 info numbers-exact /m 1e400 is larger than most parsers can read: write it as a string',
  ]);
});

test('a format that is not checked allows numbers too', async () => {
  const manifest = { formats: { int64: 'off' } };
  const schema = '{"properties": {"n": {"type": "integer", "format": "int64"}}}';
  expect(await findingsWith(schema, '{"n": 9223372036854775808}', { manifest })).toEqual([
    'api_samples/a.json 1:7-1:26 warning numbers-exact /n JavaScript reads 9223372036854775808 as 9223372036854776000, but "format" in the schema allows such numbers: send a string, or make clients parse big numbers (schemas/a.json 1:52 they are allowed here)',
  ]);
});

describe('a schema whose text has a problem that changes nothing', () => {
  test.each([
    [
      'a.json',
      '{"type": "object", "type": "object", "default": 1e400, "required": ["n"]}',
      '1:20-1:26',
      '1:2',
    ],
    ['a.yaml', 'type: object\ndefault: 1e400\nrequired: [n]\ntype: object\n', '4:1-4:5', '1:1'],
  ])('checks samples: %s', async (file, schema, at, first) => {
    const repeated = `schemas/${file} ${at} info schema-reads-alike the property "type" appears twice with the same value: remove one (schemas/${file} ${first} the first one)`;
    expect(await findingsWith(schema, '{"n": 1}', { file })).toEqual([repeated]);
    expect(await findingsWith(schema, '{}', { file })).toEqual([
      'api_samples/a.json 1:1-1:2 error sample-matches-schema \'\' required property "n" is missing',
      repeated,
    ]);
  });
});

describe('a property with two values loses its meaning', () => {
  test.each([
    [
      'a.json',
      '{"maximum": 1, "maximum": 2}',
      '1:16-1:25',
      'the property "maximum" appears twice in this object, and parsers disagree on which one counts: remove one',
    ],
    [
      'a.json',
      '{"maximum": 9007199254740992, "maximum": 9007199254740993}',
      '1:31-1:40',
      'the property "maximum" appears twice in this object, and parsers disagree on which one counts: remove one',
    ],
    ['a.yaml', 'maximum: 1\nmaximum: 2\n', '2:1-2:8', 'the property `maximum` appears twice: remove one'],
  ])('%s: %j', async (file, schema, at, message) => {
    const [finding = '', ...more] = await findingsWith(schema, '1', { file });
    expect(finding).toContain(`schemas/${file} ${at} error schema-readable`);
    expect(finding).toContain(message);
    expect(more).toEqual([]);
  });
});
