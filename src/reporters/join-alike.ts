import type { Finding } from '../model/finding';
import { groupBy } from '../model/group-by';
import { count } from '../wording/list-words';

/** Joins findings about whole responses with the same message: a service that is down is down at every path. */
export function joinAlike(findings: readonly Finding[]): readonly Finding[] {
  const groups = groupBy(findings, (finding) =>
    isWhole(finding) ? `${finding.ruleId}\0${finding.severity}\0${finding.message}` : finding,
  );
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const others = count(alike.length - 1, 'other request');
    return [alike.length === 1 ? first : { ...first, message: `${first.message} (and for ${others})` }];
  });
}

function isWhole({ pointer, end, related }: Finding): boolean {
  return pointer === undefined && end.offset === 0 && related.length === 0;
}
