import { formatNumber } from '../reporters/format-number';

/** How far a run over many targets has come. */
interface FleetProgress {
  readonly done: number;
  readonly withFindings: number;
}

/** A line that is rewritten in place on a terminal. */
export interface ProgressLine<Progress = FleetProgress> {
  /** Shows how far the run is, unless it was shown a moment ago. */
  readonly update: (progress: Progress) => void;
  /** Takes the line away, so that something else can be written where it stood. */
  readonly clear: () => void;
}

/** Milliseconds from one rewriting to the next: more often than ten times a second nobody can read. */
const PAUSE = 100;

/** A progress line for so many targets; `now` is in milliseconds, and the run starts now. */
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

/** A progress line in the words of its run, to which it adds the seconds that have passed; `now` is in milliseconds, and the run starts now. */
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
