import type { AllowedBreak } from '../../model/findings/check-result';
import type { DeclaredBreak } from '../../model/project/change';
import { isAllowedBy } from '../../rules/base/about/declared';
import type { JudgedReport } from './run-rules';

/** Takes the reports out that the change declares to be right. */
export function allowBreaks(
  reports: readonly JudgedReport[],
  declared: readonly DeclaredBreak[],
): { readonly left: readonly JudgedReport[]; readonly allowed: readonly AllowedBreak[] } {
  if (declared.length === 0) return { left: reports, allowed: [] };
  const used = new Set<DeclaredBreak>();
  const left = reports.filter((report) => {
    const found = declared.filter((each) => isAllowedBy(report.rule.id, report, each));
    for (const each of found) used.add(each);
    return found.length === 0;
  });
  return {
    left,
    allowed: declared.flatMap((each): readonly AllowedBreak[] =>
      each.allows === undefined || !used.has(each)
        ? []
        : [{ ...each.allows, commit: each.commit, author: each.author }],
    ),
  };
}
