import { describe, expect, test } from '@jest/globals';

import { mergeNotChecked, mergeResults, slimResult } from '../../../src/engine/fleet/merge-results';
import { compareFindings } from '../../../src/model/finding';
import { LIVE_RED } from '../../reporters/live-results';
import { GREEN, RED } from '../../reporters/results';

describe('merged results', () => {
  const merged = mergeResults([LIVE_RED, RED, GREEN]);

  test('have every finding, in the order of findings', () => {
    expect(merged.findings).toEqual([...LIVE_RED.findings, ...RED.findings].toSorted(compareFindings));
  });

  test('add up findings and documents, and count contracts, samples and rules once', () => {
    const [live, red] = [LIVE_RED.summary, RED.summary];
    expect(merged.summary).toMatchObject({
      contracts: Math.max(live.contracts, red.contracts),
      samples: Math.max(live.samples, red.samples),
      rules: Math.max(live.rules, red.rules),
      documents: live.documents + red.documents + GREEN.summary.documents,
      findings: {
        error: live.findings.error + red.findings.error,
        warning: live.findings.warning + red.findings.warning,
        info: live.findings.info + red.findings.info,
      },
    });
  });

  test('have one verdict for each rule that looks across documents, with its findings from every result', () => {
    const rules = merged.verdicts.filter(({ group }) => group === 'rule');
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    const expected = [LIVE_RED, RED, GREEN]
      .flatMap(({ verdicts }) => verdicts)
      .filter(({ group }) => group === 'rule')
      .flatMap(({ findings }) => findings);
    expect(rules.flatMap(({ findings }) => findings)).toEqual(expected);
  });
});

test('a slim result keeps the texts that findings point into', () => {
  const files = RED.findings.flatMap(({ file, related }) => [file, ...related.map((place) => place.file)]);
  expect([...slimResult(RED).sources.keys()].toSorted()).toEqual(
    [...new Set(files)].filter((file) => RED.sources.has(file)).toSorted(),
  );
  expect(slimResult(GREEN).sources.size).toBe(0);
});

test('what several checks did not check is listed once', () => {
  const ranges = { what: 'ranges without a sample', one: 'range without a sample' };
  expect(
    mergeNotChecked([
      { ...ranges, items: ['a', 'b'] },
      { what: 'live requests', items: ['GET /'] },
      { ...ranges, items: ['b', 'c'] },
    ]),
  ).toEqual([
    { ...ranges, items: ['a', 'b', 'c'] },
    { what: 'live requests', items: ['GET /'] },
  ]);
});
