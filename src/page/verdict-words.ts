import type { NotChecked } from '../model/findings/check-result';
import { SEVERITIES, type Severity } from '../model/severity';
import type { JsonReport, StoppedReport } from '../reporters/json/json-report';
import { andList } from '../wording/list-words';
import { shownCount } from './elements/shown-count';

/** How a run ended. `empty`: there was nothing to check; `stopped`: it could not start. */
type RunOutcome = 'failed' | 'remarks' | 'passed' | 'empty' | 'stopped';

/** The outcome of a run, in a sentence and in one about what it checked. */
export interface VerdictWords {
  readonly outcome: RunOutcome;
  readonly sentence: string;
  readonly details: string;
}

/** What the report says first. */
export function verdictWords(report: JsonReport | StoppedReport): VerdictWords {
  if ('error' in report)
    return {
      outcome: 'stopped',
      sentence: 'The run could not start, so nothing was checked.',
      details: report.error.message + whereWords(report.error),
    };
  const { findings, summary, failOn, exitCode, fleet, targets = [] } = report;
  const { contracts, documents, samples, facts = 0 } = summary;
  if (exitCode === 0 && findings.length === 0 && contracts + documents + samples + facts === 0)
    return { outcome: 'empty', sentence: 'There was nothing to check.', details: partSentence(summary) };
  const nothing = nothingSentences(summary.notChecked);
  const hasFindings = findings.length > 0;
  const files = new Set(findings.map(({ file }) => file)).size;
  const found = `${severityWords(summary.findings)} in ${shownCount(files, 'place')}`;
  const details = [aloneSentence(summary), ...nothing, partSentence(summary), failSentence(failOn)]
    .filter((words) => words !== '')
    .join(' ');
  switch (exitCode) {
    case 0:
      return hasFindings
        ? { outcome: 'remarks', sentence: `Passed, with ${found}.`, details }
        : { outcome: nothing.length === 0 ? 'passed' : 'remarks', sentence: 'Passed: no findings.', details };
    case 2:
      return {
        outcome: 'failed',
        sentence: `Interrupted: ${targets.length} of ${shownCount(fleet?.targets ?? 0, 'service')} checked${hasFindings ? `, ${found}` : ''}.`,
        details,
      };
    default:
      return { outcome: 'failed', sentence: `Failed: ${found}.`, details };
  }
}

function whereWords({ file, line }: StoppedReport['error']): string {
  return file === undefined ? '' : ` (${file}${line === undefined ? '' : `, line ${line}`})`;
}

/** `3 errors and 1 warning`; severities without findings are omitted. */
function severityWords(counts: Readonly<Record<Severity, number>>): string {
  return andList(
    SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
      shownCount(counts[severity], severity, severity === 'info' ? severity : `${severity}s`),
    ),
  );
}

function failSentence(failOn: Severity): string {
  switch (failOn) {
    case 'error':
      return 'Errors fail this run.';
    case 'warning':
      return 'Errors and warnings fail this run.';
    case 'info':
      return 'Every finding fails this run.';
  }
}

/** A run that could check none of what it was asked to check must not look green. */
function nothingSentences(left: readonly NotChecked[]): readonly string[] {
  const names = new Set(
    left.filter(({ items }) => items.length > 0).flatMap(({ nothingOf }) => nothingOf ?? []),
  );
  return [...names].map((name) => `Nothing of ${name} could be judged.`);
}

/** Says that the manifest was not used, to a reader who expects it to be. */
function aloneSentence({ openApi }: JsonReport['summary']): string {
  return openApi?.unusedBy === undefined
    ? ''
    : `This is not in ${openApi.unusedBy}, so it was checked alone.`;
}

function partSentence({ part }: JsonReport['summary']): string {
  if (part === undefined) return '';
  return 'shard' in part
    ? `Only part ${part.shard} of ${part.of} was checked.`
    : `Only what changed since ${part.changedSince} was checked.`;
}
