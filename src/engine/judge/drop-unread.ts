import { isAtOrBelow, type JsonPointer } from '../../model/json/json-pointer';
import { groupBy } from '../../model/group-by';
import { jsonWellFormed } from '../../rules/files/json-well-formed';
import type { JudgedReport } from './run-rules';

/** Drops what other rules say about a value that is not JSON: nobody knows what it is. That it has a name remains true. */
export function dropUnread(reports: readonly JudgedReport[]): readonly JudgedReport[] {
  const unread = reports.flatMap(({ rule, at, kind }): readonly UnreadPlace[] =>
    rule.id === jsonWellFormed.id && kind === 'not-json' && 'pointer' in at && at.pointer !== undefined
      ? [{ file: at.file, pointer: at.pointer }]
      : [],
  );
  if (unread.length === 0) return reports;
  const byFile = groupBy(unread, ({ file }) => file);
  return reports.filter(
    ({ rule, at }) =>
      rule.id === jsonWellFormed.id ||
      !('token' in at) ||
      at.token === 'key' ||
      !(byFile.get(at.file) ?? []).some(({ pointer }) => isAtOrBelow(at.pointer, pointer)),
  );
}

interface UnreadPlace {
  readonly file: string;
  readonly pointer: JsonPointer;
}
