import { describe, expect, test } from '@jest/globals';

import type { JsonReport } from '../../src/reporters/json/json-report';
import { verdictWords } from '../../src/page/verdict-words';
import { countNotChecked } from '../../src/wording/count-not-checked';
import { findingData, reportData, SUMMARY } from './data';

const NOTHING = { what: 'requests', items: ['GET /'], nothingOf: 'the negotiation' };

describe('the verdict of the page', () => {
  test.each<[string, Partial<JsonReport>, readonly string[]]>([
    ['a green run', {}, ['passed', 'Passed: no findings.', 'Errors fail this run.']],
    [
      'a run with warnings',
      {
        findings: [findingData({ severity: 'warning' })],
        summary: { ...SUMMARY, findings: { error: 0, warning: 1, info: 0 } },
      },
      ['remarks', 'Passed, with 1 warning in 1 place.', 'Errors fail this run.'],
    ],
    [
      'warnings that fail',
      {
        exitCode: 1,
        failOn: 'warning',
        findings: [findingData({ severity: 'warning' })],
        summary: { ...SUMMARY, findings: { error: 0, warning: 1, info: 2 } },
      },
      ['failed', 'Failed: 1 warning and 2 info in 1 place.', 'Errors and warnings fail this run.'],
    ],
    [
      'a part of a project',
      { failOn: 'info', summary: { ...SUMMARY, part: { changedSince: 'main' } } },
      [
        'passed',
        'Passed: no findings.',
        'Only what changed since main was checked. Every finding fails this run.',
      ],
    ],
    [
      'nothing of what was asked',
      { summary: { ...SUMMARY, notChecked: [NOTHING, { ...NOTHING, what: 'links' }] } },
      [
        'remarks',
        'Passed: no findings.',
        'Nothing of the negotiation could be judged. Errors fail this run.',
      ],
    ],
    [
      'an interrupted run over many services',
      { exitCode: 2, fleet: { targets: 5, milliseconds: 1 }, targets: [] },
      ['failed', 'Interrupted: 0 of 5 services checked.', 'Errors fail this run.'],
    ],
    [
      'an OpenAPI document that the manifest does not use',
      {
        summary: {
          ...SUMMARY,
          openApi: {
            operations: 1,
            contracts: 1,
            examples: 1,
            schemaExamples: 0,
            unusedBy: 'contracts.yaml',
          },
        },
      },
      [
        'passed',
        'Passed: no findings.',
        'This is not in contracts.yaml, so it was checked alone. Errors fail this run.',
      ],
    ],
    [
      'nothing to check',
      { summary: { ...SUMMARY, contracts: 0, samples: 0, documents: 0 } },
      ['empty', 'There was nothing to check.', ''],
    ],
  ])('of %s', (_, more, expected) => {
    const { outcome, sentence, details } = verdictWords(reportData(more));
    expect([outcome, sentence, details]).toEqual(expected);
  });

  test('of a run that could not start names the mistake and where it is', () => {
    expect(
      verdictWords({
        version: 1,
        findings: [],
        error: { message: 'unknown property `x`', file: 'contracts.yaml', line: 3 },
      }),
    ).toEqual({
      outcome: 'stopped',
      sentence: 'The run could not start, so nothing was checked.',
      details: 'unknown property `x` (contracts.yaml, line 3)',
    });
  });

  test('what was not checked is counted in words', () => {
    expect(countNotChecked({ what: 'live requests', one: 'live request', items: ['GET /'] })).toBe(
      '1 live request',
    );
    expect(countNotChecked({ what: 'live requests', items: ['GET /', 'GET /v2/'] })).toBe('2 live requests');
  });
});
