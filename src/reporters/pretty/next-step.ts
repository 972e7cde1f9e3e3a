import type { Finding } from '../../model/findings/finding';
import { isAtLeast, type Severity } from '../../model/severity';
import type { Paint } from './paint';

/** The rule of the first error, else of the first finding that fails the run; undefined if none does. */
export function ruleToExplain(findings: readonly Finding[], failOn: Severity = 'error'): string | undefined {
  const first =
    findings.find(({ severity }) => severity === 'error') ??
    findings.find(({ severity }) => isAtLeast(severity, failOn));
  return first?.ruleId;
}

/** The line that says what to type after a failed run; none without a rule. */
export function nextStep(ruleId: string | undefined, painter: Paint): readonly string[] {
  return ruleId === undefined
    ? []
    : [`for the reason and a correct example: ${painter('heading', `samplegate explain ${ruleId}`)}`];
}
