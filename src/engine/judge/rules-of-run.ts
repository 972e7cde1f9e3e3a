import type { RuleInfo } from '../../model/check-result';
import type { RuleLevel } from '../../model/severity';
import { ruleHelp } from '../../project/rule-help';
import type { AnyRule } from '../../rules/rule';

/** The rules of a run as its result lists them, with the severities that the user set. */
export function rulesOfRun(
  rules: readonly AnyRule[],
  levels: Readonly<Record<string, RuleLevel>>,
): readonly RuleInfo[] {
  return rules.map(({ id, severity, summary }) => {
    const level = levels[id];
    return withHelp({ id, severity: level === undefined || level === 'off' ? severity : level, summary });
  });
}

/** A rule with its help, which is only read where a report shows it. */
export function withHelp({ id, severity, summary }: Omit<RuleInfo, 'help' | 'url'>): RuleInfo {
  return {
    id,
    severity,
    summary,
    url: `docs/rules.md#${id}`,
    get help() {
      return ruleHelp(id) ?? '';
    },
  };
}
