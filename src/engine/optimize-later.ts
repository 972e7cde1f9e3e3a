/** The setting of V8 11.3, which is that of each Node 20, in bytes of code. */
const DEFAULT_BUDGET = 67_584;

/**
 * V8 of Node 20 optimizes a function after so few calls that the optimized code of a check rarely pays for itself: without most of it, a check of a
 * large document takes a fifth less processor time. Later versions of Node wait by themselves, and have no such setting. V8 accepts a code cache only with the
 * settings that it was made with: so it is set after one was read, and not in a run that keeps one. The code of a check of many services runs so often that it
 * pays for itself sooner.
 */
export function optimizeLater(bytesOfCode = 1_000_000): void {
  if (!process.versions.node.startsWith('20.')) return;
  // Loaded only where it is used: that takes 1.6 ms.
  const { setFlagsFromString }: typeof import('node:v8') = require('node:v8');
  setFlagsFromString(`--interrupt-budget=${bytesOfCode}`);
}

/** The same for one call of a function, in a process that is not ours. */
export function optimizingLater<Result>(task: () => Result): Result {
  optimizeLater();
  try {
    return task();
  } finally {
    optimizeLater(DEFAULT_BUDGET);
  }
}
