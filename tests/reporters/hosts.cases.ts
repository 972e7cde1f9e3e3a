import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

import type { CheckResult } from '../../src/model/findings/check-result';
import type { Finding } from '../../src/model/findings/finding';
import { fleetExitCode } from '../../src/model/findings/exit-code';
import { collectFleet } from '../../src/reporters/hosts/collect-fleet';
import { REPORTERS } from '../../src/reporters/reporter-registry';
import type { Reporter } from '../../src/reporters/reporter';
import { FLEET, FLEET_SUMMARY } from './fleet-results';
import { LIVE_RED } from './live-results';
import { GREEN, HOSTILE, LAWS_SUMMARY, RED, resultOf, VERSIONS } from './results';

const OPTIONS = { color: false, verbose: false, quiet: false, version: '1.2.3', folder: 'services/compute' };

const RESULTS = [GREEN, RED, LIVE_RED, HOSTILE, resultOf([], { versions: VERSIONS, summary: LAWS_SUMMARY })];

const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
const isSarif = ajv.compile(JSON.parse(readFileSync(join(__dirname, 'schemas', 'sarif-2.1.0.json'), 'utf8')));

/** What GitLab's documentation says of a code quality report. */
const isCodeQuality = ajv.compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^[^/]' },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
});

/** What the SARIF report says it leaves out of these findings. */
function omittedIn(findings: readonly Finding[]): string | undefined {
  const omitted = REPORTERS.sarif.countOmitted?.();
  for (const finding of findings) omitted?.add(finding);
  return omitted?.words();
}

function fleetText(reporter: Reporter): string {
  const texts: string[] = [];
  const output = reporter.stream((text) => texts.push(text), OPTIONS, { keep: (text) => () => text });
  output.own(RED);
  for (const checked of FLEET.toReversed()) output.add(checked);
  output.end(FLEET_SUMMARY);
  return [...texts, ...(output.rest?.() ?? [])].join('');
}

function sarifOf(result: CheckResult, options = OPTIONS) {
  return JSON.parse(REPORTERS.sarif.report(result, options)).runs[0];
}

/** How the SARIF report of a result describes the rule `status-known`. */
function ruleIn(result: CheckResult) {
  return sarifOf(result).tool.driver.rules.find(({ id }: { id: string }) => id === 'status-known');
}

/** A result with so many findings, which are warnings but for the last. */
function manyFindings(count: number): CheckResult {
  const [finding] = RED.findings;
  if (finding === undefined) throw new Error('no finding');
  const findings = Array.from({ length: count }, (_, index): Finding => ({
    ...finding,
    severity: index === count - 1 ? 'error' : 'warning',
    fingerprint: `${finding.fingerprint}#${index + 2}`,
  }));
  return { ...RED, findings };
}

describe('the SARIF report', () => {
  test.each([...RESULTS.entries()])('satisfies the schema of OASIS: %i', (_, result) => {
    isSarif(JSON.parse(REPORTERS.sarif.report(result, OPTIONS)));
    expect(isSarif.errors).toBeNull();
  });

  test('of many services satisfies it, too', () => {
    isSarif(JSON.parse(fleetText(REPORTERS.sarif)));
    expect(isSarif.errors).toBeNull();
  });

  test.each([
    ['"level": "error"', '"level": "bad"'],
    ['"startLine": 1', '"startLine": 0'],
    ['"columnKind": "utf16CodeUnits"', '"columnKind": "bytes"'],
    ['"message"', '"massage"'],
  ])('is refused by the schema with %s replaced', (text, wrong) => {
    const report = REPORTERS.sarif.report(RED, OPTIONS);
    expect(report).toContain(text);
    expect(isSarif(JSON.parse(report.replace(text, wrong)))).toBe(false);
  });

  test('names files below the top of the repository, and pointers as logical locations', () => {
    const [, result] = sarifOf(RED).results;
    expect(result).toMatchObject({
      ruleId: 'status-known',
      ruleIndex: 1,
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: {
              uri: 'services/compute/api_samples/versions/versions-get-resp.json',
              uriBaseId: '%SRCROOT%',
            },
            region: { startLine: 11, startColumn: 23, endLine: 11, endColumn: 33 },
          },
          logicalLocations: [{ fullyQualifiedName: '/versions/0/status' }],
        },
      ],
      partialFingerprints: { 'samplegate/v1': expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
  });

  test('links to the documentation of a rule where that is published', () => {
    expect(ruleIn(RED)).not.toHaveProperty('helpUri');
    const url = 'https://docs.example.com/rules#a b';
    const rules = RED.rules.map((rule) => ({ ...rule, url }));
    expect(ruleIn({ ...RED, rules }).helpUri).toBe('https://docs.example.com/rules#a%20b');
    isSarif(JSON.parse(REPORTERS.sarif.report({ ...RED, rules }, OPTIONS)));
    expect(isSarif.errors).toBeNull();
    expect(REPORTERS.markdown.report({ ...RED, rules }, OPTIONS)).toContain(
      'Documentation: <https://docs.example.com/rules#a%20b>',
    );
  });

  test('encodes paths', () => {
    expect(sarifOf(HOSTILE).results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      'services/compute/api_samples/%1B%5B31m%2Cevil%3A100%25%0D%0A%5D%5D%3E.json',
    );
  });

  test('shows a finding in a response at its request in the manifest, and leaves one without a manifest out', () => {
    const at = { line: 7, column: 9, offset: 99 };
    const requestedAt = { file: 'contracts.yaml', start: at, end: at };
    const inManifest = LIVE_RED.findings.map((finding) => ({ ...finding, requestedAt }));
    expect(sarifOf(LIVE_RED).results).toHaveLength(1);
    expect(omittedIn(LIVE_RED.findings)).toBe(
      'findings left out of the report: 4 in responses that no manifest or targets file names',
    );
    expect(omittedIn(inManifest)).toBeUndefined();
    const { results } = sarifOf({ ...LIVE_RED, findings: inManifest });
    expect(results).toHaveLength(5);
    expect(results[1]).toMatchObject({
      message: { text: expect.stringMatching(/^http:\/\/compute\.example\.com:8774\//) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'services/compute/contracts.yaml' },
            region: { startLine: 7 },
          },
        },
      ],
    });
  });

  test('has at most what code scanning takes, the most severe, and says so', () => {
    const many = manyFindings(25_002);
    const { results } = sarifOf(many);
    expect(results).toHaveLength(25_000);
    expect(results.at(-1).level).toBe('error');
    expect(omittedIn(many.findings)).toBe(
      'findings left out of the report: the 2 least severe of more than 25000',
    );
  });
});

describe('the code quality report', () => {
  test.each([...RESULTS.entries()])('has the form that GitLab reads: %i', (_, result) => {
    isCodeQuality(JSON.parse(REPORTERS.gitlab.report(result, OPTIONS)));
    expect(isCodeQuality.errors).toBeNull();
  });

  test('of many services has unique fingerprints', () => {
    const issues: { fingerprint: string }[] = JSON.parse(fleetText(REPORTERS.gitlab));
    isCodeQuality(issues);
    expect(isCodeQuality.errors).toBeNull();
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });

  test('is refused with another severity', () => {
    const report = REPORTERS.gitlab.report(RED, OPTIONS);
    expect(isCodeQuality(JSON.parse(report.replace('"critical"', '"bad"')))).toBe(false);
  });
});

test('the heading of a file in the Markdown report names each contract once', () => {
  const [finding] = RED.findings;
  if (finding === undefined) throw new Error('no finding');
  const findings = ['a, b', 'a', 'b, c'].map((contract, index) => ({
    ...finding,
    contract,
    message: `message ${index}`,
  }));
  const text = REPORTERS.markdown.report({ ...RED, findings }, OPTIONS);
  expect(text.split('\n').filter((line) => line.startsWith('### services/'))).toEqual([
    expect.stringMatching(/ · a, b, c$/),
  ]);
});

describe('annotations', () => {
  test('are at most ten of each type, errors first, and the last counts the others', () => {
    const lines = REPORTERS.github.report(manyFindings(14), OPTIONS).split('\n');
    expect(lines.map((line) => line.replace(/ .*/, ''))).toEqual([
      '::error',
      ...Array.from({ length: 10 }, () => '::warning'),
      'samplegate:',
      '',
    ]);
    expect(lines[10]).toBe('::warning title=samplegate::and 4 more warnings: see the summary of the job');
  });

  test('are shorter than what the runner cuts', () => {
    const long = '\n%'.repeat(5000);
    const findings = RED.findings.map((finding) => ({ ...finding, message: long }));
    for (const line of REPORTERS.github.report({ ...RED, findings }, { ...OPTIONS, quiet: true }).split('\n'))
      expect(line.replace(/^::\w+ [^:]*::/, '').length).toBeLessThan(4096);
  });
});

test('a run over many services may have more findings than a stack has room for', () => {
  const texts: string[] = [];
  const spool = { keep: (text: string) => () => text };
  const output = collectFleet(spool, ({ findings }) => [String([...findings()].length)]);
  output.own(manyFindings(200_000));
  output.end(FLEET_SUMMARY);
  for (const text of output.rest?.() ?? []) texts.push(text);
  expect(texts).toEqual(['200000']);
});

test.each(['sarif', 'gitlab'] as const)('the %s report of many services is read from the spool', (format) => {
  const kept: string[] = [];
  const spool = {
    keep: (text: string) => {
      const index = kept.push(text) - 1;
      return () => kept[index] ?? '';
    },
  };
  const written: string[] = [];
  const output = REPORTERS[format].stream((text) => written.push(text), OPTIONS, spool);
  output.own(RED);
  output.end(FLEET_SUMMARY);
  expect(kept.map((text) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(RED.findings)));
  expect([...written, ...(output.rest?.() ?? [])].join('')).toBe(
    REPORTERS[format]
      .report(RED, OPTIONS)
      .replace('"exitCode": 1', `"exitCode": ${fleetExitCode(FLEET_SUMMARY, 'error')}`),
  );
});

test('the Markdown report names each contract of a file once', () => {
  const [finding] = RED.findings;
  if (finding === undefined) throw new Error('no finding');
  const findings = ['a, b', 'a', 'c'].map((contract) => ({ ...finding, contract }));
  expect(REPORTERS.markdown.report({ ...RED, findings }, OPTIONS)).toContain(' · a, b, c\n');
});
