import type { TargetRow } from '../model/findings/fleet';

/** The newest microversion of a service, with the one that its owner expects if that is another: `2.90 (expected 2.96)`. */
export function newestWords(
  { newest, expected }: Pick<TargetRow, 'newest' | 'expected'>,
  none: string,
): string {
  const shown = newest ?? none;
  return expected === undefined || expected === newest ? shown : `${shown} (expected ${expected})`;
}
