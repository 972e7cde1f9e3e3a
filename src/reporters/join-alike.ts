import type { Finding } from '../model/findings/finding';
import { groupBy } from '../model/group-by';
import { documentName } from '../model/documents/source';
import { andList, count, shortList } from '../wording/list-words';
import { quote } from '../wording/quote';

/** A finding that stands for others like it. */
export interface JoinedFinding extends Finding {
  /** The findings that it stands for, in other files or responses, or at other places; absent without any. */
  readonly others?: readonly Finding[];
}

/** From so many on, findings with one group message are a single finding wherever people read them, also in brief reports. */
const MANY = 5;

/**
 * Joins findings about whole files or responses with the same message: a service that is down is down at every path. The joined finding
 * names each of them. Only for people: programs get every finding.
 */
export function joinAlike(findings: readonly Finding[]): readonly JoinedFinding[] {
  return joinGroups(findings, (group) => group.every(isWhole) || isMany(group));
}

/**
 * Joins only what is one finding in brief reports and in counts, too: the properties that one object lacks, the many samples of a folder without
 * a contract.
 */
export function joinMany(findings: readonly Finding[]): readonly JoinedFinding[] {
  return joinGroups(findings, isMany);
}

function joinGroups(
  findings: readonly Finding[],
  isJoined: (group: readonly Finding[]) => boolean,
): readonly JoinedFinding[] {
  const groups = groupBy(joinMissing(findings), (finding) => {
    const { ruleId, severity, manifest, target, message, groupMessage } = finding;
    const kind = [ruleId, severity, manifest, groupMessage ?? message];
    if (isWhole(finding)) return kind.join('\0');
    return groupMessage === undefined ? finding : [...kind, `at ${target}`].join('\0');
  });
  return [...groups.values()].flatMap((group): readonly JoinedFinding[] => {
    if (isJoined(group) || group.every(isWhole)) return isJoined(group) ? join(group) : group;
    // In one document, two are many: its author repeated a mistake.
    return [...groupBy(group, documentName).values()].flatMap(join);
  });
}

function join(group: readonly Finding[]): readonly JoinedFinding[] {
  const [first, ...others] = group;
  return first === undefined || others.length === 0
    ? group
    : [{ ...first, message: joinedMessage(first, others.length), others }];
}

function isMany(group: readonly Finding[]): boolean {
  return group[0]?.groupMessage !== undefined && group.length >= MANY;
}

function joinedMessage(first: Finding, others: number): string {
  const { message, groupMessage = message } = first;
  if (groupMessage.includes('{count}')) return groupMessage.replace('{count}', String(others + 1));
  return isWhole(first) ? groupMessage : `${message}, here and at ${count(others, 'other place')}`;
}

/** The properties that one object lacks have one cause. */
function joinMissing(findings: readonly Finding[]): readonly Finding[] {
  const groups = groupBy(findings, (finding) => {
    const { ruleId, severity, manifest, target, missing, groupMessage = '', pointer, start } = finding;
    return missing === undefined || !groupMessage.includes('{missing}')
      ? finding
      : [ruleId, severity, manifest, target, documentName(finding), pointer, start.offset, groupMessage].join(
          '\0',
        );
  });
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first?.groupMessage === undefined || !first.groupMessage.includes('{missing}')) return group;
    const names = group.map(({ missing }) => quote(missing));
    if (names.length === 1) return [{ ...first, groupMessage: first.message }];
    const withNames = (list: string) => first.groupMessage?.replace('{missing}', () => list) ?? '';
    return [
      {
        ...first,
        message: withNames(names.length > MOST_NAMES ? shortList(names) : andList(names)),
        groupMessage: withNames(names.join(', ')),
        also: group.flatMap(({ also }) => also),
      },
    ];
  });
}

/** How many missing properties are all named. */
const MOST_NAMES = 10;

function isWhole({ pointer, end, related }: Finding): boolean {
  return pointer === undefined && end.offset === 0 && related.length === 0;
}
