import type { Finding } from '../model/finding';
import { groupBy } from '../model/group-by';
import type { Source } from '../model/source';
import { alsoText } from './also-text';
import { codeFrame } from './code-frame';
import { relatedLine } from './finding-line';
import { paint, type Paint } from './paint';
import { isWholeResponse } from './response-place';
import { visibleText } from './visible-text';

/** How findings are to look. */
export interface FindingTextOptions {
  readonly color: boolean;
  /** The contract that each file serves, for its heading; several are joined by commas. */
  readonly contracts?: ReadonlyMap<string, string>;
}

/** Findings as a person reads them, grouped by file, each with its line of code; no newline at the end. */
export function formatFindings(
  findings: readonly Finding[],
  sources: ReadonlyMap<string, Source>,
  { color, contracts }: FindingTextOptions,
): string {
  const painter = paint(color);
  return [...groupBy(findings, ({ file }) => file)]
    .map(([file, inFile]) => {
      const columns = columnWidths(inFile);
      const text = sources.get(file)?.text ?? '';
      const blocks = inFile.map((finding) => findingBlock(finding, text, columns, painter));
      return [heading(file, contracts?.get(file), painter), ...blocks].join('\n\n');
    })
    .join('\n\n');
}

function heading(file: string, contract: string | undefined, painter: Paint): string {
  const name = painter('heading', visibleText(file));
  if (contract === undefined) return name;
  return `${name}   ${contract.includes(', ') ? 'contracts' : 'contract'} ${visibleText(contract)}`;
}

/** What the findings of one file are aligned to. */
interface ColumnWidths {
  readonly line: number;
  readonly column: number;
  readonly severity: number;
  /** Where the severities and the messages begin. */
  readonly indent: number;
}

/** Where every finding is about a whole response there are no positions, and no room is left for them. */
function columnWidths(findings: readonly Finding[]): ColumnWidths {
  let [line, column, severity] = [0, 0, 0];
  for (const finding of findings) {
    severity = Math.max(severity, finding.severity.length);
    if (isWholeResponse(finding)) continue;
    line = Math.max(line, String(finding.start.line).length);
    column = Math.max(column, String(finding.start.column).length);
  }
  return { line, column, severity, indent: line === 0 ? 2 : line + column + 5 };
}

function findingBlock(finding: Finding, text: string, columns: ColumnWidths, painter: Paint): string {
  const body = ' '.repeat(columns.indent);
  const clients = visibleText(finding.clients ?? '');
  const aside = [clients, painter('faint', visibleText(alsoText(finding)))]
    .filter((part) => part !== '')
    .join('   ');
  return [
    headLine(finding, columns, painter),
    body + visibleText(finding.message),
    ...frameLines(finding, text, body.length, painter),
    ...(aside === '' ? [] : [body + aside]),
    ...finding.related.map((related) => body + relatedLine(related)),
    ...(finding.curl === undefined ? [] : [body + painter('faint', visibleText(finding.curl))]),
  ].join('\n');
}

function headLine(finding: Finding, columns: ColumnWidths, painter: Paint): string {
  const { severity, ruleId, pointer } = finding;
  const level = painter(severity, severity) + ' '.repeat(columns.severity - severity.length);
  const where = pointer === undefined || pointer === '' ? '' : `   ${visibleText(pointer)}`;
  return `${position(finding, columns)}${level}  ${painter('heading', ruleId)}${where}`;
}

/** The line and column, or as many blanks where a whole response is meant. */
function position(finding: Finding, columns: ColumnWidths): string {
  if (isWholeResponse(finding)) return ' '.repeat(columns.indent);
  const line = String(finding.start.line).padStart(columns.line);
  return `  ${line}:${String(finding.start.column).padEnd(columns.column)}  `;
}

/** The gutter ends where the text of the message begins, so that both stand in one column. */
function frameLines(finding: Finding, text: string, indent: number, painter: Paint): readonly string[] {
  const frame = isWholeResponse(finding) ? undefined : codeFrame(text, finding);
  if (frame === undefined) return [];
  const gutter = (label: string) => painter('faint', `${label.padStart(indent - 3)} |`);
  return [
    frame.code === ''
      ? gutter(String(finding.start.line))
      : `${gutter(String(finding.start.line))} ${frame.code}`,
    `${gutter('')} ${painter(finding.severity, frame.carets)}`,
  ];
}
