import { jsonFinding } from './json-finding';
import { jsonSummary } from './json-summary';
import type { Reporter } from './reporter';
import { visibleJson } from './visible-text';

/** The version of the format, which `spec/report.schema.json` describes. */
const VERSION = 1;

/** The report for programs. */
export const reportJson: Reporter = {
  summary: 'one JSON document for programs, described by `spec/report.schema.json`',
  report: ({ findings, summary, versions }) =>
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
    }),
  error: ({ message, file, line, column }) =>
    print({ version: VERSION, findings: [], error: { message, file, line, column } }),
};

/** Properties that are undefined are omitted, as JSON.stringify does. */
function print(report: object): string {
  return `${visibleJson(JSON.stringify(report, undefined, 2))}\n`;
}
