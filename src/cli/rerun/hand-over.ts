import type { LastRun } from './answer-rerun';

/** `bin.js` and `main.js` are two bundles in one process, and share no module. */
const NAME = Symbol.for('samplegate.last-run');

/** Hands the last run over to `main.js`, so that it need not look at all files again to know what has changed. */
export function handOver(last: LastRun): void {
  Reflect.set(globalThis, NAME, last);
}

/** The last run that was handed over. */
export function takeOver(): LastRun | undefined {
  const shared: Readonly<Record<symbol, LastRun | undefined>> & typeof globalThis = globalThis;
  return shared[NAME];
}
