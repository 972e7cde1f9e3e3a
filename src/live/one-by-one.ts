import type { PoolPlace } from '../model/live/client';
import type { Limit } from './limit';

/**
 * Runs the tasks of a client one after the other while the process is busy with other clients. Their requests then share one connection: to open a
 * second one is more work than the request. All that wait are started as soon as the process has time to spare. Without `onSpare`, nothing waits.
 */
export function oneByOne(limit: Limit, onSpare: PoolPlace['onSpare']): Limit {
  if (onSpare === undefined) return limit;
  const waiting: (() => void)[] = [];
  let running = 0;
  let forget: (() => void) | undefined;
  const startAll = (): void => {
    for (const start of waiting.splice(0)) start();
  };
  return async (task) => {
    if (running > 0) {
      if (waiting.length === 0) forget = onSpare(startAll);
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    running += 1;
    try {
      return await limit(task);
    } finally {
      running -= 1;
      if (running === 0) waiting.shift()?.();
      if (waiting.length === 0) forget?.();
    }
  };
}
