import { formatNumber } from '../reporters/format-number';

/** How far a run over many targets is. */
interface FleetProgress {
  readonly done: number;
  readonly withFindings: number;
}

/** A line in a terminal that is updated in place. */
export interface ProgressLine<Progress = FleetProgress> {
  /** Shows the progress, unless the line was updated a moment ago. */
  readonly update: (progress: Progress) => void;
  /** Removes the line, so that other output can take its place. */
  readonly clear: () => void;
}

/** Milliseconds between updates: nobody can read more than ten per second. */
const PAUSE = 100;

/** A progress line for `total` targets; `now` is in milliseconds, and the run starts at the call. */
export function createProgressLine(
  total: number,
  write: (text: string) => void,
  now: () => number = () => performance.now(),
): ProgressLine {
  return createWordedLine(
    ({ done, withFindings }) => [
      `${formatNumber(done)}/${formatNumber(total)} targets`,
      `${formatNumber(withFindings)} with findings`,
    ],
    write,
    now,
  );
}

/** A progress line with the words of `wordsFor` and the elapsed seconds; `now` is in milliseconds, and the run starts at the call. */
export function createWordedLine<Progress>(
  wordsFor: (progress: Progress) => readonly string[],
  write: (text: string) => void,
  now: () => number = () => performance.now(),
): ProgressLine<Progress> {
  const start = now();
  let last = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    update: (progress) => {
      const time = now();
      if (time - last < PAUSE) return;
      last = time;
      isShown = true;
      const seconds = Math.floor((time - start) / 1000);
      write(`\r${[...wordsFor(progress), `${formatNumber(seconds)} s`].join(', ')}\u001B[K`);
    },
    clear: () => {
      if (isShown) write('\r\u001B[K');
      isShown = false;
    },
  };
}
