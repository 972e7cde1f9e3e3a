import type { Finding } from '../model/finding';
import { groupBy } from '../model/group-by';

/** A finding that stands for others like it. */
export interface JoinedFinding extends Finding {
  /** The findings that it stands for, in other files or responses; absent without any. */
  readonly others?: readonly Finding[];
}

/** From so many files on, findings with one group message are a single finding wherever people read them, also in brief reports. */
const MANY = 5;

/**
 * Joins findings about whole files or responses with the same message: a service that is down is down at every path. The joined finding
 * names each of them. Only for people: programs get every finding.
 */
export function joinAlike(findings: readonly Finding[]): readonly JoinedFinding[] {
  return joinGroups(findings, () => true);
}

/** Joins only what is one finding in brief reports and in counts, too: the many samples of a folder without a contract. */
export function joinMany(findings: readonly Finding[]): readonly JoinedFinding[] {
  return joinGroups(
    findings,
    ([first, ...others]) => first?.groupMessage !== undefined && others.length + 1 >= MANY,
  );
}

function joinGroups(
  findings: readonly Finding[],
  isJoined: (group: readonly Finding[]) => boolean,
): readonly JoinedFinding[] {
  const groups = groupBy(findings, (finding) =>
    isWhole(finding)
      ? `${finding.ruleId}\0${finding.severity}\0${finding.groupMessage ?? finding.message}`
      : finding,
  );
  return [...groups.values()].flatMap((group): readonly JoinedFinding[] => {
    const [first, ...others] = group;
    if (first === undefined || others.length === 0 || !isJoined(group)) return group;
    return [{ ...first, message: groupMessageOf(first, group.length), others }];
  });
}

function groupMessageOf({ message, groupMessage = message }: Finding, count: number): string {
  return groupMessage.replace('{count}', String(count));
}

function isWhole({ pointer, end, related }: Finding): boolean {
  return pointer === undefined && end.offset === 0 && related.length === 0;
}
