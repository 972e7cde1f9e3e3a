import type { CheckResult } from '../model/findings/check-result';
import { clipMiddle } from '../model/clip-text';
import type { Finding } from '../model/findings/finding';
import type { Target } from '../model/live/target';
import { visibleText } from './visible-text';

/** The longest name that is shown whole. */
const LONGEST = 100;

/** Findings with the name of their target, unless its name is its URL. */
export function findingsOf(findings: readonly Finding[], { name, url }: Target): readonly Finding[] {
  return name === url ? findings : findings.map((finding) => ({ ...finding, target: name }));
}

/** A result whose findings have the name of their target, unless its name is its URL. */
export function withTarget(result: CheckResult, target: Target): CheckResult {
  return {
    ...result,
    findings: findingsOf(result.findings, target),
    verdicts: result.verdicts.map((verdict) => ({
      ...verdict,
      findings: findingsOf(verdict.findings, target),
    })),
  };
}

/** The name of a target, ready to print. */
export function targetName(name: string): string {
  return visibleText(clipMiddle(name, LONGEST));
}

/** The name of a target as it precedes a URL or a file, ready to print: `[west] `; empty without a name. */
export function targetLabel(name: string | undefined): string {
  return name === undefined ? '' : `[${targetName(name)}] `;
}
