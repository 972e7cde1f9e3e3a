import type { PoolPlace } from '../model/live/client';

/** Runs a task as soon as a slot is free. */
export type Limit = <Result>(task: () => Promise<Result>) => Promise<Result>;

/** Runs at most `most` tasks at once; the others wait in the order in which they were added. */
export function createLimit(most: number): Limit {
  const { enter, leave } = createPlaces(most);
  return async (task) => {
    await enter();
    try {
      return await task();
    } finally {
      leave();
    }
  };
}

/** A number of places. Who enters takes one, and waits in turn if all are taken; who leaves gives it to the next. */
export function createPlaces(most: number): PoolPlace {
  const waiting: (() => void)[] = [];
  let free = Math.max(1, most);
  return {
    enter: async () => {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
    },
    leave: () => {
      const next = waiting.shift();
      // Hand the place to the next one directly, so that one who comes now cannot take it.
      if (next === undefined) free += 1;
      else next();
    },
  };
}
