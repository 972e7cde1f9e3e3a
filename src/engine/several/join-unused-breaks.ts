import type { CheckResult } from '../../model/findings/check-result';
import type { Finding } from '../../model/findings/finding';
import { declaredBreaksUsed } from '../../rules/base/declared-breaks-used';
import { summarize } from '../judge/summarize';

/**
 * Leaves one finding for each declared break that no manifest used. A commit message is about the whole repository, so a line that is about another
 * manifest is not unused.
 */
export function joinUnusedBreaks(results: readonly CheckResult[]): readonly CheckResult[] {
  const looked = results.filter(({ rules }) => rules.some(({ id }) => id === declaredBreaksUsed.id));
  const used = results.flatMap(({ summary }) => summary.base?.allowed ?? []);
  const isUsed = ({ message }: Finding) =>
    used.some(
      ({ commit, ruleId, subject }) =>
        message.startsWith(`commit ${commit} `) && message.includes(`: ${ruleId} ${subject}:`),
    );
  const times = new Map<string, number>();
  for (const result of looked)
    for (const { message } of unusedIn(result)) times.set(message, (times.get(message) ?? 0) + 1);
  const said = new Set<string>();
  return results.map((result) => {
    const dropped = new Set(
      unusedIn(result).filter((finding) => {
        const { message } = finding;
        if (times.get(message) !== looked.length || isUsed(finding) || said.has(message)) return true;
        said.add(message);
        return false;
      }),
    );
    if (dropped.size === 0) return result;
    const isLeft = (finding: Finding) => !dropped.has(finding);
    const findings = result.findings.filter(isLeft);
    return {
      ...result,
      findings,
      verdicts: result.verdicts.map((verdict) => ({
        ...verdict,
        findings: verdict.findings.filter(isLeft),
      })),
      summary: summarize(result.summary, findings, result.summary.notChecked),
    };
  });
}

function unusedIn({ findings }: CheckResult): readonly Finding[] {
  return findings.filter(({ ruleId }) => ruleId === declaredBreaksUsed.id);
}
