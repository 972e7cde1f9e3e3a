import type { AnyRule, SubjectKind, SubjectLists } from '../../rules/rule';
import { SUBJECT_KINDS } from '../../rules/subject-kinds';

/** Why a rule that looks across documents had nothing to judge; undefined if it had. `judgedBefore`: the kinds with subjects that are not in the lists. */
export function nothingToJudge(
  { subject, needs }: AnyRule,
  subjects: SubjectLists,
  judgedBefore: ReadonlySet<SubjectKind> = new Set(),
): string | undefined {
  const { without, soughtIn = [subject] } = SUBJECT_KINDS[subject];
  if ([subject, ...soughtIn].every((kind) => subjects[kind].length === 0 && !judgedBefore.has(kind)))
    return without;
  return needs === undefined || subjects[subject].some((each) => needs.isMet(each))
    ? undefined
    : needs.otherwise;
}
