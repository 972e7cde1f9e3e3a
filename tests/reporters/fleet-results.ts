import type { LiveSummary, CheckResult } from '../../src/model/findings/check-result';
import type { CheckedTarget, FleetSummary } from '../../src/model/findings/fleet';
import type { Microversion } from '../../src/model/versions/microversion';
import type { Finding } from '../../src/model/findings/finding';
import { LIVE_RED } from './live-results';
import { fingerprintOf, GREEN, HOSTILE, resultOf } from './results';

function checked(
  index: number,
  name: string,
  result: CheckResult,
  rest: { readonly live: LiveSummary; readonly newest?: Microversion; readonly milliseconds: number },
): CheckedTarget {
  const url = `https://${index}.example.com/compute/`;
  const { live, newest, milliseconds } = rest;
  return {
    target: { name, url, address: url, headers: [], ...(newest === undefined ? {} : { newest }) },
    index,
    result: { ...result, live },
    milliseconds,
  };
}

/** What a service that is down gives: one thing is wrong, three times. */
const DOWN = resultOf([
  {
    name: 'live-answers',
    group: 'rule',
    rules: ['live-answers'],
    findings: ['', 'v2/', 'v2.1/'].map(refused),
  },
]);

function refused(path: string): Finding {
  const start = { line: 1, column: 1, offset: 0 };
  return {
    fingerprint: fingerprintOf(path),
    ruleId: 'live-answers',
    severity: 'error',
    message: 'refused the connection: is the service up, and is the port right?',
    file: `https://2.example.com/compute/${path}`,
    start,
    end: start,
    curl: `curl -i https://2.example.com/compute/${path}`,
    also: [],
    related: [],
  };
}

/** Nothing is wrong, but one request was only sent to find the microversions. */
const LOOKED_UP: CheckResult = {
  ...GREEN,
  summary: { ...GREEN.summary, alsoRequested: ['https://0.example.com/compute/v2.1\u001B (200)'] },
};

/** A fleet in the order of its file. */
export const FLEET: readonly CheckedTarget[] = [
  checked(0, 'west', LOOKED_UP, {
    live: { requests: 3, answered: 3, oldest: '2.1', newest: '2.96' },
    newest: { major: 2, minor: 96 },
    milliseconds: 35,
  }),
  checked(1, 'east, 東', LIVE_RED, {
    live: { requests: 3, answered: 3, oldest: '2.1', newest: '2.90' },
    newest: { major: 2, minor: 96 },
    milliseconds: 1249,
  }),
  checked(2, 'https://2.example.com/compute/', DOWN, {
    live: { requests: 3, answered: 0 },
    milliseconds: 10_020,
  }),
  checked(3, 'evil\u001B[31m\n', HOSTILE, { live: { requests: 1, answered: 1 }, milliseconds: 1 }),
];

/** How the check of that fleet ended, with two targets more that an interrupt spared. */
export const FLEET_SUMMARY: FleetSummary = {
  targets: 1006,
  statuses: { ok: 1, findings: 2, unreachable: 1 },
  checked: { contracts: 2, samples: 3, rules: 21, documents: 12, wrongOnPurpose: ['api_samples/bad.json'] },
  findings: { error: 12, warning: 3, info: 0 },
  notChecked: [
    { what: 'targets', one: 'target', items: ['south', 'nor\u001Bth'] },
    { what: 'ranges without a sample', one: 'range without a sample', items: ['servers.show 2.3 to 2.8'] },
  ],
  milliseconds: 12_345,
};
