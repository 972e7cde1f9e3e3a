import { expect, test } from '@jest/globals';

import { createSpareTime } from '../../../src/engine/fleet/spare-time';

/** The share of each interval in which the event loop was busy; the last one repeats. */
function loadOf(...shares: readonly number[]) {
  let looks = 0;
  return {
    looks: () => looks,
    utilization: (before?: unknown) => {
      const utilization = before === undefined ? 0 : (shares[Math.min(looks++, shares.length - 1)] ?? 0);
      return { utilization, active: 0, idle: 0 };
    },
  };
}

test.each([
  ['after the first interval with time to spare', [1, 0.95, 0.5], 3],
  ['at once where there is nothing to do', [0], 1],
])('calls back %s', async (_, shares, expected) => {
  const { looks, utilization } = loadOf(...shares);
  const onSpare = createSpareTime(utilization);
  await new Promise<void>((resolve) => onSpare(resolve));
  expect(looks()).toBe(expected);
});

test('calls back in the end, even if there never is time to spare', async () => {
  const { looks, utilization } = loadOf(1);
  await new Promise<void>((resolve) => createSpareTime(utilization)(resolve));
  expect(looks()).toBeGreaterThan(1);
});

test('does not call what was taken back', async () => {
  const onSpare = createSpareTime(loadOf(1, 1, 0).utilization);
  const called: string[] = [];
  const forget = onSpare(() => called.push('first'));
  await new Promise<void>((resolve) => {
    onSpare(() => {
      called.push('second');
      resolve();
    });
    forget();
  });
  expect(called).toEqual(['second']);
});
