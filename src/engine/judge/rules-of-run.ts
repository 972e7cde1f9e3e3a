import type { RuleInfo } from '../../model/findings/check-result';
import type { RuleLevel, Severity } from '../../model/severity';
import { ruleHelp } from '../../project/shipped/rule-help';
import type { AnyRule } from '../../rules/rule';

/** The rules of a run as its result lists them, with the severities that the user set. */
export function rulesOfRun(
  rules: readonly AnyRule[],
  levels: Readonly<Record<string, RuleLevel>>,
): readonly RuleInfo[] {
  return rules.map((rule) => {
    const { id, severity: usual, summary } = rule;
    const level = levels[id];
    const severity = level === undefined || level === 'off' ? usual : level;
    const before = known[severity].get(rule);
    if (before !== undefined) return before;
    const info = withHelp({ id, severity, summary });
    known[severity].set(rule, info);
    return info;
  });
}

/** A run over many services lists its rules for each, and they are always the same. */
const known: Readonly<Record<Severity, WeakMap<AnyRule, RuleInfo>>> = {
  error: new WeakMap(),
  warning: new WeakMap(),
  info: new WeakMap(),
};

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
