import { isAboutUnjudged } from '../engine/judge/verdicts';
import type { CheckResult, Verdict } from '../model/findings/check-result';
import type { Finding } from '../model/findings/finding';
import { isAtLeast, type Severity } from '../model/severity';

/**
 * The findings that fail each test, by its key. A finding fails one test: that of its document, else that of its rule, even if several rules
 * gave it. Only a cause that left several documents unjudged fails the test of each, as none of them has passed. A finding of no test fails `rest`.
 */
export function failuresByTest(
  { findings, verdicts }: Pick<CheckResult, 'findings' | 'verdicts'>,
  { keyOf, rest, failOn }: TestKeys,
): ReadonlyMap<string, readonly Finding[]> {
  const failures = new Map<string, Finding[]>();
  const placed = new Set<Finding>();
  const place = (finding: Finding, key: string) => {
    placed.add(finding);
    failures.set(key, [...(failures.get(key) ?? []), finding]);
  };
  const isFailing = ({ severity }: Finding) => isAtLeast(severity, failOn);
  for (const verdict of verdicts.filter(({ group }) => group !== 'rule')) {
    for (const finding of verdict.findings.filter(isFailing))
      if (!placed.has(finding) || isAboutUnjudged(finding)) place(finding, keyOf(verdict));
  }
  const ofRules = verdicts.filter(({ group }) => group === 'rule');
  for (const finding of findings.filter((each) => isFailing(each) && !placed.has(each))) {
    const holding = ofRules.filter((verdict) => verdict.findings.includes(finding));
    const verdict = holding.find(({ name }) => name === finding.ruleId) ?? holding[0];
    place(finding, verdict === undefined ? rest : keyOf(verdict));
  }
  return failures;
}

/** Which tests there are. */
export interface TestKeys {
  /** The key of the test that a verdict belongs to. */
  readonly keyOf: (verdict: Verdict) => string;
  /** The key of the test for findings that no verdict has. */
  readonly rest: string;
  /** The lowest severity that fails a test. */
  readonly failOn: Severity;
}
