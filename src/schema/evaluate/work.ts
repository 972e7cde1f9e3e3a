/** Thrown where work may take long and no watchdog would end it. */
class MayTakeLong extends Error {}

/** Some hundredths of a second. */
const MOST_STEPS = 250_000;

/** How many steps are left. Without a limit, a watchdog ends what takes long. */
let left = Infinity;

/** Runs a task that surely ends soon without a watchdog, because starting one takes longer. Any other task is given up before it takes long. */
export function runBriefly<T>(task: () => T): { readonly value: T } | 'may-take-long' {
  const before = left;
  left = Math.min(left, MOST_STEPS);
  try {
    return { value: task() };
  } catch (error) {
    if (error instanceof MayTakeLong) return 'may-take-long';
    throw error;
  } finally {
    left = before;
  }
}

/** Whether steps are counted. */
export function isCounted(): boolean {
  return left !== Infinity;
}

/** Counts steps before they are made. */
export function spend(steps: number): void {
  if (!isCounted()) return;
  left -= steps;
  if (left < 0) throw new MayTakeLong();
}
