import type { CheckResult, NotChecked } from '../model/findings/check-result';
import type { Finding } from '../model/findings/finding';
import { groupBy } from '../model/group-by';
import { SEVERITIES } from '../model/severity';
import { countNotChecked } from '../wording/count-not-checked';
import { count } from '../wording/list-words';
import { affectedWords } from './affected-words';
import { joinMany } from './join-alike';
import { notCheckedNote } from './not-checked';
import { emptyWords, partWords } from './part-words';

/** The run in one line: what was checked, what was found, what was not checked. */
export function summaryLine(result: CheckResult, { verbose }: { readonly verbose: boolean }): string {
  const { findings, summary } = result;
  const part = [aloneWords(summary), partWords(summary)].filter((words) => words !== '').join(': ');
  const isGreen = findings.length === 0;
  // A gate that passes because there was nothing to check says so.
  const { documents, contracts, facts = 0, openApi } = summary;
  if (isGreen && documents + contracts + facts + (openApi?.schemaExamples ?? 0) === 0)
    return `nothing to check: ${emptyWords(summary)}`;
  const checked = [part, checkedWords(result)].filter((words) => words !== '').join(': ');
  const found = isGreen ? 'no findings' : `${countFindings(joinMany(findings))} in ${affectedWords(result)}`;
  const words = isGreen ? `${checked}: ${found}` : checked === '' ? found : `${found}; ${checked}`;
  const others = summary.notChecked.filter(({ nothingOf }) => nothingOf === undefined);
  return words + nothingChecked(summary.notChecked) + notCheckedNote(others, verbose);
}

/** What was checked, without the totals that the count of affected files gives. */
function checkedWords({ findings, summary }: CheckResult): string {
  const { manifest, manifests, facts = 0, openApi, documents, responses = 0, wrongOnPurpose = [] } = summary;
  const { examples = 0, schemaExamples = 0 } = openApi ?? {};
  const samples = summary.samples - examples;
  const contracts = summary.contracts - (openApi?.contracts ?? 0);
  const isGreen = findings.length === 0;
  const isInExamples = findings.some(
    ({ part, operations }) => part !== undefined && operations !== undefined,
  );
  const alone = manifest === undefined ? '' : ` in ${manifest}`;
  const where = manifests === undefined ? alone : ` in ${count(manifests.length, 'manifest')}`;
  const noun = samples > 0 ? ['sample', 'samples'] : ['example', 'examples'];
  const hasExamples = openApi !== undefined && (openApi.operations + examples > 0 || samples === 0);
  // A run without a manifest has no contracts and no samples, so they are not mentioned.
  return [
    ...(openApi === undefined || openApi.operations === 0
      ? []
      : [count(openApi.operations, 'operation') + (contracts > 0 ? '' : where)]),
    ...(contracts > 0 ? [count(contracts, 'contract') + where] : []),
    ...(facts > 0 ? [count(facts, 'fact') + (contracts > 0 || openApi !== undefined ? '' : where)] : []),
    ...(samples > 0 && isGreen ? [count(samples, 'sample')] : []),
    ...(hasExamples && (isGreen || !isInExamples) ? [count(examples, 'example')] : []),
    ...(schemaExamples > 0 && isGreen ? [count(schemaExamples, 'schema example')] : []),
    ...(wrongOnPurpose.length > 0
      ? [count(wrongOnPurpose.length, `${noun[0]} wrong on purpose`, `${noun[1]} wrong on purpose`)]
      : []),
    ...(responses > 0 && isGreen ? [count(responses, 'response')] : []),
    ...(samples + responses + facts === 0 && openApi === undefined && isGreen
      ? [count(documents, 'document')]
      : []),
  ].join(', ');
}

/** Someone who expects the manifest to count is told that it did not. */
function aloneWords({ openApi }: CheckResult['summary']): string {
  return openApi?.unusedBy === undefined ? '' : `not in ${openApi.unusedBy}, so checked alone`;
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
    .map(([what, kinds]) => `; nothing of ${what} could be judged: ${kinds.map(countNotChecked).join(', ')}`)
    .join('');
}
