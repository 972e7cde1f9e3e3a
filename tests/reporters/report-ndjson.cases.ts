import { describe, expect, test } from '@jest/globals';
import Ajv2020 from 'ajv/dist/2020';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { reportJson } from '../../src/reporters/report-json';
import { reportNdjson } from '../../src/reporters/report-ndjson';
import type { FleetOutput } from '../../src/reporters/reporter';
import { FLEET, FLEET_SUMMARY } from './fleet-results';
import { LIVE_RED } from './live-results';
import { GREEN, HOSTILE, LAWS_SUMMARY, RED, resultOf, VERSIONS } from './results';

const OPTIONS = { color: true, verbose: false, quiet: false, version: '1.2.3' };
const SPEC = join(__dirname, '..', '..', 'spec');
const reportSchema = JSON.parse(readFileSync(join(SPEC, 'report.schema.json'), 'utf8'));
const lineSchema = JSON.parse(readFileSync(join(SPEC, 'ndjson.schema.json'), 'utf8'));
const isLine = new Ajv2020({ strict: true, strictTypes: false })
  .addSchema(reportSchema, 'report.schema.json')
  .compile(lineSchema);

function parse(text: string): readonly Record<string, unknown>[] {
  expect(text.endsWith('\n')).toBe(true);
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** What is written of many targets. */
function streamed(run: (output: FleetOutput) => void): string {
  let text = '';
  const spool = { keep: (kept: string) => () => kept };
  run(reportNdjson.stream((more) => (text += more), OPTIONS, spool));
  return text;
}

const FLEET_REPORT = streamed(({ add, end }) => {
  for (const checked of FLEET) add(checked);
  end(FLEET_SUMMARY);
});

describe('of one project or service', () => {
  test.each([
    ['green', GREEN],
    ['red', RED],
    ['live', LIVE_RED],
    ['hostile', HOSTILE],
    ['laws', resultOf([], { versions: VERSIONS, summary: LAWS_SUMMARY })],
  ])(
    'every line satisfies the schema, and together they say what the JSON report says: %s',
    (_name, result) => {
      const lines = parse(reportNdjson.report(result, OPTIONS));
      for (const line of lines) {
        isLine(line);
        expect(isLine.errors).toBeNull();
      }
      const { findings, summary, versions } = JSON.parse(reportJson.report(result, OPTIONS));
      expect(lines).toEqual([
        ...findings.map((finding: object) => ({ kind: 'finding', ...finding })),
        { kind: 'summary', version: 1, ...summary, ...(versions === undefined ? {} : { versions }) },
      ]);
    },
  );
});

describe('of many targets', () => {
  test('the findings of a target come before its line, and the summary comes last', () => {
    const kinds = parse(FLEET_REPORT).map(({ kind, target }) => `${String(kind)} ${String(target)}`);
    const names = FLEET.map(({ target }) => target.name);
    expect(kinds.filter((kind, index) => kind !== kinds[index - 1])).toEqual([
      ...names.flatMap((name) => [`finding ${name}`, `target ${name}`]).slice(1),
      'summary undefined',
    ]);
  });

  test('every line satisfies the schema', () => {
    for (const line of parse(FLEET_REPORT)) {
      isLine(line);
      expect(isLine.errors).toBeNull();
    }
  });

  test('a finding in the samples is no target’s', () => {
    const [first] = parse(streamed(({ own }) => own(RED)));
    expect(Object.keys(first ?? {})).not.toContain('target');
    isLine(first);
    expect(isLine.errors).toBeNull();
  });
});

test('why a run did not take place is one line, and satisfies the schema', () => {
  const error = { message: 'the targets file is wrong', file: 'targets.yaml', line: 3, column: 7 };
  const [line] = parse(reportNdjson.error?.(error) ?? '');
  expect(line).toEqual({ kind: 'error', version: 1, error });
  isLine(line);
  expect(isLine.errors).toBeNull();
});

test('the schema of a finding is that of the JSON report, with its kind', () => {
  const { kind: _kind, ...members } = lineSchema.$defs.finding.properties;
  expect(Object.keys(members)).toEqual(Object.keys(reportSchema.$defs.finding.properties));
  expect(lineSchema.$defs.finding.required).toEqual(['kind', ...reportSchema.$defs.finding.required]);
});

test.each([
  ['an unknown member', { ...parse(streamed(({ end }) => end(FLEET_SUMMARY)))[0], more: 1 }],
  ['an unknown kind', { kind: 'remark' }],
  ['a target without a status', { ...parse(FLEET_REPORT)[0], status: undefined, kind: 'target' }],
])('the schema refuses %s', (_what, line) => {
  expect(isLine(JSON.parse(JSON.stringify(line)))).toBe(false);
});
