import type { CheckResult, NotChecked } from '../model/check-result';
import type { Finding } from '../model/finding';
import { SEVERITIES } from '../model/severity';
import { count } from './count';

/** The run in one line: what was looked at, what was found, what was not checked. */
export function summaryLine(result: CheckResult, { verbose }: { readonly verbose: boolean }): string {
  const { findings, summary } = result;
  const { contracts, samples, rules, documents } = summary;
  const isGreen = findings.length === 0;
  // A run without a manifest has neither contracts nor samples, and does not speak of them.
  const looked = [
    ...(contracts > 0 ? [count(contracts, 'contract')] : []),
    ...(samples > 0 && isGreen ? [count(samples, 'sample')] : []),
    `${count(rules, 'rule')} over ${count(documents, 'document')}`,
  ].join(', ');
  const left = notChecked(summary.notChecked, verbose);
  return isGreen
    ? `${looked}: no findings${left}`
    : `${countFindings(findings)} in ${affected(result)}; ${looked}${left}`;
}

/** `2 errors, 1 warning`; severities without a finding are left out. */
function countFindings(findings: readonly Finding[]): string {
  return SEVERITIES.map((severity) => ({
    severity,
    number: findings.filter((finding) => finding.severity === severity).length,
  }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => count(number, severity, severity === 'info' ? severity : `${severity}s`))
    .join(', ');
}

/** A thing left out of a run, with its count: `3 live requests`. */
export function countNotChecked({ what, one, items }: NotChecked): string {
  return count(items.length, one ?? what, what);
}

function notChecked(left: readonly NotChecked[], verbose: boolean): string {
  const counts = left.filter(({ items }) => items.length > 0).map(countNotChecked);
  return counts.length === 0
    ? ''
    : ` (not checked: ${counts.join(', ')}${verbose ? '' : '; --verbose lists them'})`;
}

/** Findings lie in samples, and in other files too: the manifest, a schema, the text of a fact. */
function affected({ findings, verdicts, summary }: CheckResult): string {
  const files = new Set(findings.map(({ file }) => file));
  if (summary.samples === 0) {
    return files.size > summary.documents
      ? count(files.size, 'file')
      : `${files.size} of ${count(summary.documents, 'document')}`;
  }
  const samples = new Set(verdicts.flatMap(({ group, file }) => (group === 'sample' ? (file ?? []) : [])));
  const wrong = [...files].filter((file) => samples.has(file)).length;
  const others = files.size - wrong;
  return `${wrong} of ${count(summary.samples, 'sample')}${others === 0 ? '' : ` and ${count(others, 'other file')}`}`;
}
