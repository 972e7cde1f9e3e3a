import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';

import { check } from '../../../src/engine/check';
import { checkLaws } from '../../../src/engine/check-laws';
import { checkMade } from '../check-made';
import { openProject } from '../../../src/engine/open/open-project';
import { createVerdicts, isAboutOneDocument } from '../../../src/engine/judge/verdicts';
import type { Verdict } from '../../../src/model/findings/check-result';
import type { AlsoSaid, Finding } from '../../../src/model/findings/finding';
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
    {
      group: 'rule',
      name: 'documents-agree',
      rules: ['documents-agree'],
      findings: [],
      nothingToJudge: 'no versions documents',
    },
    { group: 'rule', name: 'facts-agree', rules: ['facts-agree'], findings: [], nothingToJudge: 'no facts' },
  ]);
});

/** The rules that had nothing to judge, with the reason. */
function withoutSubject(verdicts: readonly Verdict[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    verdicts.flatMap(({ name, nothingToJudge }) =>
      nothingToJudge === undefined ? [] : [[name, nothingToJudge]],
    ),
  );
}

/** The same for the laws of one versions document. */
async function lawsWithoutSubject(options: object) {
  const text = JSON.stringify({ versions: [entry('v2.1', 'http://h.example.org/v2.1/')] });
  const documents = [{ name: 'a.json', text }];
  return withoutSubject((await checkLaws({ documents, ...options })).verdicts);
}

describe('a rule without anything to judge says why:', () => {
  const MANIFEST = { contracts: { a: { schema: 'a.json', samples: '*.json' } } };
  const of = async (files: Readonly<Record<string, unknown>>) => {
    const cwd = tempProject({ 'contracts.json': MANIFEST, 'schemas/a.json': { type: 'object' }, ...files });
    return withoutSubject((await check({ cwd })).verdicts);
  };

  test('in a project with a contract and a sample', async () => {
    expect(await of({ 'api_samples/a.json': { a: 1 } })).toEqual({
      ...Object.fromEntries(
        ['self-version', 'documents-agree', 'version-listed', 'folder-in-range', 'newest-matches-code'].map(
          (id) => [id, 'no versions documents'],
        ),
      ),
      'ranges-disjoint': 'no contract with several ranges',
      'ranges-adjoin': 'no contract with several ranges',
      'ranges-differ': 'no contract with several ranges',
      'ranges-reach-ends': 'no contract with ranges',
      'schema-has-sample': 'no contracts with placeholders',
      'sample-up-to-date': 'no samples with a microversion',
      'sample-shape-in-range': 'no samples with a microversion',
      'sample-folder-differs': 'no vX.Y folders',
      'shared-keys-answered': 'no lists that share an object schema with another contract',
      'openapi-readable': 'no OpenAPI documents',
      'operation-has-example': 'no operations of OpenAPI documents',
      'example-resolves': 'no OpenAPI documents',
      'example-or-examples': 'no OpenAPI documents',
      'example-has-schema': 'no OpenAPI documents',
      'schema-example-matches': 'no examples of schemas',
      'fact-found': 'no facts',
      'facts-agree': 'no facts',
    });
  });

  test('in one with ranges, folders, facts and several versions documents, few', async () => {
    const url = 'http://h.example.org/v2.1/';
    const ranged = { schema: 'a.json', max_version: '2.5' };
    const files = {
      'contracts.json': {
        base_microversion: '2.1',
        contracts: {
          a: { ranges: [ranged, { schema: 'a.json', min_version: '2.6' }], samples: 'a/*.json' },
          v: { schema: 'a.json', samples: '*.json' },
        },
        facts: {
          id: [
            { sample: 'a/a.json', at: '$.a' },
            { sample: 'b.json', at: '$.version.id' },
          ],
        },
      },
      'api_samples/a/v2.3/a.json': { a: 1 },
      'api_samples/a/a.json': { a: 1 },
      'api_samples/b.json': { version: entry('v2.1', url, { version: '2.9', min_version: '2.1' }) },
      'api_samples/c.json': { versions: [entry('v2.1', url, { version: '2.9', min_version: '2.1' })] },
    };
    expect(Object.keys(await of(files))).toEqual([
      'newest-matches-code',
      'schema-has-sample',
      'shared-keys-answered',
      'openapi-readable',
      'operation-has-example',
      'example-resolves',
      'example-or-examples',
      'example-has-schema',
      'schema-example-matches',
    ]);
  });

  test('in a manifest of facts alone, those about schemas too', async () => {
    const facts = {
      id: [
        { sample: 'a.json', at: '$.a' },
        { sample: 'b.json', at: '$.a' },
      ],
    };
    const files = { 'api_samples/a.json': { a: 1 }, 'api_samples/b.json': { a: 1 } };
    expect(await of({ 'contracts.json': { facts }, ...files })).toMatchObject({
      'schema-is-valid': 'no schemas',
      'pattern-has-sample': 'no contracts',
      'contract-has-document': 'no contracts',
    });
  });

  test('not where there are findings, or problems that were looked for in vain', async () => {
    const found = await of({ 'api_samples/a.json': '{' });
    expect(found).not.toHaveProperty('sample-judged');
    expect(found).not.toHaveProperty('schema-is-valid');
    expect(found).not.toHaveProperty('project-has-documents');
  });

  test('in versions documents without a manifest', async () => {
    const alone = {
      'documents-agree': 'no two versions documents of one service',
      'version-listed': 'no list of versions next to the document of one',
      'folder-in-range': 'no vX.Y folders next to versions documents',
    };
    expect(await lawsWithoutSubject({})).toEqual({
      ...alone,
      'newest-matches-code': 'no newest microversion of the code to compare with',
    });
    expect(await lawsWithoutSubject({ newest: '2.9' })).toEqual(alone);
  });
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
