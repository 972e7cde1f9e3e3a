import { exitCodeOf } from '../model/findings/exit-code';
import { createJsonFleet } from './json/json-fleet';
import { jsonFinding } from './json/json-finding';
import { jsonHead, REPORT_VERSION } from './json/json-head';
import { jsonRule, rulesShown } from './json/json-rules';
import { jsonDocuments } from './json/json-documents';
import { jsonSummary, jsonVersion } from './json/json-summary';
import { createJsonVerdicts } from './json/json-verdicts';
import type { Reporter } from './reporter';
import { visibleJson } from './visible-text';

/** The report for programs. */
export const reportJson: Reporter = {
  summary: 'one JSON document for programs, described by `spec/report.schema.json`',
  report: (result, options) => {
    const { findings, summary, versions, matrix } = result;
    const { verbose, failOn = 'error' } = options;
    const verdicts = createJsonVerdicts();
    const ofVerdicts = verbose ? result.verdicts.map((verdict) => verdicts.add(verdict)) : undefined;
    return print({
      ...jsonHead(options),
      exitCode: exitCodeOf(findings, failOn),
      rules: rulesShown(result, options).map(jsonRule),
      findings: findings.map(jsonFinding),
      summary: jsonSummary(summary),
      documents: jsonDocuments(result),
      versions: versions?.map(jsonVersion),
      ...(ofVerdicts === undefined ? {} : { ruleSets: verdicts.ruleSets(), verdicts: ofVerdicts, matrix }),
    });
  },
  stream: createJsonFleet,
  error: ({ message, file, line, column }) =>
    print({ version: REPORT_VERSION, findings: [], error: { message, file, line, column } }),
};

/** Properties that are undefined are omitted, as JSON.stringify does. */
function print(report: object): string {
  return `${visibleJson(JSON.stringify(report, undefined, 2))}\n`;
}
