/** Runs a task as soon as a slot is free. */
export type Limit = <Result>(task: () => Promise<Result>) => Promise<Result>;

/** Runs at most `most` tasks at once; the others wait in the order in which they were added. */
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
      // Hand the slot to the next task directly, so that a task added now cannot take it.
      if (next === undefined) free += 1;
      else next();
    }
  };
}
