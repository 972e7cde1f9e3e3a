import { ExactNumber } from '../../model/json/exact-number';
import { hasExactNumber } from '../../model/json/json-text';
import { isJsonArray, isJsonObject } from '../../model/json/json-value';

/**
 * Lets ajv, which knows only doubles, validate values with exact numbers: it gets a copy in which a double stands for each of them, and the
 * keywords that depend on numbers look up what it stands for.
 */
export interface StandIns {
  /** Runs a task with a copy of a value that ajv can read, or with the value itself if ajv can read it. */
  readonly during: <Result>(value: unknown, task: (copy: unknown) => Result) => Result;
  /** The value that a part of the copy stands for. A number is found by `parent`, the object or array that has it as `property`. */
  readonly meaningOf: (copy: unknown, parent?: unknown, property?: unknown) => unknown;
}

export function createStandIns(): StandIns {
  let meanings: WeakMap<object, object> | undefined;
  let root: unknown;

  const copyOf = (value: unknown): unknown => {
    // Only its type matters, because every keyword about numbers looks it up.
    if (value instanceof ExactNumber) return value.isInteger ? 0 : 0.5;
    const copy = isJsonArray(value)
      ? value.map(copyOf)
      : isJsonObject(value)
        ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, copyOf(member)]))
        : undefined;
    if (copy === undefined) return value;
    meanings?.set(copy, Object(value));
    return copy;
  };

  return {
    during: (value, task) => {
      // A task that ran out of time was stopped before its `finally`.
      meanings = undefined;
      if (!hasExactNumber(value)) return task(value);
      meanings = new WeakMap();
      root = value;
      try {
        return task(copyOf(value));
      } finally {
        meanings = undefined;
        root = undefined;
      }
    },
    meaningOf: (copy, parent, property) => {
      if (meanings === undefined) return copy;
      if (typeof copy === 'object' && copy !== null) return meanings.get(copy) ?? copy;
      if (typeof copy !== 'number') return copy;
      if (typeof parent !== 'object' || parent === null) return root;
      const holder = meanings.get(parent);
      return holder === undefined ? copy : Reflect.get(holder, String(property));
    },
  };
}
