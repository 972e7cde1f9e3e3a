import { describe, expect, test } from '@jest/globals';

import { targetRow } from '../../src/model/findings/fleet';
import { fleetEnding } from '../../src/reporters/fleet/fleet-ending';
import { fleetFindings } from '../../src/reporters/fleet/fleet-findings';
import { FLEET, FLEET_SUMMARY } from './fleet-results';
import { expectGolden } from '../golden';
import { GREEN, RED } from './results';

const PLAIN = { color: false, quiet: false, verbose: false };

/** The whole report, as it is written piece by piece. */
function report(options: typeof PLAIN): string {
  return [
    fleetFindings(RED, undefined, options),
    ...FLEET.map(({ result, target }) => fleetFindings(result, target, options)),
    fleetEnding(FLEET.map(targetRow), FLEET_SUMMARY, 'status-known', options),
  ].join('');
}

test.each([
  ['fleet.txt', PLAIN],
  ['fleet-verbose.txt', { ...PLAIN, verbose: true }],
  ['fleet-color.txt', { ...PLAIN, color: true }],
  ['fleet-narrow.txt', { ...PLAIN, columns: 60 }],
  ['fleet-quiet.txt', { ...PLAIN, quiet: true }],
] as const)('%s', (name, options) => {
  expectGolden(`reporters/${name}`, report(options));
});

describe('a fleet that is all right', () => {
  const rows = FLEET.slice(0, 1).map(targetRow);
  const summary = {
    ...FLEET_SUMMARY,
    targets: 1,
    statuses: { ok: 1, findings: 0, unreachable: 0 },
    findings: { error: 0, warning: 0, info: 0 },
    notChecked: [],
  };

  test('has a table and a line', () => {
    expect(fleetFindings(GREEN, FLEET[0]?.target, PLAIN)).toBe('');
    expect(fleetEnding(rows, summary, undefined, PLAIN)).toBe(
      [
        'target  result  oldest  newest  errors  warnings   time',
        'west    ok      2.1     2.96         0         0  35 ms',
        '',
        '1 target: 1 ok, in 12 s',
        '',
      ].join('\n'),
    );
  });

  test('has nothing to say with --quiet', () => {
    expect(fleetEnding(rows, summary, undefined, { ...PLAIN, quiet: true })).toBe('');
  });
});
