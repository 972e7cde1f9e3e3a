import type { LastRun } from './answer-rerun';

/** The command that is started and the program that it starts are two bundles, which share nothing else. */
const NAME = Symbol.for('samplegate.last-run');

/** Hands the last run over to the program, which would look at all files again to find out what has changed. */
export function handOver(last: LastRun): void {
  Reflect.set(globalThis, NAME, last);
}

/** The last run that was handed over. */
export function takeOver(): LastRun | undefined {
  const shared: Readonly<Record<symbol, LastRun | undefined>> & typeof globalThis = globalThis;
  return shared[NAME];
}
