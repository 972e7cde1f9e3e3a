import { keysOfValues } from '../../model/json/same-json';

/** The indexes of two equal items. */
export interface EqualItems {
  readonly i: number;
  readonly j: number;
}

/** Two equal items: the last item that equals an earlier one, and the nearest of those. */
export function equalItems(items: readonly unknown[]): EqualItems | undefined {
  const seen = new Map<unknown, number>();
  let found: EqualItems | undefined;
  for (const [i, key] of keysOfValues(items).entries()) {
    const j = seen.get(key);
    if (j !== undefined) found = { i, j };
    seen.set(key, i);
  }
  return found;
}
