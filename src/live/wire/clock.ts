import { setTimeout as wait } from 'node:timers/promises';

/** Time as repeats need it. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after so many milliseconds, or as soon as the signal is given. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** The machine's own clock. */
export const machineClock: Clock = {
  now: Date.now,
  sleep: async (milliseconds, signal) => {
    // It rejects with nothing but the signal, which whoever gave it knows of.
    await wait(milliseconds, undefined, { signal }).catch(() => undefined);
  },
};
