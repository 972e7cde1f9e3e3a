import type { Finding } from '../model/finding';
import { groupBy } from '../model/group-by';

/** A finding that stands for others like it. */
export interface JoinedFinding extends Finding {
  /** The findings that it stands for, in other files or responses; absent without any. */
  readonly others?: readonly Finding[];
}

/**
 * Joins findings about whole files or responses with the same message: a service that is down is down at every path. The joined finding
 * names each of them. Only for people: programs get every finding.
 */
export function joinAlike(findings: readonly Finding[]): readonly JoinedFinding[] {
  const groups = groupBy(findings, (finding) =>
    isWhole(finding)
      ? `${finding.ruleId}\0${finding.severity}\0${finding.groupMessage ?? finding.message}`
      : finding,
  );
  return [...groups.values()].flatMap(([first, ...others]): readonly JoinedFinding[] => {
    if (first === undefined) return [];
    return [others.length === 0 ? first : { ...first, message: first.groupMessage ?? first.message, others }];
  });
}

function isWhole({ pointer, end, related }: Finding): boolean {
  return pointer === undefined && end.offset === 0 && related.length === 0;
}
