import type { CheckResult } from '../model/check-result';
import type { AlsoSaid, Finding, RelatedPlace } from '../model/finding';
import type { Position } from '../model/place';
import type { Reporter } from './reporter';
import { visibleJson } from './visible-text';

/** The version of the format, which `spec/report.schema.json` describes. */
const VERSION = 1;

/** Why a run did not take place, and where in which file, for a report with exit code 2. */
export interface ReportedError {
  readonly message: string;
  readonly file?: string;
  /** Both count from 1. */
  readonly line?: number;
  readonly column?: number;
}

/** The report for programs. Members are named one by one, so that what is added to a finding does not slip into the format. */
export const reportJson: Reporter = ({ findings, summary, versions }) =>
  print({
    version: VERSION,
    findings: findings.map(jsonFinding),
    summary: jsonSummary(summary),
    versions: versions?.map(({ file, id, status, oldest, newest, self }) => ({
      file,
      id,
      status,
      oldest,
      newest,
      self,
    })),
  });

/** What the JSON report says when the run did not take place. */
export function reportError({ message, file, line, column }: ReportedError): string {
  return print({ version: VERSION, findings: [], error: { message, file, line, column } });
}

/** Members that are undefined are left out, as JSON.stringify does. */
function print(report: object): string {
  return `${visibleJson(JSON.stringify(report, undefined, 2))}\n`;
}

function jsonFinding(finding: Finding): object {
  const { ruleId, severity, message, clients, keyword, keywordLocation, also, related } = finding;
  return {
    ruleId,
    severity,
    message,
    clients,
    ...jsonPlace(finding),
    keyword,
    keywordLocation,
    also: also.map(jsonAlso),
    related: related.map(jsonRelated),
  };
}

function jsonRelated(related: RelatedPlace): object {
  return { message: related.message, ...jsonPlace(related) };
}

function jsonPlace({ file, pointer, start, end }: Finding | RelatedPlace): object {
  return { file, pointer, start: jsonPosition(start), end: jsonPosition(end) };
}

function jsonPosition({ line, column, offset }: Position): object {
  return { line, column, offset };
}

function jsonAlso({ ruleId, keyword, keywordLocation }: AlsoSaid): object {
  return { ruleId, keyword, keywordLocation };
}

function jsonSummary({
  contracts,
  samples,
  rules,
  documents,
  findings,
  notChecked,
}: CheckResult['summary']): object {
  const { error, warning, info } = findings;
  return {
    contracts,
    samples,
    rules,
    documents,
    findings: { error, warning, info },
    notChecked: notChecked.map(({ what, items }) => ({ what, items })),
  };
}
