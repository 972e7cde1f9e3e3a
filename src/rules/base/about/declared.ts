import type { DeclaredBreak } from '../../../model/project/change';
import { normalId } from '../../../model/versions/versions-entry';
import type { Report } from '../../rule';

/** Whether a declared break is about a report of a rule. Ids of versions are equal with and without `v` and `.0`. */
export function isAllowedBy(ruleId: string, { subject }: Report, { allows }: DeclaredBreak): boolean {
  return (
    subject !== undefined &&
    allows !== undefined &&
    allows.ruleId === ruleId &&
    normalId(allows.subject) === normalId(subject)
  );
}
