import { expect, test } from '@jest/globals';

import { createProgressLine } from '../../src/cli/progress';

test('the line is rewritten in place, ten times a second at most, and taken away', () => {
  const written: string[] = [];
  let now = 500;
  const line = createProgressLine(
    2000,
    (text) => written.push(text),
    () => now,
  );
  for (const [time, done] of [
    [500, 0],
    [599, 5],
    [600, 9],
    [650, 10],
    [3700, 1234],
  ] as const) {
    now = time;
    line.update({ done, withFindings: 12 });
  }
  line.clear();
  line.clear();
  expect(written).toEqual([
    '\r0/2,000 targets, 12 with findings, 0 s\u001B[K',
    '\r9/2,000 targets, 12 with findings, 0 s\u001B[K',
    '\r1,234/2,000 targets, 12 with findings, 3 s\u001B[K',
    '\r\u001B[K',
  ]);
});
