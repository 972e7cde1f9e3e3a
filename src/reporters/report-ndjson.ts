import type { VersionRow } from '../model/check-result';
import type { Finding } from '../model/finding';
import { targetRow, type CheckedTarget, type FleetSummary } from '../model/fleet';
import { jsonFinding } from './json-finding';
import { jsonCounts, jsonNotChecked, jsonSummary } from './json-summary';
import type { ReportedError } from './report-json';
import type { Reporter } from './reporter';
import { visibleJson } from './visible-text';

/** The version of the format, which `spec/ndjson.schema.json` describes. */
const VERSION = 1;

/** The report for programs that read a line at a time: each finding, then the summary. */
export const reportNdjson: Reporter = ({ findings, summary, versions }) =>
  ndjsonFindings(findings) +
  line({
    kind: 'summary',
    version: VERSION,
    ...jsonSummary(summary),
    versions: versions?.map(jsonVersion),
  });

/** A line for each finding, with the target that it is of. */
export function ndjsonFindings(findings: readonly Finding[], target?: string): string {
  return findings.map((finding) => line({ kind: 'finding', target, ...jsonFinding(finding) })).join('');
}

/** What a run says of a target that is done: a line for each finding, then one for the target. */
export function ndjsonTarget(checked: CheckedTarget): string {
  const { name, url, status, oldest, newest, expected, findings, milliseconds } = targetRow(checked);
  const row = {
    kind: 'target',
    target: name,
    url,
    status,
    oldest,
    newest,
    expected,
    findings: jsonCounts(findings),
    notChecked: jsonNotChecked(checked.result.summary.notChecked),
    milliseconds: Math.round(milliseconds),
  };
  return ndjsonFindings(checked.result.findings, name) + line(row);
}

/** The last line of a run over many targets. */
export function ndjsonFleetSummary(summary: FleetSummary): string {
  const { targets, statuses, findings, notChecked, milliseconds } = summary;
  const { ok, findings: withFindings, unreachable } = statuses;
  return line({
    kind: 'summary',
    version: VERSION,
    targets,
    statuses: { ok, findings: withFindings, unreachable },
    findings: jsonCounts(findings),
    notChecked: jsonNotChecked(notChecked),
    milliseconds: Math.round(milliseconds),
  });
}

/** What is printed when the run did not take place. */
export function ndjsonError({ message, file, line: number, column }: ReportedError): string {
  return line({ kind: 'error', version: VERSION, error: { message, file, line: number, column } });
}

function jsonVersion({ file, id, status, oldest, newest, self }: VersionRow): object {
  return { file, id, status, oldest, newest, self };
}

/** Members that are undefined are left out, as JSON.stringify does. */
function line(value: object): string {
  return `${visibleJson(JSON.stringify(value))}\n`;
}
