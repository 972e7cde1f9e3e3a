import { formatNumber } from '../reporters/format-number';

/** How far a run over many targets has come. */
export interface FleetProgress {
  readonly done: number;
  readonly withFindings: number;
}

/** A line that is rewritten in place on a terminal. */
export interface ProgressLine {
  /** Shows how far the run is, unless it was shown a moment ago. */
  readonly update: (progress: FleetProgress) => void;
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
  const start = now();
  let last = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    update: ({ done, withFindings }) => {
      const time = now();
      if (time - last < PAUSE) return;
      last = time;
      isShown = true;
      const seconds = Math.floor((time - start) / 1000);
      const parts = [
        `${formatNumber(done)}/${formatNumber(total)} targets`,
        `${formatNumber(withFindings)} with findings`,
        `${formatNumber(seconds)} s`,
      ];
      write(`\r${parts.join(', ')}\u001B[K`);
    },
    clear: () => {
      if (isShown) write('\r\u001B[K');
      isShown = false;
    },
  };
}
