import type { CheckResult, Verdict } from '../model/findings/check-result';
import { contractsNamed, worstSeverity, type Finding } from '../model/findings/finding';
import type { Severity } from '../model/severity';
import { documentName } from '../model/documents/source';
import { findingLine } from './finding-line';
import { createPrettyOutput } from './fleet/pretty-output';
import { formatFindings, mostPlaces } from './pretty/format-findings';
import { joinAlike, joinMany } from './join-alike';
import { manifestsTable, type ManifestRow } from './pretty/manifests-table';
import { nextStep, ruleToExplain } from './pretty/next-step';
import { notCheckedList, requestedList } from './not-checked';
import { paint, type Paint } from './pretty/paint';
import type { Reporter, ReporterOptions } from './reporter';
import { summaryLine } from './summary-line';
import { versionsTable } from './pretty/versions-table';
import { visibleText } from './visible-text';
import { wrapText } from './pretty/wrap-text';

/** The report for people: the findings with their lines of code, and one line that sums up. */
export const reportPretty: Reporter = {
  summary: 'text for people, with the line of code of each finding; the default',
  report: prettyText,
  stream: createPrettyOutput,
};

function prettyText(result: CheckResult, options: ReporterOptions): string {
  const { color, verbose, quiet, version, columns, failOn } = options;
  const { findings, summary, versions } = result;
  if (quiet)
    return joinMany(findings)
      .map((finding) => `${findingLine(finding)}\n`)
      .join('');
  const painter = paint(color);
  const product = verbose ? `samplegate ${version}: ` : 'samplegate: ';
  const line = visibleText(summaryLine(result, { verbose }));
  const sections = [
    versions === undefined || versions.length === 0 ? '' : versionsTable(versions, painter),
    ...findingSections(result, options, painter),
    allowedBreaks(summary, painter),
    ...(verbose
      ? [
          passed(result, painter),
          withoutSubject(result, painter),
          requestedList(summary.alsoRequested, painter),
          notCheckedList(summary.notChecked, painter),
        ]
      : []),
    ...((summary.manifests ?? []).length === 0 ? [] : [manifestsTable(manifestRows(result), painter)]),
    [
      ...wrapText(findings.length === 0 ? product + line : line, columns).map((part) =>
        painter(worstSeverity(findings) ?? 'good', part),
      ),
      ...nextStep(ruleToExplain(findings, failOn), painter),
    ].join('\n'),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** The findings, those of each manifest under its name where there are several. */
function findingSections(
  { findings, verdicts, summary: { manifests } }: CheckResult,
  { color, columns, verbose }: ReporterOptions,
  painter: Paint,
): readonly string[] {
  const format = (own: readonly Finding[], ofVerdicts: readonly Verdict[]) =>
    formatFindings(joinAlike(own), {
      color,
      columns,
      contracts: contractsByFile(ofVerdicts),
      most: mostPlaces(verbose),
    });
  if (manifests === undefined) return [format(findings, verdicts)];
  return manifests.flatMap(({ manifest }) => {
    const isOwn = (each: Finding | Verdict) => each.manifest === manifest;
    const own = findings.filter(isOwn);
    if (own.length === 0) return [];
    return [painter('heading', `manifest ${visibleText(manifest)}`), format(own, verdicts.filter(isOwn))];
  });
}

function manifestRows({ findings, summary: { manifests = [] } }: CheckResult): readonly ManifestRow[] {
  const shown = joinMany(findings);
  return manifests.map(({ manifest, contracts, samples }) => {
    const countOf = (severity: Severity) =>
      shown.filter((finding) => finding.manifest === manifest && finding.severity === severity).length;
    return { manifest, contracts, samples, errors: countOf('error'), warnings: countOf('warning') };
  });
}

function contractsByFile(verdicts: readonly Verdict[]): ReadonlyMap<string, string> {
  return new Map(
    verdicts.flatMap(({ file, part, contract }) =>
      file === undefined || contract === undefined ? [] : [[documentName({ file, part }), contract] as const],
    ),
  );
}

/** What the change declares to be right: someone should see that when the findings are gone. */
function allowedBreaks({ base }: CheckResult['summary'], painter: Paint): string {
  const allowed = base?.allowed ?? [];
  const lines = allowed.map(
    ({ ruleId, subject, reason, commit, author }) =>
      `  ${ruleId} ${subject}: ${reason} (${author}, commit ${commit})`,
  );
  return lines.length === 0 ? '' : [painter('heading', 'allowed'), ...lines.map(visibleText)].join('\n');
}

/** What is listed as not checked has not passed. */
function passed({ verdicts, summary }: CheckResult, painter: Paint): string {
  const unchecked = new Set(summary.notChecked.flatMap(({ items }) => items));
  const passing = verdicts.filter((verdict) => {
    const { name, file = '', part, findings, nothingToJudge } = verdict;
    return (
      findings.length === 0 &&
      nothingToJudge === undefined &&
      !unchecked.has(documentName({ file, part })) &&
      !contractsNamed(verdict).some((each) => unchecked.has(`${each}: ${name}`))
    );
  });
  return passing.length === 0
    ? ''
    : [painter('heading', 'passed'), ...passing.map((verdict) => `  ${passedLine(verdict)}`)].join('\n');
}

/** A rule without anything to judge has not passed. */
function withoutSubject({ verdicts }: CheckResult, painter: Paint): string {
  const lines = verdicts.flatMap(({ name, nothingToJudge }) =>
    nothingToJudge === undefined ? [] : [`  ${visibleText(`${name}   ${nothingToJudge}`)}`],
  );
  return lines.length === 0 ? '' : [painter('heading', 'nothing to judge'), ...lines].join('\n');
}

function passedLine({ name, contract, operations: [operation = contract] = [] }: Verdict): string {
  return visibleText(operation === undefined ? name : `${name}   ${operation}`);
}
