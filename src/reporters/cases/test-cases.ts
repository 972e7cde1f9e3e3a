import type { CheckResult, Verdict } from '../../model/findings/check-result';
import { rulesOf, worstSeverity, type Finding } from '../../model/findings/finding';
import { groupBy } from '../../model/group-by';
import { documentName } from '../../model/documents/source';
import { isAtLeast, type Severity } from '../../model/severity';

/** One rule over one document, or one rule that looks across documents. */
export interface TestCase {
  readonly group: Verdict['group'];
  /** What servers group cases by: the sample, the live request, or `rules` for rules across documents. */
  readonly subject: string;
  readonly rule: string;
  readonly file?: string;
  /** The part of the file; absent where it is the whole file. */
  readonly part?: string;
  readonly findings: readonly Finding[];
  /** The highest severity among the findings. */
  readonly severity?: Severity;
  readonly failed: boolean;
  /** Why the rule had nothing to judge; absent where it had. */
  readonly skipped?: string;
}

/** A case per rule of each verdict; it fails if a finding is at least as severe as `failOn`. */
export function testCases(result: CheckResult, failOn: Severity): readonly TestCase[] {
  return [...result.verdicts, ...strays(result)].flatMap((verdict) =>
    [...new Set([...verdict.rules, ...withoutCase(verdict)])].map((rule) =>
      createCase(verdict, rule, failOn),
    ),
  );
}

/** The rules of findings that belong to no case of a rule that was run on the document. */
function withoutCase({ rules, findings }: Verdict): readonly string[] {
  const run = new Set(rules);
  return findings
    .filter((finding) => !rulesOf(finding).some((id) => run.has(id)))
    .map(({ ruleId }) => ruleId);
}

function createCase(
  { group, name, file, part, manifest, operations: [operation] = [], findings, nothingToJudge }: Verdict,
  rule: string,
  failOn: Severity,
): TestCase {
  // A law's finding that is merged with the schema's must not leave the case of the schema green.
  const own = findings.filter((finding) => rulesOf(finding).includes(rule));
  const severity = worstSeverity(own);
  return {
    group,
    subject:
      group === 'rule' ? rulesOfManifest(manifest) : operation === undefined ? name : `${operation}: ${name}`,
    rule,
    ...(file === undefined ? {} : { file }),
    ...(part === undefined ? {} : { part }),
    findings: own,
    ...(severity === undefined ? {} : { severity }),
    failed: severity !== undefined && isAtLeast(severity, failOn),
    ...(nothingToJudge === undefined ? {} : { skipped: `nothing to judge: ${nothingToJudge}` }),
  };
}

/** Findings without a verdict, as verdicts of their own per rule and file: a failed run must not give a green report. */
function strays({ findings, verdicts }: CheckResult): readonly Verdict[] {
  const judged = new Set(verdicts.flatMap((verdict) => verdict.findings.map(identity)));
  const lost = findings.filter((finding) => !judged.has(identity(finding)));
  return [...groupBy(lost, (finding) => `${finding.ruleId}\0${documentName(finding)}`).values()].flatMap(
    (ofRule) => {
      const [first] = ofRule;
      return first === undefined
        ? []
        : [
            {
              name: first.ruleId,
              group: 'rule',
              file: first.file,
              ...(first.part === undefined ? {} : { part: first.part }),
              rules: [],
              findings: ofRule,
            } as const,
          ];
    },
  );
}

function identity(finding: Finding): string {
  const { ruleId, start, message } = finding;
  return [ruleId, documentName(finding), start.offset, message].join('\0');
}

function rulesOfManifest(manifest: string | undefined): string {
  return manifest === undefined ? 'rules' : `rules of ${manifest}`;
}
