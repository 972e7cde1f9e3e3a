import type { RuleInfo } from '../../model/check-result';
import type { RuleLevel } from '../../model/severity';
import { ruleHelp } from '../../project/rule-help';
import type { AnyRule } from '../../rules/rule';

/** The rules of a run as its result lists them, with the severities that the user set. */
export function rulesOfRun(
  rules: readonly AnyRule[],
  levels: Readonly<Record<string, RuleLevel>>,
): readonly RuleInfo[] {
  return rules.map(({ id, severity: usual, summary }) => {
    const level = levels[id];
    const severity = level === undefined || level === 'off' ? usual : level;
    const key = `${severity} ${id}`;
    const info = known.get(key) ?? withHelp({ id, severity, summary });
    known.set(key, info);
    return info;
  });
}

/** A run over many services lists its rules for each, and they are always the same. */
const known = new Map<string, RuleInfo>();

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
