import type { CheckResult, RuleInfo } from '../../model/findings/check-result';
import type { Finding } from '../../model/findings/finding';
import { targetRow, type CheckedTarget, type FleetSummary, type TargetRow } from '../../model/findings/fleet';
import { createOrderedOutput } from '../ordered-output';
import { findingsOf } from '../of-target';
import type { FleetOutput, Spool } from '../reporter';

/** What a report needs that begins with what is known only at the end of a run over many services. */
export interface CollectedFleet {
  /** With the names of their targets. They wait in the spool, and each time they are asked for, they are read again. */
  readonly findings: () => Iterable<Finding>;
  readonly rules: readonly RuleInfo[];
  readonly rows: readonly TargetRow[];
  readonly summary: FleetSummary;
}

/** Collects the findings of a run over many services, in the order of the targets file, and writes a report of them at the end, in pieces. */
export function collectFleet(spool: Spool, report: (fleet: CollectedFleet) => Iterable<string>): FleetOutput {
  const kept: (() => string)[] = [];
  const rules = new Map<string, RuleInfo>();
  const rows: TargetRow[] = [];
  let ended: FleetSummary | undefined;
  const add = (result: CheckResult, own: readonly Finding[]): void => {
    for (const rule of result.rules) if (!rules.has(rule.id)) rules.set(rule.id, rule);
    for (const finding of own) kept.push(spool.keep(JSON.stringify(finding)));
  };
  return createOrderedOutput<CheckedTarget>({
    own: (result) => add(result, result.findings),
    keep: (checked) => checked,
    take: (checked) => {
      const { result, target } = checked;
      add(result, findingsOf(result.findings, target));
      rows.push(targetRow(checked));
    },
    end: (summary) => {
      ended = summary;
    },
    rest: () =>
      ended === undefined
        ? []
        : report({ findings: () => readAll(kept), rules: [...rules.values()], rows, summary: ended }),
  });
}

function* readAll(kept: readonly (() => string)[]): Iterable<Finding> {
  for (const read of kept) yield JSON.parse(read()) as Finding;
}
