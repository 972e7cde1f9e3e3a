import type { AnyRule, SubjectLists } from '../../rules/rule';
import { SUBJECT_KINDS } from '../../rules/subject-kinds';

/** Why a rule that looks across documents had nothing to judge; undefined if it had. */
export function nothingToJudge({ subject, needs }: AnyRule, subjects: SubjectLists): string | undefined {
  const { without, soughtIn = [subject] } = SUBJECT_KINDS[subject];
  if ([subject, ...soughtIn].every((kind) => subjects[kind].length === 0)) return without;
  return needs === undefined || subjects[subject].some((each) => needs.isMet(each))
    ? undefined
    : needs.otherwise;
}
