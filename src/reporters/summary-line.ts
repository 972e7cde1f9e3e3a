import type { CheckResult, NotChecked, Verdict } from '../model/check-result';
import type { Finding } from '../model/finding';
import { groupBy } from '../model/group-by';
import { documentName } from '../model/source';
import { SEVERITIES } from '../model/severity';
import { andList, count } from '../wording/list-words';
import { joinMany } from './join-alike';
import { countNotChecked, notCheckedNote } from './not-checked';
import { emptyWords, partWords } from './part-words';
import { isInResponse } from './response-place';

/** The run in one line: what was checked, what was found, what was not checked. */
export function summaryLine(result: CheckResult, { verbose }: { readonly verbose: boolean }): string {
  const { findings, summary } = result;
  const part = partWords(summary);
  const isGreen = findings.length === 0;
  // A gate that passes because there was nothing to check says so.
  if (isGreen && summary.documents + summary.contracts + (summary.facts ?? 0) === 0)
    return `nothing to check: ${emptyWords(summary)}`;
  const checked = [part, checkedWords(result)].filter((words) => words !== '').join(': ');
  const found = isGreen ? 'no findings' : `${countFindings(joinMany(findings))} in ${affected(result)}`;
  const words = isGreen ? `${checked}: ${found}` : checked === '' ? found : `${found}; ${checked}`;
  const others = summary.notChecked.filter(({ nothingOf }) => nothingOf === undefined);
  return words + nothingChecked(summary.notChecked) + notCheckedNote(others, verbose);
}

/** What was checked, without the totals that the count of affected files gives. */
function checkedWords({ findings, verdicts, summary }: CheckResult): string {
  const { manifest, contracts, facts = 0, samples, documents, wrongOnPurpose = [] } = summary;
  const isGreen = findings.length === 0;
  const responses = countResponses(verdicts);
  const where = manifest === undefined ? '' : ` in ${manifest}`;
  // A run without a manifest has no contracts and no samples, so they are not mentioned.
  return [
    ...(contracts > 0 ? [count(contracts, 'contract') + where] : []),
    ...(facts > 0 ? [count(facts, 'fact') + (contracts > 0 ? '' : where)] : []),
    ...(samples > 0 && isGreen ? [count(samples, 'sample')] : []),
    ...(wrongOnPurpose.length > 0
      ? [count(wrongOnPurpose.length, 'sample wrong on purpose', 'samples wrong on purpose')]
      : []),
    ...(responses > 0 && isGreen ? [count(responses, 'response')] : []),
    ...(samples + responses + facts === 0 && isGreen ? [count(documents, 'document')] : []),
  ].join(', ');
}

/** `2 errors, 1 warning`; severities without findings are omitted. */
function countFindings(findings: readonly Finding[]): string {
  return SEVERITIES.map((severity) => ({
    severity,
    number: findings.filter((finding) => finding.severity === severity).length,
  }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => count(number, severity, severity === 'info' ? severity : `${severity}s`))
    .join(', ');
}

/** A run that checks none of what it was asked to check must not end like one that found nothing wrong there. */
function nothingChecked(left: readonly NotChecked[]): string {
  const all = left.filter(({ items, nothingOf }) => items.length > 0 && nothingOf !== undefined);
  return [...groupBy(all, ({ nothingOf = '' }) => nothingOf)]
    .map(([what, kinds]) => `; nothing of ${what} could be checked: ${kinds.map(countNotChecked).join(', ')}`)
    .join('');
}

/** Findings are in samples and responses, and in other files: the manifest, a schema, the text of a fact. */
function affected({ findings, verdicts, summary }: CheckResult): string {
  const wrong = [...new Map(findings.map((finding) => [documentName(finding), finding])).values()];
  const responses = wrong.filter(isInResponse).length;
  const files = wrong.length - responses;
  if (summary.samples === 0 && responses === 0) {
    return files > summary.documents
      ? count(files, 'file')
      : `${files} of ${count(summary.documents, 'document')}`;
  }
  const ofSamples = filesOf(verdicts, 'sample');
  const samples = wrong.filter((finding) => ofSamples.has(documentName(finding))).length;
  const others = files - samples;
  const parts = [
    ...(samples > 0 || responses === 0 ? [`${samples} of ${count(summary.samples, 'sample')}`] : []),
    ...(responses > 0
      ? [`${responses} of ${count(Math.max(responses, countResponses(verdicts)), 'response')}`]
      : []),
    ...(others > 0 ? [count(others, 'other file')] : []),
  ];
  return andList(parts);
}

function filesOf(verdicts: readonly Verdict[], wanted: Verdict['group']): ReadonlySet<string> {
  return new Set(
    verdicts.flatMap(({ group, file, part }) =>
      group === wanted && file !== undefined ? documentName({ file, part }) : [],
    ),
  );
}

/** Responses to live requests, and documents behind links. */
function countResponses(verdicts: readonly Verdict[]): number {
  return filesOf(verdicts, 'response').size;
}
