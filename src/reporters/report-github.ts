import type { Finding } from '../model/findings/finding';
import { SEVERITIES, type Severity } from '../model/severity';
import type { WorkingFolder } from '../model/working-folder';
import { clipEnd } from '../model/clip-text';
import { count } from '../wording/list-words';
import { relatedLine } from './finding-line';
import { plainMessage } from './hosts/plain-message';
import { inRepository, repositoryPlace } from './hosts/repository-place';
import { joinMany } from './join-alike';
import { fleetSummaryLine } from './fleet/fleet-summary-line';
import { createOrderedOutput } from './ordered-output';
import { findingsOf } from './of-target';
import type { Reporter } from './reporter';
import { summaryLine } from './summary-line';
import { visibleText } from './visible-text';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** The runner keeps ten annotations of each type in a step; the last one counts the others. */
const MOST = 9;

/** In characters: the runner cuts longer ones. */
const LONGEST = 4096;

/** Workflow commands, which GitHub Actions shows as annotations of the changed files, and the summary as plain text. */
export const reportGithub: Reporter = {
  summary: 'annotations of a pull request, in GitHub Actions',
  namesRepositoryFiles: true,
  report: (result, options) => {
    const { quiet, verbose } = options;
    const annotations = createAnnotations(options);
    annotations.add(result.findings);
    return annotations.text() + (quiet ? '' : lastLine(summaryLine(result, { verbose })));
  },
  stream: (write, options) => {
    const { quiet, verbose } = options;
    const annotations = createAnnotations(options);
    return createOrderedOutput({
      own: ({ findings }) => annotations.add(findings),
      keep: ({ target, result }) => findingsOf(result.findings, target),
      take: annotations.add,
      end: (summary) =>
        write(annotations.text() + (quiet ? '' : lastLine(fleetSummaryLine(summary, { verbose })))),
    });
  },
};

function lastLine(summary: string): string {
  return `samplegate: ${visibleText(summary)}\n`;
}

/** Collects annotations: errors first, and of each type only those that the runner keeps. */
function createAnnotations(working: Partial<WorkingFolder>) {
  const kept: Record<Severity, string[]> = { error: [], warning: [], info: [] };
  const left: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  return {
    add: (findings: readonly Finding[]): void => {
      for (const finding of joinMany(findings)) {
        const { severity } = finding;
        if (kept[severity].length < MOST) kept[severity].push(annotation(finding, working));
        else left[severity] += 1;
      }
    },
    text: (): string =>
      SEVERITIES.flatMap((severity) => [
        ...kept[severity],
        ...(left[severity] === 0 ? [] : [moreAnnotation(severity, left[severity])]),
      ])
        .map((line) => `${line}\n`)
        .join(''),
  };
}

function moreAnnotation(severity: Severity, number: number): string {
  const what = severity === 'info' ? 'of severity info' : count(number, severity).replace(/^\S+ /, '');
  return `::${COMMANDS[severity]} title=samplegate::and ${number} more ${what}: see the summary of the job`;
}

function annotation(finding: Finding, working: Partial<WorkingFolder>): string {
  const { severity, ruleId, curl, related } = finding;
  const properties = [...fileProperties(finding, working), `title=${escapeProperty(ruleId)}`];
  const lines = [
    plainMessage(finding),
    ...related.map((place) => relatedLine(inRepository(place, working))),
    ...(curl === undefined ? [] : [visibleText(curl)]),
  ];
  return `::${COMMANDS[severity]} ${properties.join(',')}::${shortData(lines.join('\n'))}`;
}

/** GitHub finds a file by its path from the top of the repository, and shows an annotation of any other file nowhere. */
function fileProperties(finding: Finding, working: Partial<WorkingFolder>): readonly string[] {
  const place = repositoryPlace(finding, working);
  if (place === undefined) return [];
  const { path, start, end } = place;
  return [
    `file=${escapeProperty(path)}`,
    `line=${start.line}`,
    `col=${start.column}`,
    `endLine=${end.line}`,
    `endColumn=${end.column}`,
  ];
}

/** A message that is escaped and short enough. */
function shortData(text: string): string {
  let most = LONGEST - 1;
  let data = escapeData(text);
  while (data.length >= LONGEST) {
    most = Math.floor(most * 0.9);
    data = escapeData(clipEnd(text, most));
  }
  return data;
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
