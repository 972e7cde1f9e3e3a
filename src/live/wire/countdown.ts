/** A timer that can be restarted or stopped before it ends. */
export interface Countdown {
  readonly start: () => void;
  readonly stop: () => void;
}

/** Creates a countdown that has not started; it calls `onEnd` so many milliseconds after its last start. */
export function createCountdown(milliseconds: number, onEnd: () => void): Countdown {
  let timer: NodeJS.Timeout | undefined;
  let turn: NodeJS.Immediate | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    clearImmediate(turn);
    [timer, turn] = [undefined, undefined];
  };
  return {
    start: () => {
      clearImmediate(turn);
      // Data may have arrived in time while this process was busy: the next turn of the event loop reads it first.
      timer = timer?.refresh() ?? setTimeout(() => (turn = setImmediate(onEnd)), milliseconds);
    },
    stop,
  };
}
