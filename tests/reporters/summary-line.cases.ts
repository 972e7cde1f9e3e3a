import { describe, expect, test } from '@jest/globals';
import type { Severity } from '../../src/model/severity';
import { summaryLine } from '../../src/reporters/summary-line';
import { createTextSource } from '../../src/text/text-source';
import { findingAt, LAWS_SUMMARY, resultOf } from './results';

const R = 'http://compute.example.com/';

const none = { notChecked: [] };

function groupOf(file: string): 'sample' | 'response' | 'rule' {
  if (file.startsWith(R)) return 'response';
  return file.startsWith('s') ? 'sample' : 'rule';
}

/** A result with these findings, `severity file`, where the samples are the files that start with `s`, and the responses those with a URL. */
function resultWith(findings: readonly (readonly [Severity, string])[], summary: object) {
  const sources = [...new Set(findings.map(([, file]) => file))].map((file) => createTextSource(file, 'x'));
  const verdicts = sources.map((source) => ({
    name: source.name,
    group: groupOf(source.name),
    file: source.name,
    rules: ['r'],
    findings: findings
      .filter(([, file]) => file === source.name)
      .map(([severity]) => findingAt(source, '0-1', { ruleId: 'r', severity, message: 'm' })),
  }));
  return resultOf(verdicts, { summary });
}

describe('the summary line', () => {
  test.each<[string, readonly (readonly [Severity, string])[], object]>([
    [
      '3 contracts, 3 samples: no findings (not checked: 1 live request; --verbose lists them)',
      [],
      { notChecked: [{ what: 'live requests', one: 'live request', items: ['GET /'] }] },
    ],
    [
      '3 contracts, 3 samples: no findings (not checked: 2 live requests, 1 thing; --verbose lists them)',
      [],
      {
        notChecked: [
          { what: 'live requests', one: 'live request', items: ['GET /', 'GET /v2'] },
          { what: 'ranges', items: [] },
          { what: 'thing', items: ['x'] },
        ],
      },
    ],
    [
      '3 contracts, 3 samples: no findings; nothing of the negotiation could be judged: 2 endpoints (401), 1 endpoint (403) (not checked: 1 thing; --verbose lists them)',
      [],
      {
        notChecked: [
          {
            what: 'endpoints (401)',
            one: 'endpoint (401)',
            items: ['/a', '/b'],
            nothingOf: 'the negotiation',
          },
          { what: 'thing', items: ['x'] },
          { what: 'endpoints (403)', one: 'endpoint (403)', items: ['/c'], nothingOf: 'the negotiation' },
        ],
      },
    ],
    ['1 contract, 1 sample: no findings', [], { ...none, contracts: 1, samples: 1, rules: 1, documents: 1 }],
    ['2 documents: no findings', [], LAWS_SUMMARY],
    ['1 error in 1 of 2 documents', [['error', 'a']], LAWS_SUMMARY],
    [
      '2 errors in 1 of 1 response',
      [
        ['error', R],
        ['error', R],
      ],
      LAWS_SUMMARY,
    ],
    ['1 error in 1 of 1 response; 3 contracts', [['error', `${R}v2`]], none],
    [
      '4 errors in 1 of 3 samples, 2 of 2 responses and 1 other file; 3 contracts',
      [
        ['error', 's1'],
        ['error', R],
        ['error', `${R}v2`],
        ['error', 'contracts.yaml'],
      ],
      none,
    ],
    [
      '3 errors in 3 files',
      [
        ['error', 'a'],
        ['error', 'b'],
        ['error', 'c'],
      ],
      LAWS_SUMMARY,
    ],
    [
      '2 errors, 1 warning in 2 of 3 samples; 3 contracts',
      [
        ['error', 's1'],
        ['warning', 's1'],
        ['error', 's2'],
      ],
      none,
    ],
    [
      '1 error, 2 warnings, 2 info in 1 of 3 samples and 2 other files; 3 contracts',
      [
        ['info', 's1'],
        ['info', 'a'],
        ['warning', 'a'],
        ['warning', 'b'],
        ['error', 'b'],
      ],
      none,
    ],
    ['1 error in 0 of 3 samples and 1 other file; 3 contracts', [['error', 'a']], none],
  ])('is %s', (line, findings, summary) => {
    expect(summaryLine(resultWith(findings, summary), { verbose: false })).toBe(line);
  });

  test('does not point to --verbose when it is on', () => {
    expect(summaryLine(resultWith([], {}), { verbose: true })).toBe(
      '3 contracts, 3 samples: no findings (not checked: 3 live requests, 1 range without a sample)',
    );
  });
});
