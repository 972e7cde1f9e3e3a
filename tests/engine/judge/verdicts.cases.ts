import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';

import { check } from '../../../src/engine/check';
import { checkMade } from '../check-made';
import { openProject } from '../../../src/engine/open/open-project';
import { createVerdicts, isAboutOneDocument } from '../../../src/engine/judge/verdicts';
import type { AlsoSaid, Finding } from '../../../src/model/finding';
import { RULES } from '../../../src/rules/rule-registry';
import type { AnyRule, SubjectKind } from '../../../src/rules/rule';
import { NO_SUBJECTS } from '../../../src/engine/subjects/subjects';
import { answer, BASE, failure, madeService } from '../made-service';
import { tempProject } from '../temp-project';
import { entry, versionsDocument } from '../versions-subject';

const AT = { line: 1, column: 1, offset: 0 };

function rule(id: string, subject: SubjectKind): AnyRule {
  return { id, subject, severity: 'error', summary: '', check: () => [] };
}

function finding(ruleId: string, file: string, also: readonly AlsoSaid[] = []): Finding {
  return {
    fingerprint: `samplegate/v1:${ruleId}`,
    ruleId,
    severity: 'error',
    message: ruleId,
    file,
    start: AT,
    end: AT,
    also,
    related: [],
  };
}

const rules = [
  rule('json-well-formed', 'document'),
  rule('status-known', 'versions'),
  rule('sample-matches-schema', 'sample'),
  rule('documents-agree', 'versions-set'),
  rule('facts-agree', 'fact'),
];

const subjects = {
  ...NO_SUBJECTS,
  document: ['a.json', 'b.json'].map((name) => versionsDocument(name, {})),
};

/** `name: the rules of its findings`, or `name: passed`. */
function verdictsOn(findings: readonly Finding[]): readonly string[] {
  return createVerdicts(subjects, rules, findings).map(
    ({ name, findings: found }) => `${name}: ${found.map(({ ruleId }) => ruleId).join(', ') || 'passed'}`,
  );
}

test('there is a verdict for each document and for each rule that looks across documents', () => {
  expect(createVerdicts(subjects, rules, [])).toEqual([
    ...['a.json', 'b.json'].map((name) => ({
      group: 'sample',
      name,
      file: name,
      rules: ['json-well-formed'],
      findings: [],
    })),
    { group: 'rule', name: 'documents-agree', rules: ['documents-agree'], findings: [] },
    { group: 'rule', name: 'facts-agree', rules: ['facts-agree'], findings: [] },
  ]);
});

test('a finding of a rule about one document belongs to the document, of another rule to the rule', () => {
  expect(verdictsOn([finding('status-known', 'b.json'), finding('facts-agree', 'a.json')])).toEqual([
    'a.json: passed',
    'b.json: status-known',
    'documents-agree: passed',
    'facts-agree: facts-agree',
  ]);
});

test('a finding that several rules report belongs to each: none of them passed', () => {
  expect(
    verdictsOn([
      finding('documents-agree', 'a.json', [{ ruleId: 'sample-matches-schema', keyword: 'required' }]),
      finding('sample-matches-schema', 'b.json', [{ ruleId: 'facts-agree' }]),
    ]),
  ).toEqual([
    'a.json: documents-agree',
    'b.json: sample-matches-schema',
    'documents-agree: documents-agree',
    'facts-agree: sample-matches-schema',
  ]);
});

test('a verdict names each contract that claims the sample once', async () => {
  const cwd = join(__dirname, '../../fixtures/projects/servers-right');
  const { verdicts } = await check({ cwd });
  expect(
    verdicts
      .filter(({ group }) => group === 'sample')
      .map(({ name, file, contract }) => ({ name, file, contract })),
  ).toEqual([
    { name: 'servers/bad.json', file: 'api_samples/servers/bad.json', contract: 'servers.show' },
    ...[
      'server-get-resp.json',
      'server-get-v257.json',
      'v2.10/server-get-resp.json',
      'v2.3/server-get-resp.json',
    ].map((name) => ({
      name: `servers/${name}`,
      file: `api_samples/servers/${name}`,
      contract: 'servers.show, servers.any',
    })),
  ]);
});

test("a document's verdict lists only rules about its kinds", async () => {
  const { verdicts } = await check({ cwd: join(__dirname, '../../..') });
  const rulesOf = (file: string) => verdicts.find(({ name }) => name.endsWith(file))?.rules;
  const ofSample = new Set<SubjectKind>(['document', 'sample', 'versions', 'named']);
  const ofVersions = RULES.filter(({ subject }) => ofSample.has(subject)).map(({ id }) => id);
  expect(rulesOf('versions-get-resp.json')).toEqual(ofVersions);
  const other = await check({ cwd: join(__dirname, '../../fixtures/projects/remarks') });
  const isLaw = new Set(RULES.filter(({ subject }) => subject === 'versions').map(({ id }) => id));
  expect(other.verdicts[0]?.rules).toEqual(ofVersions.filter((id) => !isLaw.has(id)));
});

test('every finding is in a verdict', async () => {
  const { verdicts, findings } = await check({
    cwd: join(__dirname, '../../fixtures/projects/servers-wrong'),
  });
  const judged = new Set(verdicts.flatMap((verdict) => verdict.findings));
  expect(findings.length).toBeGreaterThan(5);
  expect(findings.filter((each) => !judged.has(each))).toEqual([]);
});

test('the rules about one document are those about a file, its contract and its laws, and those about one response', () => {
  const kinds = new Set(RULES.filter(isAboutOneDocument).map(({ subject }) => subject));
  const ofSample = ['document', 'sample', 'versions'] as const;
  const ofResponse = ['request-group', 'exchange', 'comparison', 'negotiation', 'followed-link'] as const;
  expect(kinds).toEqual(new Set([...ofSample, ...ofResponse]));
});

async function live(contracts: object, exchanges: Parameters<typeof madeService>[0]) {
  const cwd = tempProject({
    'contracts.json': { service: 'compute', contracts },
    'schemas/any.json': { type: 'object' },
    'api_samples/a.json': { a: 1 },
  });
  const result = await checkMade(openProject({ cwd }), madeService(exchanges).live);
  const judged = new Set(result.verdicts.flatMap(({ findings }) => findings));
  expect(result.findings.filter((each) => !judged.has(each))).toEqual([]);
  return result.verdicts
    .filter(({ group }) => group !== 'rule')
    .map(({ group, name, file, contract, findings, rules: over }) => ({
      is: [group, name, file, contract].join(' '),
      errors: findings.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId),
      kinds: [
        ...new Set(RULES.filter(({ id }) => over.includes(id)).map(({ subject }) => subject)),
      ].toSorted(),
    }));
}

describe('in a live run', () => {
  const schema = 'any.json';
  const show = {
    version: entry('v2.1', `${BASE}v2.1/`, { version: '2.3', min_version: '2.1', status: 'SUPORTED' }),
  };

  test('there is a verdict for each sample, each request and each document that links lead to', async () => {
    const contracts = {
      a: { schema, samples: 'a.json', live: { request: 'GET /a' } },
      index: { schema, live: { request: 'GET /' } },
      down: { schema, live: { request: 'GET /down' } },
    };
    const index = { versions: [entry('v2.1', `${BASE}v2.1/`, { version: '2.3', min_version: '2.1' })] };
    const exchanges = [answer('/a', { a: 2 }), answer('/', index), answer('/v2.1/', show), failure('/down')];
    expect(await live(contracts, exchanges)).toEqual([
      { is: 'sample a.json api_samples/a.json a', errors: [], kinds: ['document', 'named', 'sample'] },
      {
        is: `response GET ${BASE}v2.1/ ${BASE}v2.1/ `,
        errors: ['status-known'],
        kinds: ['document', 'followed-link', 'versions'],
      },
      {
        is: `response GET /a ${BASE}a a`,
        errors: ['sample-matches-response'],
        kinds: ['comparison', 'document', 'exchange', 'named', 'request-group', 'sample'],
      },
      {
        is: `response GET / ${BASE} index`,
        errors: [],
        kinds: ['document', 'exchange', 'followed-link', 'named', 'request-group', 'sample', 'versions'],
      },
      {
        is: `response GET /down ${BASE}down down`,
        errors: ['live-answers'],
        kinds: ['exchange', 'named', 'request-group'],
      },
    ]);
  });

  test('negotiation has a verdict, even if the manifest requests the endpoint only at a microversion', async () => {
    const contracts = {
      show: { schema, live: { request: 'GET /v2.1/', microversion: '2.3', negotiates: true } },
    };
    const body = { version: { ...show.version, links: [] } };
    const exchanges = [answer('/v2.1/', body), answer('/v2.1', body)].concat({
      ...answer('', body),
      request: { method: 'HEAD', path: '/v2.1/' },
    });
    expect((await live(contracts, exchanges)).map(({ is, kinds }) => [is, kinds])).toEqual([
      ['sample a.json api_samples/a.json ', ['document', 'sample']],
      [
        `response GET /v2.1/ ${BASE}v2.1/ at 2.3 show`,
        ['document', 'exchange', 'named', 'request-group', 'sample', 'versions'],
      ],
      [`response GET ${BASE}v2.1/ ${BASE}v2.1/ `, ['negotiation', 'request-group']],
    ]);
  });
});
