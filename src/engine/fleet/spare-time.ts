import type { PoolPlace } from '../../model/live/client';

/** How often the load is looked at, in milliseconds. */
const INTERVAL = 10;

/** From this share of the time on, the process is busy. */
const BUSY = 0.9;

/** The longest wait, in milliseconds: a service that takes longer to answer is slow or hung, and its other requests do not wait for it. */
const LONGEST = 250;

/** Calls back once the event loop had time to spare, or after a quarter of a second. Returned functions take the call back. */
export function createSpareTime(
  utilization: typeof performance.eventLoopUtilization = performance.eventLoopUtilization,
): Exclude<PoolPlace['onSpare'], undefined> {
  const waiting = new Map<() => void, number>();
  let isLooking = false;
  const look = (): void => {
    isLooking = true;
    const [before, start] = [utilization(), performance.now()];
    setTimeout(() => {
      isLooking = false;
      const now = performance.now();
      const isBusy = utilization(before).utilization >= BUSY;
      for (const [callback, since] of waiting) {
        // One that came during the interval waits for a whole one.
        if (since > start || (isBusy && now - since < LONGEST)) continue;
        waiting.delete(callback);
        callback();
      }
      if (waiting.size > 0 && !isLooking) look();
    }, INTERVAL);
  };
  return (callback) => {
    waiting.set(callback, performance.now());
    if (!isLooking) look();
    return () => void waiting.delete(callback);
  };
}
