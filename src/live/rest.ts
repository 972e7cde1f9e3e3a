import type { PoolPlace } from '../model/live/client';

/** Keeps a place only while a request is under way, or nothing is. */
export interface Rest {
  /** Runs a task that counts as under way until it is done, except while it waits. */
  readonly active: <Result>(task: () => Promise<Result>) => Promise<Result>;
  /** Waits within such a task. */
  readonly wait: (sleep: () => Promise<void>) => Promise<void>;
}

/** Leaves the place of a client while each of its requests waits to be sent again, so that another client can work meanwhile. */
export function createRest({ enter, leave }: PoolPlace): Rest {
  let [active, waiting] = [0, 0];
  let isAway = false;
  let entering: Promise<void> | undefined;
  const start = async (): Promise<void> => {
    active += 1;
    if (!isAway) return;
    // Requests that wake up together share one place.
    entering ??= enter().then(() => {
      isAway = false;
      entering = undefined;
    });
    await entering;
  };
  const stop = (): void => {
    active -= 1;
    if (active > 0 || waiting === 0) return;
    isAway = true;
    leave();
  };
  return {
    active: async (task) => {
      await start();
      try {
        return await task();
      } finally {
        stop();
      }
    },
    wait: async (sleep) => {
      waiting += 1;
      stop();
      await sleep();
      waiting -= 1;
      await start();
    },
  };
}
