import type { CheckResult, RuleInfo } from '../../model/check-result';
import type { Finding } from '../../model/finding';
import { targetRow, type CheckedTarget, type FleetSummary, type TargetRow } from '../../model/fleet';
import { createInTurn } from '../in-turn';
import { findingsOf } from '../of-target';
import type { FleetOutput } from '../reporter';

/** What a report needs that begins with what is known only at the end of a run over many services. */
export interface CollectedFleet {
  /** With the names of their targets. */
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleInfo[];
  readonly rows: readonly TargetRow[];
  readonly summary: FleetSummary;
}

/** Collects the findings of a run over many services, in the order of the targets file, and writes a report of them at the end. */
export function collectFleet(
  write: (text: string) => void,
  report: (fleet: CollectedFleet) => string,
): FleetOutput {
  const findings: Finding[] = [];
  const rules = new Map<string, RuleInfo>();
  const rows: TargetRow[] = [];
  const add = (result: CheckResult, own: readonly Finding[]): void => {
    for (const rule of result.rules) if (!rules.has(rule.id)) rules.set(rule.id, rule);
    // Not all at once as arguments: they would fill the stack.
    for (const finding of own) findings.push(finding);
  };
  const inTurn = createInTurn<CheckedTarget>((checked) => {
    const { result, target } = checked;
    add(result, findingsOf(result.findings, target));
    rows.push(targetRow(checked));
  });
  return {
    own: (result) => add(result, result.findings),
    add: (one) => inTurn.add(one.index, one),
    end: (summary) => {
      inTurn.end();
      write(report({ findings, rules: [...rules.values()], rows, summary }));
    },
  };
}
