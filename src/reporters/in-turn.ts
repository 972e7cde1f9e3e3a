/** Takes values in the order of their indices, each as soon as all before it are there. */
export interface InTurn<Value> {
  readonly add: (index: number, value: Value) => void;
  /** Takes what is left in spite of gaps: after an interrupt, nothing will fill them. */
  readonly end: () => void;
}

/** Calls `take` with values in the order of their indices, from 0. */
export function createInTurn<Value>(take: (value: Value) => void): InTurn<Value> {
  const waiting = new Map<number, Value>();
  let turn = 0;
  const takeAt = (index: number): void => {
    const value = waiting.get(index);
    waiting.delete(index);
    if (value !== undefined) take(value);
  };
  return {
    add: (index, value) => {
      waiting.set(index, value);
      for (; waiting.has(turn); turn += 1) takeAt(turn);
    },
    end: () => {
      for (const index of [...waiting.keys()].toSorted((a, b) => a - b)) takeAt(index);
    },
  };
}
