import type { ErrorObject } from 'ajv';

import { itemsIn } from '../../model/json/json-value';

/** A failed keyword with the errors of its subschemas, one list per subschema. */
export interface ErrorTree {
  readonly error: ErrorObject;
  readonly branches: readonly (readonly ErrorTree[])[];
}

interface Located {
  readonly tree: ErrorTree;
  /** The index in the flat list at which its errors begin. */
  readonly start: number;
}

/** Turns ajv's flat list of errors into a tree: an error inside an alternative of `anyOf` belongs to the `anyOf`. */
export function readErrors(errors: readonly ErrorObject[]): readonly ErrorTree[] {
  const open: Located[] = [];
  for (const [index, error] of errors.entries()) {
    // The error of `if` only says that `then` or `else` failed, and they have their own errors.
    if (error.keyword === 'if') continue;
    const before = beforeOf(error);
    const starts = before.map((count) => index - count);
    const start = starts[0] ?? index;
    const inner: Located[] = [];
    for (let last = open.at(-1); last !== undefined && last.start >= start; last = open.at(-1)) {
      inner.unshift(last);
      open.pop();
    }
    const branches = starts.map((from, branch) => {
      const to = starts[branch + 1] ?? index;
      return inner.filter((located) => located.start >= from && located.start < to).map(({ tree }) => tree);
    });
    open.push({ tree: { error, branches }, start });
  }
  return open.map(({ tree }) => tree);
}

/** `propertyNames` fails once for each name, so only the errors of the last name belong to this failure. */
function beforeOf({ keyword, params }: ErrorObject): readonly number[] {
  const before: unknown = params['before'];
  const counts = itemsIn(before).map(Number);
  return keyword === 'propertyNames' ? counts.slice(-1) : counts;
}
