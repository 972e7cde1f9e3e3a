import { holdsUnread } from '../../model/json/unread';
import { addEvaluated, nothingEvaluated, type Evaluate, type Evaluated } from './evaluated';

/** Accepts what all of them accept. */
export function allOf(parts: readonly Evaluate[]): Evaluate {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return (value, seen) => {
    let accepts = true;
    for (const part of parts) {
      if (part(value, seen)) continue;
      if (seen === undefined) return false;
      accepts = false;
    }
    return accepts;
  };
}

/** Accepts what at least one of them accepts. Where it matters what is evaluated, all of them are tried. */
export function anyOf(parts: readonly Evaluate[]): Evaluate {
  return (value, seen) => {
    if (seen === undefined) {
      for (const part of parts) if (part(value)) return true;
      return false;
    }
    return parts.filter((part) => tried(part, value, seen)).length > 0;
  };
}

/** Accepts what exactly one of them accepts; where a part of the value is unread, it may be any of several. */
export function oneOf(parts: readonly Evaluate[]): Evaluate {
  return (value, seen) => {
    let accepting = 0;
    for (const part of parts) {
      if (tried(part, value, seen)) accepting += 1;
      if (accepting > 1 && seen === undefined) return holdsUnread(value);
    }
    return accepting === 1 || (accepting > 1 && holdsUnread(value));
  };
}

/** `if`, `then` and `else`. Where a part of the value is unread, either may apply. */
export function conditional(condition: Evaluate, then: Evaluate, otherwise: Evaluate): Evaluate {
  return (value, seen) =>
    tried(condition, value, seen)
      ? then(value, seen) || (holdsUnread(value) && otherwise(value, seen))
      : otherwise(value, seen);
}

/** What an alternative evaluates counts only where it accepts the value. */
function tried(part: Evaluate, value: unknown, seen: Evaluated | undefined): boolean {
  if (seen === undefined) return part(value);
  const own = nothingEvaluated();
  const accepts = part(value, own);
  if (accepts) addEvaluated(own, seen);
  return accepts;
}
