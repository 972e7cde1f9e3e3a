/** The time, and a way to wait, for retries. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after so many milliseconds, or as soon as the signal is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** The machine's own clock. */
export const machineClock: Clock = {
  now: Date.now,
  sleep: async (milliseconds, signal) => {
    // Loaded here because most runs do not wait.
    const { setTimeout: wait }: typeof import('node:timers/promises') = require('node:timers/promises');
    // It rejects only when the signal is aborted, which the caller checks anyway.
    await wait(milliseconds, undefined, { signal }).catch(() => undefined);
  },
};
