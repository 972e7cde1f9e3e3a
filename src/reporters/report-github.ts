import { posix } from 'node:path';

import type { Finding } from '../model/finding';
import type { Severity } from '../model/severity';
import { formatPosition, relatedLine } from './finding-line';
import { joinMany } from './join-alike';
import { fleetSummaryLine } from './fleet/fleet-summary-line';
import { createInTurn } from './in-turn';
import { findingsOf, targetLabel } from './of-target';
import type { Reporter } from './reporter';
import { operationNote } from './operation-words';
import { isInResponse } from './response-place';
import { summaryLine } from './summary-line';
import { visibleText } from './visible-text';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands, which GitHub Actions shows as annotations of the changed files, and the summary as plain text. */
export const reportGithub: Reporter = {
  summary: 'annotations of a pull request, in GitHub Actions',
  report: (result, { quiet, verbose, folder }) => {
    const annotations = annotationsOf(result.findings, folder);
    return quiet ? annotations : annotations + lastLine(summaryLine(result, { verbose }));
  },
  stream: (write, { quiet, verbose, folder }) => {
    const inTurn = createInTurn(write);
    return {
      own: ({ findings }) => write(annotationsOf(findings, folder)),
      add: ({ target, index, result }) =>
        inTurn.add(index, annotationsOf(findingsOf(result.findings, target), folder)),
      end: (summary) => {
        inTurn.end();
        if (!quiet) write(lastLine(fleetSummaryLine(summary, { verbose })));
      },
    };
  },
};

function lastLine(summary: string): string {
  return `samplegate: ${visibleText(summary)}\n`;
}

function annotationsOf(findings: readonly Finding[], folder = '.'): string {
  return joinMany(findings)
    .map((finding) => `${annotation(finding, folder)}\n`)
    .join('');
}

function annotation(finding: Finding, folder: string): string {
  const { severity, ruleId, message, clients, curl, related } = finding;
  const properties = [...fileProperties(finding, folder), `title=${escapeProperty(ruleId)}`];
  const lines = [
    targetLabel(finding.target) +
      (isInResponse(finding) ? `${formatPosition(finding)}: ` : '') +
      visibleText(message) +
      operationNote(finding),
    ...(clients === undefined ? [] : [visibleText(clients)]),
    ...related.map(relatedLine),
    ...(curl === undefined ? [] : [visibleText(curl)]),
  ];
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData(lines.join('\n'))}`;
}

/**
 * GitHub finds a file by its path from the top of the repository. A response is not a file there: GitHub would not show an annotation with
 * its name.
 */
function fileProperties(finding: Finding, folder: string): readonly string[] {
  const { file, start, end } = finding;
  if (isInResponse(finding)) return [];
  return [
    `file=${escapeProperty(posix.join(folder, file))}`,
    `line=${start.line}`,
    `col=${start.column}`,
    `endLine=${end.line}`,
    `endColumn=${end.column}`,
  ];
}

/** Escapes a message like the runner's own toolkit; the percent sign first, so that it is not escaped twice. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A file name keeps its line breaks, escaped, because it must name the file; other unprintable characters are spelt out. */
function escapeProperty(text: string): string {
  const safe = text.split(/([\r\n])/).map((part) => (/^[\r\n]$/.test(part) ? part : visibleText(part)));
  return escapeData(safe.join('')).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
