import type { CheckResult, RuleInfo } from '../../model/check-result';
import type { Finding } from '../../model/finding';
import type { CheckedTarget, FleetSummary } from '../../model/fleet';
import { createInTurn } from '../in-turn';
import { findingsOf } from '../of-target';
import type { FleetOutput } from '../reporter';

/** What a report needs that begins with what is known only at the end of a run over many services. */
export interface CollectedFleet {
  /** With the names of their targets. */
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleInfo[];
  readonly checked: readonly Omit<CheckedTarget, 'result'>[];
  readonly summary: FleetSummary;
}

/** Collects the findings of a run over many services, in the order of the targets file, and writes a report of them at the end. */
export function collectFleet(
  write: (text: string) => void,
  report: (fleet: CollectedFleet) => string,
): FleetOutput {
  const findings: Finding[] = [];
  const rules = new Map<string, RuleInfo>();
  const checked: Omit<CheckedTarget, 'result'>[] = [];
  const add = (result: CheckResult, own: readonly Finding[]): void => {
    for (const rule of result.rules) if (!rules.has(rule.id)) rules.set(rule.id, rule);
    findings.push(...own);
  };
  const inTurn = createInTurn<CheckedTarget>(({ result, ...rest }) => {
    add(result, findingsOf(result.findings, rest.target));
    checked.push(rest);
  });
  return {
    own: (result) => add(result, result.findings),
    add: (one) => inTurn.add(one.index, one),
    end: (summary) => {
      inTurn.end();
      write(report({ findings, rules: [...rules.values()], checked, summary }));
    },
  };
}
