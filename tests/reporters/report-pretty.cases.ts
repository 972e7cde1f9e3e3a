import { describe, expect, test } from '@jest/globals';
import type { CheckResult } from '../../src/model/findings/check-result';
import { reportPretty } from '../../src/reporters/report-pretty';
import type { ReporterOptions } from '../../src/reporters/reporter';
import { expectGolden } from '../golden';
import { LIVE_GREEN, LIVE_RED } from './live-results';
import { GREEN, HOSTILE, LAWS_SUMMARY, RED, resultOf, VERSIONS } from './results';

const PLAIN: ReporterOptions = { color: false, verbose: false, quiet: false, version: '1.2.3' };
const LAWS = resultOf([], { versions: VERSIONS, summary: LAWS_SUMMARY });
const WARNINGS = { ...RED, findings: RED.findings.filter(({ severity }) => severity !== 'error') };
const ONE_FILE = resultOf([], {
  versions: VERSIONS.slice(0, 2),
  summary: { ...LAWS_SUMMARY, documents: 1 },
});

describe('the pretty report', () => {
  test.each<readonly [golden: string, result: CheckResult, options: Partial<ReporterOptions>]>([
    ['green-verbose.txt', GREEN, { verbose: true }],
    ['red-verbose.txt', RED, { verbose: true }],
    ['red-quiet.txt', RED, { quiet: true }],
    ['red-color.txt', RED, { color: true, verbose: true }],
    ['red-narrow.txt', RED, { columns: 60 }],
    ['live-narrow.txt', LIVE_RED, { columns: 60, color: true }],
    ['red-very-narrow.txt', RED, { columns: 10 }],
    ['red-fails-on-warnings.txt', WARNINGS, { failOn: 'warning' }],
    ['hostile.txt', HOSTILE, { verbose: true }],
    ['hostile-quiet.txt', HOSTILE, { quiet: true }],
    ['live-green.txt', LIVE_GREEN, { verbose: true }],
    ['live-color.txt', LIVE_RED, { color: true }],
    ['live-quiet.txt', LIVE_RED, { quiet: true }],
    ['versions-one-file.txt', ONE_FILE, {}],
    [
      'versions-red.txt',
      { ...RED, versions: VERSIONS.slice(0, 2), summary: { ...RED.summary, ...LAWS_SUMMARY } },
      {},
    ],
  ])('is %s', (golden, result, options) => {
    expectGolden(`reporters/${golden}`, reportPretty.report(result, { ...PLAIN, ...options }));
  });

  test('lists nothing as passed that was not checked', () => {
    const [a, b, live] = [
      { name: 'a.json', group: 'sample', file: 'api_samples/a.json', contract: 'a' },
      { name: 'b.json', group: 'sample', file: 'api_samples/b.json', contract: 'a' },
      { name: 'GET /a', group: 'response', file: 'http://a/a', contract: 'a, b' },
    ] as const;
    const result = resultOf(
      [a, b, live].map((verdict) => ({ ...verdict, rules: [], findings: [] })),
      {
        summary: {
          ...GREEN.summary,
          notChecked: [
            { what: 'samples', items: ['api_samples/b.json'] },
            { what: 'live requests', items: ['b: GET /a'] },
          ],
        },
      },
    );
    expect(
      reportPretty
        .report(result, { ...PLAIN, verbose: true })
        .split('\n')
        .slice(0, 8),
    ).toEqual([
      'passed',
      '  a.json   a',
      '',
      'not checked',
      '  1 samples',
      '    api_samples/b.json',
      '  1 live requests',
      '    b: GET /a',
    ]);
  });

  test('prints nothing when it is quiet and there is no finding', () => {
    expect(reportPretty.report(LAWS, { ...PLAIN, quiet: true })).toBe('');
  });

  test('is the same text in colour, once the colours are taken out', () => {
    // eslint-disable-next-line no-control-regex
    const bare = reportPretty.report(RED, { ...PLAIN, color: true }).replaceAll(/\u001b\[\d+m/g, '');
    expect(bare).toBe(reportPretty.report(RED, PLAIN));
  });

  test.each([{ color: false }, { color: false, verbose: true }, { color: false, quiet: true }])(
    'passes no control character on: %j',
    (options) => {
      expect(reportPretty.report(HOSTILE, { ...PLAIN, ...options })).toMatch(
        /^(?:\n|[^\p{Cc}\p{Bidi_Control}\p{Cs}\u2028])*$/u,
      );
    },
  );
});
