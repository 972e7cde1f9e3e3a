/** Runs a task when its turn comes. */
export type Limit = <Result>(task: () => Promise<Result>) => Promise<Result>;

/** Lets at most `most` tasks be under way at once; the others wait in the order in which they came. */
export function createLimit(most: number): Limit {
  const waiting: (() => void)[] = [];
  let free = Math.max(1, most);
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      // The place is handed on, so that nobody who comes now takes it.
      if (next === undefined) free += 1;
      else next();
    }
  };
}
