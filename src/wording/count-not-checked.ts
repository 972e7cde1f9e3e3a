import type { NotChecked } from '../model/findings/check-result';
import { count } from './list-words';

/** What a run did not check, with its count: `3 live requests`. */
export function countNotChecked({ what, one, items }: NotChecked): string {
  return count(items.length, one ?? what, what);
}
