import type { Finding } from '../../model/findings/finding';
import { groupBy } from '../../model/group-by';
import { documentName } from '../../model/documents/source';
import { count } from '../../wording/list-words';
import { alsoText } from '../also-text';
import { codeFrame } from './code-frame';
import { formatPosition, relatedLine } from '../finding-line';
import type { JoinedFinding } from '../join-alike';
import { targetLabel } from '../of-target';
import { alsoUsedBy, operationNote } from '../operation-words';
import { paint, type Paint } from './paint';
import { isInResponse, isWholeResponse } from '../response-place';
import { shownPointer } from '../shown-pointer';
import { visibleText } from '../visible-text';
import { wrapText } from './wrap-text';

/** How findings look. */
export interface FindingTextOptions {
  readonly color: boolean;
  /** The width of the terminal, at which long lines are wrapped; absent: nothing is wrapped. */
  readonly columns?: number | undefined;
  /** The contract of each file, for its heading; several are joined by commas. */
  readonly contracts?: ReadonlyMap<string, string>;
  /** How many related places and joined findings are listed per finding, before a count of the others; absent: all. */
  readonly most?: number | undefined;
}

/** The `most` of reports for people. */
export function mostPlaces(verbose: boolean): number | undefined {
  return verbose ? undefined : 10;
}

/** Findings for people, grouped by document, each with its line of code; no newline at the end. */
export function formatFindings(
  findings: readonly JoinedFinding[],
  { color, columns, contracts, most }: FindingTextOptions,
): string {
  const painter = paint(color);
  const headingOf = (finding: Finding) =>
    heading(
      targetLabel(finding.target) + visibleText(titleOf(finding)),
      contractIn(finding, contracts),
      painter,
    );
  return [...groupBy(findings, headingOf)]
    .map(([title, inFile]) => {
      const layout = { ...alignmentOf(inFile), columns, most };
      const blocks = inFile.map((finding) => findingBlock(finding, layout, painter));
      return [title, ...blocks].join('\n\n');
    })
    .join('\n\n');
}

/** The contract of the document, or of an example of an OpenAPI document the one with which it is wrong: others may use it with other schemas. */
function contractIn(finding: Finding, contracts: FindingTextOptions['contracts']): string | undefined {
  const ofDocument = contracts?.get(documentName(finding));
  return ofDocument === undefined || !isExample(finding) ? ofDocument : (finding.contract ?? ofDocument);
}

function isExample({ part, operations }: Finding): boolean {
  return part !== undefined && operations !== undefined;
}

/** The document, or for an example of an OpenAPI document the file and the operation: a pointer there is long, and the line is enough. */
function titleOf(finding: Finding): string {
  const { file, part, operations: [operation] = [] } = finding;
  return part === undefined || operation === undefined ? documentName(finding) : `${file}   ${operation}`;
}

function heading(file: string, contract: string | undefined, painter: Paint): string {
  const name = painter('heading', file);
  if (contract === undefined) return name;
  return `${name}   ${contract.includes(', ') ? 'contracts' : 'contract'} ${visibleText(contract)}`;
}

/** How the findings of one file are aligned, in columns. */
interface Alignment {
  readonly line: number;
  readonly column: number;
  readonly severity: number;
  /** Where severities and messages begin. */
  readonly indent: number;
}

interface Layout extends Alignment {
  /** The width of the terminal. */
  readonly columns: number | undefined;
  readonly most: number | undefined;
}

/** If every finding is about a whole response, there are no positions and no space for them. */
function alignmentOf(findings: readonly JoinedFinding[]): Alignment {
  let [line, column, severity] = [0, 0, 0];
  for (const finding of findings) {
    severity = Math.max(severity, finding.severity.length);
    if (isWholeResponse(finding)) continue;
    line = Math.max(line, String(finding.start.line).length);
    column = Math.max(column, String(finding.start.column).length);
  }
  return { line, column, severity, indent: line === 0 ? 2 : line + column + 5 };
}

function findingBlock(finding: JoinedFinding, layout: Layout, painter: Paint): string {
  const { message, clients, related, others = [], curl } = finding;
  const body = ' '.repeat(layout.indent);
  const width = layout.columns === undefined ? undefined : layout.columns - layout.indent;
  const lines = (words: string) => wrapText(visibleText(words), width).map((line) => body + line);
  const faint = (words: string) =>
    wrapText(visibleText(words), width).map((line) => body + painter('faint', line));
  const aside = [clients ?? '', alsoText(finding)].filter((part) => part !== '').join('   ');
  return [
    headLine(finding, layout, painter),
    ...lines(message),
    // The line of one file says nothing about the others, unless each has a place of its own.
    ...(others.length > 0 && finding.end.offset === 0 ? [] : frameLines(finding, layout, painter)),
    ...(aside === '' ? [] : faint(aside)),
    ...operationLines(finding, layout).flatMap(faint),
    ...shorten(related.map(relatedLine), layout.most).flatMap(faint),
    ...shorten(others.map(otherLine), layout.most).flatMap(faint),
    // A command is copied into a shell, so it is not wrapped.
    ...(curl === undefined ? [] : [body + painter('faint', visibleText(curl))]),
  ].join('\n');
}

/** The operation, unless the heading has it, and the others that use the same text. */
function operationLines(finding: JoinedFinding, { most }: Layout): readonly string[] {
  const { part, operations: [first] = [] } = finding;
  const own = part === undefined && first !== undefined ? [`in ${first}`] : [];
  const others = alsoUsedBy(finding, most);
  return others === '' ? own : [...own, others];
}

/** A finding that is joined with another one, in one line. */
function otherLine(finding: Finding): string {
  if (finding.end.offset > 0 && !isWholeResponse(finding))
    return `also at ${formatPosition(finding)}${operationNote(finding)}`;
  return `also ${isInResponse(finding) ? 'at' : 'in'} ${documentName(finding)}`;
}

/** The first `most` lines, and a count of the others. */
function shorten(lines: readonly string[], most = lines.length): readonly string[] {
  const left = lines.length - most;
  if (left <= 0) return lines;
  return [...lines.slice(0, most), `and ${count(left, 'more place')}: --verbose lists them`];
}

function headLine(finding: Finding, alignment: Alignment, painter: Paint): string {
  const { severity, ruleId, pointer } = finding;
  const level = painter(severity, severity) + ' '.repeat(alignment.severity - severity.length);
  const where = pointer === undefined || pointer === '' ? '' : `   ${visibleText(shownPointer(pointer))}`;
  return `${position(finding, alignment)}${level}  ${painter('heading', ruleId)}${where}`;
}

/** The line and column, or as many spaces for a whole response. */
function position(finding: Finding, { line, column, indent }: Alignment): string {
  if (isWholeResponse(finding)) return ' '.repeat(indent);
  return `  ${String(finding.start.line).padStart(line)}:${String(finding.start.column).padEnd(column)}  `;
}

/** The gutter ends where the message begins, so that code and message are in one column. */
function frameLines(finding: Finding, { indent, columns }: Layout, painter: Paint): readonly string[] {
  const room = columns === undefined ? undefined : columns - indent;
  const frame = isWholeResponse(finding) ? undefined : codeFrame(finding, room);
  if (frame === undefined) return [];
  const gutter = (label: string) => painter('faint', `${label.padStart(indent - 3)} |`);
  return [
    frame.code === ''
      ? gutter(String(finding.start.line))
      : `${gutter(String(finding.start.line))} ${frame.code}`,
    `${gutter('')} ${painter(finding.severity, frame.carets)}`,
  ];
}
