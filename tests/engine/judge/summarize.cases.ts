import { expect, test } from '@jest/globals';

import { checkMade } from '../check-made';
import { openProject } from '../../../src/engine/open/open-project';
import { createEvidence } from '../../../src/engine/judge/evidence';
import { schemaSetOf } from '../../../src/engine/judge/schema-set-of';
import { subjectsOf } from '../../../src/engine/subjects/subjects';
import { notCheckedIn, summarize } from '../../../src/engine/judge/summarize';
import type { Finding } from '../../../src/model/findings/finding';
import type { Severity } from '../../../src/model/severity';
import { answer, BASE, failure, madeService, textAnswer } from '../made-service';
import { RULES } from '../../../src/rules/rule-registry';
import { tempProject } from '../temp-project';

const AT = { line: 1, column: 1, offset: 0 };
const SIZE = { contracts: 1, samples: 2, rules: 3, documents: 2 };

function finding(severity: Severity): Finding {
  return {
    fingerprint: 'samplegate/v1:1',
    ruleId: 'r',
    severity,
    message: 'm',
    file: 'a',
    start: AT,
    end: AT,
    also: [],
    related: [],
  };
}

test('findings are counted by severity', () => {
  const findings = (['error', 'info', 'error', 'warning'] as const).map(finding);
  expect(summarize(SIZE, findings, [])).toEqual({
    ...SIZE,
    findings: { error: 2, warning: 1, info: 1 },
    notChecked: [],
  });
});

test('kinds without items are omitted', () => {
  const left = { what: 'live requests', one: 'live request', items: ['GET /'] };
  expect(summarize(SIZE, [], [{ what: 'files', items: [] }, left]).notChecked).toEqual([left]);
});

test('ranges without a sample and live requests are listed, each with its contract', () => {
  const cwd = tempProject({
    'contracts.json': {
      base_microversion: '2.1',
      contracts: {
        ranged: {
          ranges: [
            { max_version: '2.2', schema: 'a.json' },
            { min_version: '2.3', max_version: '2.8', schema: 'b.json#/$defs/part' },
            { min_version: '2.9', schema: 'c.json' },
          ],
          samples: '{microversion}/a.json',
          live: [{ request: 'GET /a' }, { request: 'HEAD /a', status: 204 }],
        },
        'live.only': { schema: 'a.json', live: { request: 'GET /v3', status: 300 } },
        unmatched: { schema: 'a.json', samples: 'gone.json' },
      },
    },
    'schemas/a.json': true,
    'api_samples/a.json': {},
    'api_samples/v2.10/a.json': {},
  });
  const project = openProject({ cwd });
  const schemas = schemaSetOf(project);
  const left = notCheckedIn(project, subjectsOf(project, schemas), createEvidence(schemas), schemas, RULES);
  expect(left.filter(({ items }) => items.length > 0)).toEqual([
    {
      what: 'samples whose schema cannot be used',
      one: 'sample whose schema cannot be used',
      items: ['api_samples/v2.10/a.json'],
    },
    {
      what: 'samples whose schema accepts everything',
      one: 'sample whose schema accepts everything',
      items: ['api_samples/a.json'],
    },
    {
      what: 'ranges without a sample',
      one: 'range without a sample',
      items: ['ranged: 2.3 to 2.8 (b.json#/$defs/part)', 'unmatched: every microversion (a.json)'],
    },
    {
      what: 'live requests',
      one: 'live request',
      items: ['ranged: GET /a', 'ranged: HEAD /a', 'live.only: GET /v3'],
    },
  ]);
});

test('a live request without an answer is not checked, even if rules are off', async () => {
  const cwd = tempProject({
    'contracts.json': {
      contracts: {
        a: { schema: 'a.json', live: [{ request: 'GET /a' }, { request: 'GET /down' }] },
        b: { schema: 'a.json', live: [{ request: 'GET /down' }, { request: 'GET /gone' }] },
      },
      rules: { 'live-answers': 'off', 'sample-judged': 'off' },
    },
    'schemas/a.json': true,
    'api_samples/README': '',
  });
  const { live } = madeService([answer('/a', {}), failure('/down'), answer('/gone', {}, 404)]);
  const { findings, summary } = await checkMade(openProject({ cwd }), live);
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(['live-status', 'schema-constrains']);
  expect(summary.notChecked).toEqual([
    { what: 'live requests', one: 'live request', items: ['a: GET /down', 'b: GET /down'] },
    {
      what: 'live requests answered with another status',
      one: 'live request answered with another status',
      items: ['b: GET /gone'],
    },
  ]);
});

test('requests and facts that no rule reports are listed by reason', async () => {
  const paths = ['/no', '/busy', '/moved', '/page', '/empty', '/broken'];
  const cwd = tempProject({
    'contracts.json': {
      contracts: {
        a: { schema: 'a.json', samples: 'a.json', live: paths.map((path) => ({ request: `GET ${path}` })) },
      },
      facts: {
        id: [
          { sample: 'a.json', at: '$.id' },
          { file: 'gone.txt', match: 'x' },
        ],
      },
      rules: Object.fromEntries(
        ['json-well-formed', 'live-json', 'live-status', 'fact-found', 'sample-judged'].map((id) => [
          id,
          'off',
        ]),
      ),
    },
    'schemas/a.json': { type: 'object' },
    'api_samples/a.json': '{',
  });
  const exchanges = [
    answer('/no', {}, 401),
    answer('/busy', {}, 429),
    answer('/moved', {}, 301),
    textAnswer('/page', '<html>', [['Content-Type', 'text/html']]),
    textAnswer('/empty', ''),
    textAnswer('/broken', '{'),
  ];
  const { findings, summary } = await checkMade(openProject({ cwd }), madeService(exchanges).live);
  expect(findings).toEqual([]);
  expect(summary.notChecked.map(({ one, items }) => [one, items])).toEqual([
    ['sample that cannot be read as JSON', ['api_samples/a.json']],
    ['response that cannot be read as JSON', [`${BASE}broken`]],
    ['live request answered 401, 403 or 429', ['a: GET /no', 'a: GET /busy']],
    ['live request answered with another status', ['a: GET /moved']],
    ['live request answered with another media type than JSON', ['a: GET /page']],
    ['live request answered without JSON', ['a: GET /empty']],
    ['place of a fact without a value', ['id: `$.id` in a.json', 'id: `x` in gone.txt']],
  ]);
});

test('requests that are answered without a body by definition are listed, not passed', async () => {
  const requests = [
    { request: 'HEAD /a' },
    { request: 'GET /gone', status: 204 },
    { request: 'GET /same', status: 304 },
    { request: 'GET /a' },
  ];
  const cwd = tempProject({
    'contracts.json': { contracts: { a: { schema: 'a.json', live: requests } } },
    'schemas/a.json': { type: 'object' },
    'api_samples/README': '',
  });
  const exchanges = [
    { ...textAnswer('/a', ''), request: { method: 'HEAD', path: '/a' } },
    { ...textAnswer('/gone', ''), answer: { status: 204, headers: [], text: '' } },
    { ...textAnswer('/same', ''), answer: { status: 304, headers: [], text: '' } },
    answer('/a', { a: 1 }),
  ];
  const { findings, summary, verdicts } = await checkMade(openProject({ cwd }), madeService(exchanges).live);
  expect(findings).toEqual([]);
  expect(summary.notChecked).toEqual([
    {
      what: 'live requests answered without a body, as HTTP requires (HEAD, 204, 304)',
      one: 'live request answered without a body, as HTTP requires (HEAD, 204, 304)',
      items: ['a: HEAD /a', 'a: GET /gone', 'a: GET /same'],
    },
  ]);
  const judged = verdicts.filter(({ rules }) => rules.includes('sample-judged'));
  expect(judged.map(({ name }) => name)).toEqual(['GET /a', 'sample-judged']);
});

test('an endpoint that should negotiate but offers no microversions is listed as not checked', async () => {
  const cwd = tempProject({
    'contracts.json': {
      service: 'compute',
      contracts: { a: { schema: 'a.json', live: { request: 'GET /servers', negotiates: true } } },
    },
    'schemas/a.json': { type: 'object' },
    'api_samples/README': '',
  });
  const { live } = madeService([answer('/servers', { servers: [] }), answer('/', {}, 404)]);
  const { findings, summary } = await checkMade(openProject({ cwd }), live);
  expect(findings).toEqual([]);
  expect(summary.alsoRequested).toEqual(['http://cloud/compute/ (404)']);
  expect(summary.notChecked).toEqual([
    {
      what: 'endpoints that offered no microversions',
      nothingOf: 'the negotiation',
      one: 'endpoint that offered no microversions',
      items: ['http://cloud/compute/servers'],
    },
  ]);
});
