import { setTimeout as sleep } from 'node:timers/promises';

/** Only ends what hangs: on a busy machine, a start may take minutes. */
const LONGEST_START_MS = 600_000;

/**
 * Waits until a service that was just started responds: repeats `attempt` until it succeeds, and returns its result.
 * Throws, with the text of `logged`, if the process ends or the time is up.
 */
export async function waitFor(name, owned, attempt, logged) {
  const deadline = Date.now() + LONGEST_START_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (cause) {
      const why =
        owned.how() === undefined
          ? Date.now() > deadline && `did not respond within ${LONGEST_START_MS / 1000} s`
          : `ended with ${owned.how()} before it responded`;
      if (why !== false) throw new Error(`${name} ${why}:\n${logged()}`, { cause });
      await sleep(50);
    }
  }
}
