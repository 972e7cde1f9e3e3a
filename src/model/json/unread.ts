import { isJsonArray, isJsonObject } from './json-value';

/**
 * Stands for a value of YAML that JSON has no form for, such as `.inf`. It is reported where it was read, and nothing else is said about it: every schema
 * accepts it. To all other code it is an object without properties.
 */
export const UNREAD: Readonly<Record<string, never>> = Object.freeze({});

/** Whether a value has such a part, or is one. Aliases may share parts, so each is looked at once. */
export function holdsUnread(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const seen = new Set<unknown>();
  const open = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === UNREAD) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    if (!isJsonArray(next) && !isJsonObject(next)) continue;
    for (const inner of Object.values(next))
      if (typeof inner === 'object' && inner !== null) open.push(inner);
  }
  return false;
}
