import { describe, expect, test } from '@jest/globals';
import { check } from '../../src/engine/check';
import type { Verdict } from '../../src/model/findings/check-result';
import { formatFindings } from '../../src/reporters/pretty/format-findings';
import { reportJunit } from '../../src/reporters/report-junit';
import { tempProject } from '../engine/temp-project';
import { LIVE_RED } from './live-results';
import { readXml } from './read-xml';
import { FLEET, FLEET_SUMMARY } from './fleet-results';
import { GREEN, HOSTILE, RED, resultOf } from './results';

const OPTIONS = { color: true, verbose: false, quiet: false, version: '1.2.3' };

/** Each case as `suite, classname, name: what it holds`. */
function cases(xml: string): readonly string[] {
  return readXml(xml).children.flatMap((suite) =>
    suite.children.map(({ attributes, children }) => {
      const outcome = children.map(({ name }) => name).join(' ') || 'passed';
      return `${suite.attributes['name']}, ${attributes['classname']}, ${attributes['name']}: ${outcome}`;
    }),
  );
}

/** The verdict of a rule without findings, which may have had nothing to judge. */
function rule(name: string, nothingToJudge?: string): Verdict {
  const skipped = nothingToJudge === undefined ? {} : { nothingToJudge };
  return { name, group: 'rule', rules: [name], findings: [], ...skipped };
}

/** What the results of these tests say that was not checked. */
const NOT_CHECKED = [
  'not checked, live requests, GET /: skipped',
  'not checked, live requests, GET /v2/: skipped',
  'not checked, live requests, GET /v2.1/: skipped',
  'not checked, ranges without a sample, servers.show 2.3 to 2.8: skipped',
];

describe('the JUnit report', () => {
  test.each([
    ['without findings', GREEN],
    ['with findings', RED],
    ['of a hostile file', HOSTILE],
    ['of a live service', LIVE_RED],
    ['of nothing', resultOf([])],
  ])('is well-formed %s', (_, result) => {
    expect(() => readXml(reportJunit.report(result, OPTIONS))).not.toThrow();
  });

  test('has the live requests in a suite of their own', () => {
    const ofResponses = cases(reportJunit.report(LIVE_RED, OPTIONS)).filter((line) =>
      line.startsWith('responses, '),
    );
    expect(ofResponses).toEqual([
      'responses, GET /, live-answers: passed',
      'responses, GET /, live-json: passed',
      'responses, GET /, status-known: passed',
      'responses, GET /v2.1/, live-answers: passed',
      'responses, GET /v2.1/, live-json: passed',
      'responses, GET /v2.1/, status-known: failure',
      'responses, GET /v2.1/, live-echo: failure',
      'responses, GET /v2.1/, sample-matches-response: failure',
      'responses, GET /v2/, live-answers: passed',
      'responses, GET /v2/, live-json: failure',
      'responses, GET /v2/, status-known: passed',
      'responses, GET /v3, live-answers: failure',
      'responses, GET /v3, live-json: passed',
      'responses, GET /v3, status-known: passed',
    ]);
  });

  test('of many services has the rules in the order of the targets, whatever is done first', () => {
    const [target] = FLEET;
    if (target === undefined) throw new Error('no target');
    const results = [
      [rule('a', 'no facts'), rule('c', 'no folders'), rule('d', 'no links')],
      [rule('a', 'no documents'), rule('b'), rule('c')],
    ].map((verdicts, index) => ({ ...target, index, result: resultOf(verdicts) }));
    const textOf = (order: typeof results) => {
      const spool = { keep: (text: string) => () => text };
      const { add, end, rest } = reportJunit.stream(() => {}, OPTIONS, spool);
      for (const checked of order) add(checked);
      end(FLEET_SUMMARY);
      return [...(rest?.() ?? [])].join('');
    };
    expect(cases(textOf(results))).toEqual([
      'rules, rules, a: skipped',
      'rules, rules, c: passed',
      'rules, rules, d: skipped',
      'rules, rules, b: passed',
      'not checked, targets, south: skipped',
      'not checked, targets, nor<U+001B>th: skipped',
      'not checked, ranges without a sample, servers.show 2.3 to 2.8: skipped',
    ]);
    expect(textOf(results)).toContain('nothing to judge: no facts');
    expect(textOf(results.toReversed())).toBe(textOf(results));
  });

  test('has a case for every sample and rule, and fails those with a finding at the fail level', () => {
    expect(cases(reportJunit.report(RED, OPTIONS))).toEqual([
      'samples, empty.json, sample-is-json: failure',
      'samples, empty.json, sample-matches-schema: passed',
      'samples, empty.json, status-known: passed',
      'samples, empty.json, microversion-pair: passed',
      'samples, empty.json, one-current: passed',
      'samples, empty.json, self-absolute: passed',
      'samples, versions/versions-get-resp.json, sample-is-json: passed',
      'samples, versions/versions-get-resp.json, sample-matches-schema: failure',
      'samples, versions/versions-get-resp.json, status-known: failure',
      'samples, versions/versions-get-resp.json, microversion-pair: failure',
      'samples, versions/versions-get-resp.json, one-current: system-out',
      'samples, versions/versions-get-resp.json, self-absolute: system-out',
      'samples, versions/v2-version-get-resp.json, sample-is-json: passed',
      'samples, versions/v2-version-get-resp.json, sample-matches-schema: passed',
      'samples, versions/v2-version-get-resp.json, status-known: passed',
      'samples, versions/v2-version-get-resp.json, microversion-pair: passed',
      'samples, versions/v2-version-get-resp.json, one-current: passed',
      'samples, versions/v2-version-get-resp.json, self-absolute: passed',
      'rules, rules, documents-agree: failure',
      'rules, rules, folder-in-range: passed',
      'rules, rules, project-has-contracts: system-out',
      ...NOT_CHECKED,
    ]);
  });

  test.each([
    ['error', 5],
    ['warning', 7],
    ['info', 8],
  ] as const)('fails what fails the run at --fail-on %s', (failOn, failures) => {
    const { attributes } = readXml(reportJunit.report(RED, { ...OPTIONS, failOn }));
    expect(attributes).toEqual({ name: 'samplegate', tests: '25', failures: String(failures), errors: '0' });
  });

  test('gives a failure the text of its findings, without colour', () => {
    const failure = readXml(reportJunit.report(HOSTILE, OPTIONS)).children[0]?.children[1]?.children[0];
    expect(failure?.text).toBe(formatFindings(HOSTILE.findings, { color: false }));
  });

  test('loses no finding that is in no verdict', () => {
    expect(cases(reportJunit.report({ ...RED, verdicts: [] }, OPTIONS))).toEqual([
      'rules, rules, sample-is-json: failure',
      'rules, rules, status-known: failure',
      'rules, rules, one-current: system-out',
      'rules, rules, self-absolute: system-out',
      'rules, rules, documents-agree: failure',
      'rules, rules, sample-matches-schema: failure',
      'rules, rules, project-has-contracts: system-out',
      ...NOT_CHECKED,
    ]);
  });

  test.each([
    ['on', {}, ['rules, rules, schema-readable: failure']],
    ['off', { 'schema-readable': 'off' }, []],
  ])(
    'fails each sample that was not judged once, if the rule about the cause is %s',
    async (_, rules, more) => {
      const cwd = tempProject({
        'contracts.json': { contracts: { a: { schema: 's.json', samples: '*.json' } }, rules },
        'schemas/s.json': '{',
        'api_samples/a.json': {},
        'api_samples/b.json': {},
      });
      const xml = reportJunit.report(await check({ cwd }), OPTIONS);
      expect(cases(xml).filter((line) => !/: (?:passed|skipped)$/.test(line))).toEqual([
        'samples, a.json, sample-judged: failure',
        'samples, b.json, sample-judged: failure',
        ...more,
      ]);
      const [ofA] = readXml(xml).children[0]?.children.filter(({ children }) => children.length > 0) ?? [];
      const seen = ofA?.children[0]?.text.split('\n').filter((line) => line.includes(' see '));
      expect(seen).toEqual(['       see api_samples/a.json:1:1  not checked']);
    },
  );
});
