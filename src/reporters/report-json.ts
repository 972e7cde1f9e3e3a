import { jsonFinding } from './json-finding';
import { jsonSummary } from './json-summary';
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

/** The report for programs. */
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
