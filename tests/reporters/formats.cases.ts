import { describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { createOutputs } from '../../src/cli/fleet/create-outputs';
import { readReportOptions } from '../../src/cli/options/report-options';
import type { Io } from '../../src/cli/io';
import type { Reporter } from '../../src/reporters/reporter';
import { isReportFormat, REPORTERS, type ReportFormat } from '../../src/reporters/reporter-registry';
import { expectTable } from '../docs-table';
import { expectGolden } from '../golden';
import { FLEET, FLEET_SUMMARY } from './fleet-results';
import { LIVE_RED } from './live-results';
import { GREEN, HOSTILE, LAWS_SUMMARY, RED, resultOf, VERSIONS } from './results';

const GOLDEN = join(__dirname, '..', 'golden', 'formats');
const FORMATS = Object.keys(REPORTERS).filter(isReportFormat);
/** Its golden file. Windows has no colons in names. */
function fileOf(format: string): string {
  return `${format.replace(':', '-')}.txt`;
}

const OPTIONS = { color: false, verbose: false, quiet: false, version: '1.2.3' };

const RESULTS = {
  'a project without findings': GREEN,
  'findings of every kind': RED,
  'a live service': LIVE_RED,
  'versions documents': resultOf([], { versions: VERSIONS, summary: LAWS_SUMMARY }),
  'nothing to check': resultOf([]),
  'a file that tries to break the report': HOSTILE,
};

/** The report on many services, in one text. */
async function fleetReport(format: ReportFormat): Promise<string> {
  const texts: string[] = [];
  const io: Io = {
    cwd: '/',
    env: {},
    isTerminal: false,
    isErrorTerminal: false,
    readStdin: async () => Buffer.from(''),
    interrupted: () => new Promise(() => {}),
    out: (text) => texts.push(text),
    err: () => {},
  };
  const [plan] = readReportOptions({ format: [format] }, io);
  for (const { own, add, end } of createOutputs(plan, io)) {
    own(RED);
    for (const checked of FLEET) add(checked);
    await end(FLEET_SUMMARY);
  }
  return texts.join('');
}

const ERROR = { message: 'unknown property `contract`', file: 'contracts.yaml', line: 3, column: 1 };

/** Everything that a reporter prints, in sections. */
async function everyText(format: ReportFormat, { report, error }: Reporter): Promise<string> {
  const sections = {
    ...Object.fromEntries(Object.entries(RESULTS).map(([title, result]) => [title, report(result, OPTIONS)])),
    'many services': await fleetReport(format),
    'a run that cannot start': error?.({ message: 'no file matches `api_samples/nothing`' }) ?? '',
    'a run that cannot start because of a file': error?.(ERROR) ?? '',
  };
  return Object.entries(sections)
    .map(([title, text]) => `===== ${title}\n${withoutPage(text)}`)
    .join('\n');
}

/** An HTML page with only the count of its findings: tests/reporters/report-html.cases.ts says that its data are the JSON report. */
function withoutPage(text: string): string {
  return text.replace(/^<!doctype html>.*id="data">(.*?)<\/script>.*<\/html>$/ms, (_, data: string) => {
    const { findings }: { readonly findings: readonly unknown[] } = JSON.parse(data);
    return `<!doctype html>… ${findings.length} findings …</html>`;
  });
}

describe.each(FORMATS)('the format %s', (format) => {
  const reporter = REPORTERS[format];

  test('prints what its golden file holds', async () => {
    expectGolden(`formats/${fileOf(format)}`, await everyText(format, reporter));
  });

  test.each(Object.entries(RESULTS))('is the same text twice, and ends in one newline: %s', (_, result) => {
    const options = { ...OPTIONS, color: true, verbose: true };
    const text = reporter.report(result, options);
    expect(reporter.report(result, options)).toBe(text);
    expect(text).toMatch(/[^\n]\n$/);
  });
});

test('every golden file is of a format', () => {
  expect(readdirSync(GOLDEN).toSorted()).toEqual(FORMATS.map(fileOf).toSorted());
});

test('docs/output-formats.md has a row per format', () => {
  const rows = Object.entries(REPORTERS).map(([name, { summary }]) => [`\`${name}\``, summary]);
  expectTable('docs/output-formats.md', 'formats', [['format', 'what it is for'], ...rows]);
});
