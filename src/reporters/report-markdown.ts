import type { NotChecked, RuleInfo, VersionRow } from '../model/findings/check-result';
import { contractsNamed, rulesOf, type Finding } from '../model/findings/finding';
import type { TargetRow } from '../model/findings/fleet';
import { groupBy } from '../model/group-by';
import { documentName } from '../model/documents/source';
import type { WorkingFolder } from '../model/working-folder';
import { newestWords } from '../wording/newest-words';
import { fleetSummaryLine } from './fleet/fleet-summary-line';
import { formatTime } from './format-number';
import { collectFleet } from './hosts/collect-fleet';
import { markdownMessage, markdownText } from './hosts/markdown-text';
import { inRepository } from './hosts/repository-place';
import { joinMany, type JoinedFinding } from './join-alike';
import { countNotChecked } from '../wording/count-not-checked';
import { targetLabel } from './of-target';
import { operationNote } from './operation-words';
import { isWholeResponse } from './response-place';
import type { Reporter } from './reporter';
import { summaryLine } from './summary-line';

/** Tables for a summary of a CI job or a comment: the findings by file, with the help of their rules. */
export const reportMarkdown: Reporter = {
  summary: 'Markdown for summaries of CI jobs and for comments: a table of findings per file',
  namesRepositoryFiles: true,
  report: (result, options) => {
    const { findings, rules, summary, versions = [] } = result;
    return document([
      `## samplegate: ${markdownText(summaryLine(result, { verbose: true }))}`,
      ...findingTables(findings, options),
      ...versionsTables(versions, options),
      ...uncheckedList(summary.notChecked),
      ...helpOf(findings, rules),
    ]);
  },
  stream: (_write, options, spool) =>
    collectFleet(spool, ({ findings, rules, rows, summary }) => {
      const all = [...findings()];
      return [
        document([
          `## samplegate: ${markdownText(fleetSummaryLine(summary, { verbose: true }))}`,
          ...targetsTables(rows),
          ...findingTables(all, options),
          ...uncheckedList(summary.notChecked),
          ...helpOf(all, rules),
        ]),
      ];
    }),
};

function document(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headings, headings.map(() => '---'), ...rows].map(tableLine).join('\n');
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function findingTables(findings: readonly Finding[], working: Partial<WorkingFolder>): readonly string[] {
  const groups = groupBy(
    joinMany(findings),
    (finding) => `${finding.target ?? ''}\0${documentName(finding)}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const name = documentName(inRepository(first, working));
    const contracts = [...new Set(group.flatMap(contractsNamed))].join(', ');
    const heading = `### ${markdownText(targetLabel(first.target) + name)}`;
    return [
      contracts === '' ? heading : `${heading} · ${markdownText(contracts)}`,
      table(
        ['severity', 'place', 'rule', 'what is wrong, and what to do'],
        group.map((finding) => [
          finding.severity,
          placeOf(finding),
          `<code>${markdownText(finding.ruleId)}</code>`,
          wordsOf(finding),
        ]),
      ),
    ];
  });
}

function placeOf(finding: JoinedFinding): string {
  if (isWholeResponse(finding)) return '';
  return `${finding.start.line}:${finding.start.column}`;
}

function wordsOf(finding: JoinedFinding): string {
  const { message, clients, curl } = finding;
  return [
    markdownMessage(message) + markdownText(operationNote(finding)),
    ...(clients === undefined ? [] : [markdownText(clients)]),
    ...(curl === undefined ? [] : [`<code>${markdownText(curl)}</code>`]),
  ].join('<br>');
}

function versionsTables(versions: readonly VersionRow[], working: Partial<WorkingFolder>): readonly string[] {
  if (versions.length === 0) return [];
  const columns = ['file', 'id', 'status', 'oldest', 'newest', 'self'] as const;
  return [
    '### versions',
    table(
      columns,
      versions
        .map((row) => inRepository(row, working))
        .map((row) => columns.map((column) => markdownText(row[column]))),
    ),
  ];
}

function targetsTables(rows: readonly TargetRow[]): readonly string[] {
  if (rows.length === 0) return [];
  return [
    table(
      ['target', 'result', 'oldest', 'newest', 'errors', 'warnings', 'time'],
      rows.map((row) => [
        markdownText(row.name),
        row.status,
        markdownText(row.oldest ?? ''),
        markdownText(newestWords(row, '')),
        String(row.findings.error),
        String(row.findings.warning),
        formatTime(row.milliseconds),
      ]),
    ),
  ];
}

function uncheckedList(notChecked: readonly NotChecked[]): readonly string[] {
  const lines = notChecked
    .filter(({ items }) => items.length > 0)
    .map((entry) => `- ${markdownText(countNotChecked(entry))}`);
  return lines.length === 0 ? [] : ['### not checked', lines.join('\n')];
}

/** The help is ours, and Markdown. */
function helpOf(findings: readonly Finding[], rules: readonly RuleInfo[]): readonly string[] {
  const named = new Set(findings.flatMap(rulesOf));
  return rules
    .filter((rule) => named.has(rule.id) && rule.help !== '')
    .map(({ id, summary, help, url }) =>
      [
        `<details><summary><code>${markdownText(id)}</code> ${markdownText(summary)}</summary>`,
        help,
        ...(url === undefined ? [] : [`Documentation: ${docsLink(url)}`]),
        '</details>',
      ].join('\n\n'),
    );
}

/** A link where the documentation is published; else the page of the package. */
function docsLink(url: string): string {
  return URL.canParse(url)
    ? `<${new URL(url).href.replaceAll(/[<>]/g, encodeURIComponent)}>`
    : `<code>${markdownText(url)}</code>`;
}
