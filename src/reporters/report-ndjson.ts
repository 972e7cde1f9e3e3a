import type { Finding } from '../model/findings/finding';
import type { CheckedTarget, FleetSummary } from '../model/findings/fleet';
import { jsonFinding } from './json/json-finding';
import { jsonCounts, jsonNotChecked, jsonSummary, jsonVersion } from './json/json-summary';
import { jsonTarget } from './json/json-target';
import type { Reporter } from './reporter';
import { visibleJson } from './visible-text';

/** The version of the format, which `spec/ndjson.schema.json` describes. */
const VERSION = 1;

/** The report for programs that read line by line: each finding, then the summary; of many targets, nothing is kept in memory. */
export const reportNdjson: Reporter = {
  summary:
    'a JSON object per line, written while many services are checked; described by `spec/ndjson.schema.json`',
  report: ({ findings, summary, versions }) =>
    findingLines(findings) +
    line({
      kind: 'summary',
      version: VERSION,
      ...jsonSummary(summary),
      versions: versions?.map(jsonVersion),
    }),
  stream: (write) => ({
    own: ({ findings }) => write(findingLines(findings)),
    add: (checked) => write(targetLines(checked)),
    end: (summary) => write(fleetSummaryJson(summary)),
  }),
  error: ({ message, file, line: number, column }) =>
    line({ kind: 'error', version: VERSION, error: { message, file, line: number, column } }),
};

function findingLines(findings: readonly Finding[]): string {
  return findings.map((finding) => line({ kind: 'finding', ...jsonFinding(finding) })).join('');
}

/** A target that is done: a line per finding, then one for the target. */
function targetLines(checked: CheckedTarget): string {
  const { name } = checked.target;
  const findings = checked.result.findings.map((finding) => ({ ...finding, target: name }));
  return findingLines(findings) + line({ kind: 'target', ...jsonTarget(checked) });
}

/** The last line of a run over many targets. */
function fleetSummaryJson(summary: FleetSummary): string {
  const { targets, statuses, findings, notChecked, milliseconds } = summary;
  const { ok, findings: withFindings, unreachable } = statuses;
  return line({
    kind: 'summary',
    version: VERSION,
    targets,
    statuses: { ok, findings: withFindings, unreachable },
    findings: jsonCounts(findings),
    notChecked: jsonNotChecked(notChecked),
    milliseconds,
  });
}

/** Properties that are undefined are omitted, as JSON.stringify does. */
function line(value: object): string {
  return `${visibleJson(JSON.stringify(value))}\n`;
}
