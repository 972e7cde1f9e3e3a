import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { createOutputs } from '../../src/cli/fleet/create-outputs';
import { readReportOptions } from '../../src/cli/options/report-options';
import { isReportFormat, REPORTERS } from '../../src/reporters/reporter-registry';
import { tempProject } from '../engine/temp-project';
import { FLEET, FLEET_SUMMARY } from '../reporters/fleet-results';
import { LIVE_RED } from '../reporters/live-results';
import { GREEN, HOSTILE, LAWS_SUMMARY, RED, resultOf, VERSIONS } from '../reporters/results';
import { runCli } from './run-cli';

const FORMATS = Object.keys(REPORTERS).filter(isReportFormat);
const OPTIONS = { color: false, verbose: false, quiet: false, version: '1.2.3' };

const RESULTS = {
  'without findings': GREEN,
  'with findings of every kind': RED,
  'of a live service': LIVE_RED,
  'of versions documents': resultOf([], { versions: VERSIONS, summary: LAWS_SUMMARY }),
  'of a file that tries to break reports': HOSTILE,
};

/** What `samplegate report` makes of a JSON report. */
async function made(json: string, args: readonly string[]): Promise<string> {
  const cwd = tempProject({ 'report.json': json });
  const { code, out, err } = await runCli(['report', 'report.json', ...args], { cwd });
  expect(code).toBe(0);
  // Findings in responses that no manifest names are in no repository.
  expect(err).toMatch(/^(?:samplegate: (?:gitlab|sarif): findings left out of the report: .*\n)?$/);
  return out;
}

describe.each(Object.entries(RESULTS))('from the JSON report of a run %s', (_, result) => {
  test.each(FORMATS)('%s is the one made in the run', async (format) => {
    const json = REPORTERS.json.report(result, { ...OPTIONS, verbose: true, folder: 'services/compute' });
    for (const options of [OPTIONS, { ...OPTIONS, verbose: true }, { ...OPTIONS, quiet: true }]) {
      const args = [
        '--format',
        format,
        ...(options.verbose ? ['--verbose'] : []),
        ...(options.quiet ? ['--quiet'] : []),
      ];
      expect(await made(json, args)).toBe(
        REPORTERS[format].report(result, { ...options, folder: 'services/compute', failOn: 'error' }),
      );
    }
  });

  test.each(FORMATS.filter((format) => REPORTERS[format].needsVerdicts !== true && format !== 'html'))(
    '%s is the same without verdicts',
    async (format) => {
      const json = REPORTERS.json.report(result, OPTIONS);
      expect(await made(json, ['--format', format])).toBe(
        REPORTERS[format].report(result, { ...OPTIONS, failOn: 'error' }),
      );
    },
  );
});

async function fleetReport(format: string, verbose: boolean): Promise<string> {
  const texts: string[] = [];
  const io = {
    cwd: '/',
    env: {},
    isTerminal: false,
    isErrorTerminal: false,
    readStdin: async () => Buffer.from(''),
    interrupted: () => new Promise<void>(() => {}),
    out: (text: string) => texts.push(text),
    err: () => {},
  };
  const [plan] = readReportOptions({ format: [format], verbose }, io);
  for (const { own, add, end } of createOutputs(plan, io)) {
    own(RED);
    for (const checked of FLEET) add(checked);
    await end(FLEET_SUMMARY);
  }
  return texts.join('');
}

test('a page from a JSON report without verdicts does not claim to know what passed', async () => {
  const page = await made(REPORTERS.json.report(RED, OPTIONS), ['--format', 'html']);
  expect(page).not.toContain('"verdicts": [');
  expect(
    await made(REPORTERS.json.report(RED, { ...OPTIONS, verbose: true }), ['--format', 'html']),
  ).toContain('"verdicts": [');
});

describe('from the JSON report of a run over many services', () => {
  test.each(FORMATS)('%s is the one made in the run', async (format) => {
    const json = await fleetReport('json', true);
    const inRun = await fleetReport(format, false);
    expect(await made(json, ['--format', format])).toBe(inRun);
  });
});

describe('a file that is not a JSON report', () => {
  const cwd = tempProject({
    'empty.json': '',
    'broken.json': '{"version": 1,',
    'other.json': { findings: [] },
    'newer.json': { ...JSON.parse(REPORTERS.json.report(GREEN, OPTIONS)), version: 2 },
    'stopped.json': { version: 1, findings: [], error: { message: 'there is no contracts.yaml here' } },
    'short.json': REPORTERS.json.report(RED, OPTIONS),
  });

  test.each([
    ['gone.json', 'the report `gone.json` cannot be read: there is no such file'],
    [
      'empty.json',
      // Not with the name of the file: it may be the manifest, and would be overwritten.
      '`empty.json` is not a JSON report of samplegate: write one with `samplegate check --format json=FILE`',
    ],
    ['broken.json', '`broken.json` is not a JSON report of samplegate'],
    ['other.json', '`other.json` is not a JSON report of samplegate'],
    ['newer.json', '`newer.json` is not a JSON report of samplegate'],
    [
      'stopped.json',
      'the report `stopped.json` is of a run that could not start: there is no contracts.yaml',
    ],
    [
      'short.json --format junit',
      '`short.json` does not say what passed, which junit lists: write it with `--format json=short.json --verbose`',
    ],
    ['short.json --verbose', '`short.json` does not say what passed, which `--verbose` lists'],
    ['', 'name one JSON report: `samplegate report FILE`'],
    ['short.json other.json', 'name one JSON report: `samplegate report FILE`'],
    ['short.json --format jsno', 'unknown format `jsno`: did you mean `json`?'],
  ])('stops `samplegate report %s`', async (args, message) => {
    const { code, out, err } = await runCli(['report', ...args.split(' ').filter(Boolean)], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});

test('a report of ten thousand findings is read', async () => {
  const [first] = RED.findings;
  if (first === undefined) throw new Error('no finding');
  const findings = Array.from({ length: 10_000 }, (_, index) => ({
    ...first,
    fingerprint: `${first.fingerprint}#${index + 2}`,
  }));
  const cwd = tempProject({});
  writeFileSync(join(cwd, 'r.json'), REPORTERS.json.report({ ...RED, findings }, OPTIONS));
  const { code } = await runCli(['report', 'r.json', '--format', 'ndjson=out.ndjson', '-q'], { cwd });
  expect(code).toBe(0);
  expect(readFileSync(join(cwd, 'out.ndjson'), 'utf8').split('\n')).toHaveLength(10_002);
});
