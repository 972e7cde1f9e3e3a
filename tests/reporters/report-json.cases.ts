import { describe, expect, test } from '@jest/globals';
import Ajv2020 from 'ajv/dist/2020';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportJson } from '../../src/reporters/report-json';
import { LIVE_GREEN, LIVE_RED } from './live-results';
import { GREEN, HOSTILE, LAWS_SUMMARY, RED, resultOf, VERSIONS } from './results';

const OPTIONS = { color: true, verbose: false, quiet: true, version: '1.2.3' };
const LAWS = resultOf([], { versions: VERSIONS, summary: LAWS_SUMMARY });
const isReport = new Ajv2020({ strict: true }).compile(
  JSON.parse(readFileSync(join(__dirname, '..', '..', 'spec', 'report.schema.json'), 'utf8')),
);

function schemaErrors(text: string): unknown {
  isReport(JSON.parse(text));
  return isReport.errors ?? [];
}

/** A new copy of a valid report, to be spoilt. */
function report(): Record<string, unknown> {
  return JSON.parse(reportJson.report(RED, OPTIONS));
}

const FULL_ERROR = {
  message: 'unknown property `contract`: did you mean `contracts`?',
  file: 'contracts.yaml',
  line: 3,
  column: 1,
};

describe('the JSON report', () => {
  test.each([
    ['without findings', reportJson.report(GREEN, OPTIONS)],
    ['with findings', reportJson.report(RED, OPTIONS)],
    ['of a hostile file', reportJson.report(HOSTILE, OPTIONS)],
    ['of a live service', reportJson.report(LIVE_RED, OPTIONS)],
    ['of one whose microversions were looked up', reportJson.report(LIVE_GREEN, OPTIONS)],
    ['of versions documents', reportJson.report(LAWS, OPTIONS)],
    ['of a run that cannot start', reportJson.error?.({ message: 'no file matches' }) ?? ''],
    ['of a run that a file stops', reportJson.error?.(FULL_ERROR) ?? ''],
  ])('satisfies its published schema %s', (_, text) => {
    expect(schemaErrors(text)).toEqual([]);
  });

  test('gives every value back as it was', () => {
    const [finding] = HOSTILE.findings;
    expect(JSON.parse(reportJson.report(HOSTILE, OPTIONS))).toMatchObject({
      findings: [
        {
          file: finding?.file,
          message: finding?.message,
          pointer: finding?.pointer,
          clients: finding?.clients,
        },
      ],
    });
  });

  test('contains no character that steers a terminal', () => {
    expect(reportJson.report(HOSTILE, OPTIONS)).toMatch(/^(?:\n|[^\p{Cc}\p{Bidi_Control}\p{Cs}\u2028])*$/u);
  });
});

describe('the schema of the JSON report', () => {
  test.each([
    ['an unknown member', { ...report(), extra: 1 }],
    ['another version', { ...report(), version: 2 }],
    ['a report without a summary', { version: 1, findings: [] }],
    ['an error beside findings', { version: 1, findings: report()['findings'], error: { message: 'x' } }],
    ['a line without a file', { version: 1, findings: [], error: { message: 'x', line: 1 } }],
    [
      'a finding without a place',
      { ...report(), findings: [{ ruleId: 'a', severity: 'error', message: 'm' }] },
    ],
  ])('refuses %s', (_, value) => {
    expect(isReport(value)).toBe(false);
  });
});
