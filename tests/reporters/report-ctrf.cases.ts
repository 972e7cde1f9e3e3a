import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import type { CheckResult } from '../../src/model/findings/check-result';
import { formatFindings } from '../../src/reporters/pretty/format-findings';
import { reportCtrf } from '../../src/reporters/report-ctrf';
import { reportJunit } from '../../src/reporters/report-junit';
import type { Reporter } from '../../src/reporters/reporter';
import { FLEET, FLEET_SUMMARY } from './fleet-results';
import { LIVE_RED } from './live-results';
import { readXml } from './read-xml';
import { GREEN, HOSTILE, LAWS_SUMMARY, RED, resultOf, VERSIONS } from './results';

const OPTIONS = { color: true, verbose: false, quiet: false, version: '1.2.3', folder: 'services/compute' };

const RESULTS = [
  GREEN,
  RED,
  LIVE_RED,
  HOSTILE,
  resultOf([], { versions: VERSIONS, summary: LAWS_SUMMARY }),
  resultOf([]),
];

interface CtrfTest {
  readonly name: string;
  readonly status: string;
  readonly suite: readonly string[];
  readonly filePath?: string;
  readonly line?: number;
  readonly message?: string;
  readonly trace?: string;
}

interface Ctrf {
  readonly results: {
    readonly summary: Readonly<Record<string, number>>;
    readonly tests: readonly CtrfTest[];
  };
}

function ctrfOf(result: CheckResult): Ctrf {
  return JSON.parse(reportCtrf.report(result, OPTIONS));
}

/** The report on many services. */
function fleetText({ stream }: Reporter): string {
  const output = stream(() => {}, OPTIONS, { keep: (text) => () => text });
  output.own(RED);
  for (const checked of FLEET.toReversed()) output.add(checked);
  output.end(FLEET_SUMMARY);
  return [...(output.rest?.() ?? [])].join('');
}

/** Whether the package ctrf, which the format's authors publish, accepts each report. */
function validities(reports: readonly unknown[]): readonly boolean[] {
  const { stdout, stderr } = spawnSync(process.execPath, [join(__dirname, 'validate-ctrf.mjs')], {
    input: JSON.stringify(reports),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const describeWithCtrf = major > 20 || (major === 20 && minor >= 19) ? describe : describe.skip;

describeWithCtrf("the format's own validator", () => {
  test('accepts the report of every result, and that on many services', () => {
    const reports = [...RESULTS.map(ctrfOf), JSON.parse(fleetText(reportCtrf))];
    expect(validities(reports)).toEqual(reports.map(() => true));
  });

  test.each([
    ['"status":"failed"', '"status":"red"'],
    ['"duration":0', '"duration":0.5'],
    ['"filePath"', '"file"'],
    ['"reportFormat": "CTRF"', '"reportFormat": "JUnit"'],
    ['"stop"', '"end"'],
  ])('refuses it with %s replaced', (text, wrong) => {
    const report = reportCtrf.report(RED, OPTIONS);
    expect(report).toContain(text);
    expect(validities([JSON.parse(report.replace(text, wrong))])).toEqual([false]);
  });
});

describe('the CTRF report', () => {
  test('has the cases of the JUnit report', () => {
    for (const [ctrf, junit] of [
      ...RESULTS.map((result) => [ctrfOf(result), reportJunit.report(result, OPTIONS)] as const),
      [JSON.parse(fleetText(reportCtrf)), fleetText(reportJunit)] as const,
    ]) {
      const suites = readXml(junit).children;
      const cases = suites.flatMap(({ attributes: { name: suite }, children }) =>
        children.map(({ attributes: { classname, name, file, line }, children: [outcome] }) => ({
          suite,
          name: `${classname}: ${name}`,
          filePath: file,
          line: line === undefined ? undefined : Number(line),
          status: { failure: 'failed', skipped: 'skipped' }[outcome?.name ?? ''] ?? 'passed',
          trace: outcome?.name === 'skipped' ? undefined : outcome?.text,
        })),
      );
      const { tests, summary } = ctrf.results;
      expect(
        tests.map(({ name, suite, status, filePath, line, trace }: CtrfTest) => ({
          suite: suite[0],
          name,
          filePath,
          line,
          status,
          trace,
        })),
      ).toEqual(cases);
      const numberOf = (status: string) => cases.filter((each) => each.status === status).length;
      expect(summary).toMatchObject({
        tests: cases.length,
        passed: numberOf('passed'),
        failed: numberOf('failed'),
        skipped: numberOf('skipped'),
        suites: suites.length,
      });
    }
  });

  test('names files from the top of the repository, and has the whole text of findings', () => {
    const [first, second] = ctrfOf(HOSTILE).results.tests.filter(({ status }) => status === 'failed');
    expect(first).toMatchObject({
      filePath: 'services/compute/api_samples/<U+001B>[31m,evil:100%<U+000D><U+000A>]]>.json',
      line: 1,
      trace: formatFindings(HOSTILE.findings, { color: false }).replaceAll(
        'api_samples/',
        'services/compute/api_samples/',
      ),
    });
    expect(second).toBeUndefined();
  });

  test('says how long a run over many services took, and no other time', () => {
    const { summary } = JSON.parse(fleetText(reportCtrf)).results;
    expect(summary).toMatchObject({ start: 0, stop: 12_345, duration: 12_345 });
    expect(ctrfOf(RED).results.summary).toMatchObject({ start: 0, stop: 0, duration: 0 });
  });

  test('has a reason for what was skipped', () => {
    const skipped = ctrfOf(GREEN).results.tests.filter(({ status }) => status === 'skipped');
    expect(skipped.map(({ name, message }) => `${name}: ${message}`)).toEqual([
      'rules: newest-matches-code: nothing to judge: no newest microversion of the code to compare with',
      'live requests: GET /: not checked: live request',
      'live requests: GET /v2/: not checked: live request',
      'live requests: GET /v2.1/: not checked: live request',
      'ranges without a sample: servers.show 2.3 to 2.8: not checked: range without a sample',
    ]);
  });
});
