/** Something that ends after so many milliseconds, unless it starts anew or stops. */
export interface Countdown {
  readonly start: () => void;
  readonly stop: () => void;
}

/** A countdown that has not started; `onEnd` is called once it ends. */
export function createCountdown(milliseconds: number, onEnd: () => void): Countdown {
  let timer: NodeJS.Timeout | undefined;
  let turn: NodeJS.Immediate | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    clearImmediate(turn);
  };
  return {
    start: () => {
      stop();
      // What came in while this process was busy with something else is read first: it was in time.
      timer = setTimeout(() => {
        turn = setImmediate(onEnd);
      }, milliseconds);
    },
    stop,
  };
}
