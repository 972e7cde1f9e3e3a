import type { Finding } from '../model/finding';
import { groupBy } from '../model/group-by';
import { count } from '../wording/list-words';

/** A service that is down is down at every path: what is said of whole answers in the same words is said once. */
export function joinAlike(findings: readonly Finding[]): readonly Finding[] {
  const groups = groupBy(findings, (finding) =>
    isWhole(finding) ? `${finding.ruleId}\0${finding.severity}\0${finding.message}` : finding,
  );
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const others = count(alike.length - 1, 'other request');
    return [alike.length === 1 ? first : { ...first, message: `${first.message} (so too for ${others})` }];
  });
}

function isWhole({ pointer, end, related }: Finding): boolean {
  return pointer === undefined && end.offset === 0 && related.length === 0;
}
