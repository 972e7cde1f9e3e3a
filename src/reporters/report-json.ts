import { jsonFinding } from './json-finding';
import { jsonSummary } from './json-summary';
import { createInTurn } from './fleet/in-turn';
import type { FleetOutput, Reporter } from './reporter';
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
  stream: createJsonOutput,
  error: ({ message, file, line, column }) =>
    print({ version: VERSION, findings: [], error: { message, file, line, column } }),
};

/** The same document of many targets, written while they are checked. */
function createJsonOutput(write: (text: string) => void): FleetOutput {
  let separator = '';
  const add = (findings: readonly object[]): void => {
    for (const finding of findings) {
      write(`${separator}\n    ${indented(finding, 4)}`);
      separator = ',';
    }
  };
  const inTurn = createInTurn(add);
  write(`{\n  "version": ${VERSION},\n  "findings": [`);
  return {
    own: ({ findings }) => add(findings.map(jsonFinding)),
    add: ({ index, target, result }) =>
      inTurn.add(
        index,
        result.findings.map((finding) => ({ target: target.name, ...jsonFinding(finding) })),
      ),
    end: ({ checked, findings, notChecked }) => {
      inTurn.end();
      const summary = jsonSummary({ ...checked, findings, notChecked });
      write(`${separator === '' ? '' : '\n  '}],\n  "summary": ${indented(summary, 2)}\n}\n`);
    },
  };
}

/** A value in a document, whose lines begin with so many spaces. */
function indented(value: object, spaces: number): string {
  return visibleJson(JSON.stringify(value, undefined, 2)).replaceAll('\n', `\n${' '.repeat(spaces)}`);
}

/** Properties that are undefined are omitted, as JSON.stringify does. */
function print(report: object): string {
  return `${visibleJson(JSON.stringify(report, undefined, 2))}\n`;
}
