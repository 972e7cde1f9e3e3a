import { expect, test } from '@jest/globals';

import { createNotChecked, mergeChecked } from '../../../src/engine/fleet/merge-counts';
import { LIVE_RED } from '../../reporters/live-results';
import { GREEN, RED } from '../../reporters/results';

test('documents are added up, and contracts, samples and rules count once', () => {
  const [live, red] = [LIVE_RED.summary, RED.summary];
  const merged = [live, red, GREEN.summary].reduce(mergeChecked, {
    contracts: 0,
    samples: 0,
    rules: 0,
    documents: 0,
  });
  expect(merged).toEqual({
    contracts: Math.max(live.contracts, red.contracts, GREEN.summary.contracts),
    samples: Math.max(live.samples, red.samples, GREEN.summary.samples),
    rules: Math.max(live.rules, red.rules, GREEN.summary.rules),
    documents: live.documents + red.documents + GREEN.summary.documents,
  });
});

test('samples that are wrong on purpose are listed once', () => {
  const summary = { ...GREEN.summary, wrongOnPurpose: ['b.json', 'a.json'] };
  const before = { contracts: 9, samples: 0, rules: 0, documents: 1, wrongOnPurpose: ['a.json'] };
  expect(mergeChecked(before, summary).wrongOnPurpose).toEqual(['a.json', 'b.json']);
});

test('what several checks did not check is listed once', () => {
  const ranges = { what: 'ranges without a sample', one: 'range without a sample' };
  const totals = createNotChecked();
  totals.add([
    { ...ranges, items: ['a', 'b'] },
    { what: 'live requests', items: ['GET /'] },
  ]);
  totals.add([]);
  totals.add([{ ...ranges, items: ['b', 'c'] }]);
  expect(totals.entries()).toEqual([
    { ...ranges, items: ['a', 'b', 'c'] },
    { what: 'live requests', items: ['GET /'] },
  ]);
});
