/** Collects changes until there are no more for a moment: an editor that saves makes several. */
export interface ChangeInbox {
  readonly add: (path: string) => void;
  /** Resolves with the paths that changed since the last call, when that moment is over. */
  readonly next: () => Promise<readonly string[]>;
  /** No call resolves any more, and nothing keeps the process alive. */
  readonly close: () => void;
}

/** How long there must be no change, in milliseconds. */
const PAUSE = 30;

/** How long changes are collected that never pause, in milliseconds. */
const LONGEST = 1000;

export function createChangeInbox(): ChangeInbox {
  let paths = new Set<string>();
  let first = 0;
  let timer: NodeJS.Timeout | undefined;
  let deliver: ((paths: readonly string[]) => void) | undefined;
  let isReady = false;
  const flush = (): void => {
    if (!isReady || deliver === undefined) return;
    const [all, resolve] = [[...paths], deliver];
    paths = new Set();
    isReady = false;
    deliver = undefined;
    resolve(all);
  };
  return {
    add: (path) => {
      const now = performance.now();
      if (paths.size === 0) first = now;
      paths.add(path);
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          isReady = true;
          flush();
        },
        Math.min(PAUSE, Math.max(0, first + LONGEST - now)),
      );
    },
    next: () =>
      new Promise((resolve) => {
        deliver = resolve;
        flush();
      }),
    close: () => {
      clearTimeout(timer);
      deliver = undefined;
    },
  };
}
