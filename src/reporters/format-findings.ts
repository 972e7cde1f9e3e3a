import type { Finding } from '../model/finding';
import { groupBy } from '../model/group-by';
import type { Source } from '../model/source';
import { alsoText } from './also-text';
import { codeFrame } from './code-frame';
import { relatedLine } from './finding-line';
import { paint, type Paint } from './paint';
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
}

function columnWidths(findings: readonly Finding[]): ColumnWidths {
  let [line, column, severity] = [0, 0, 0];
  for (const finding of findings) {
    line = Math.max(line, String(finding.start.line).length);
    column = Math.max(column, String(finding.start.column).length);
    severity = Math.max(severity, finding.severity.length);
  }
  return { line, column, severity };
}

function findingBlock(finding: Finding, text: string, columns: ColumnWidths, painter: Paint): string {
  const body = ' '.repeat(columns.line + columns.column + 5);
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
  ].join('\n');
}

function headLine(
  { start, severity, ruleId, pointer }: Finding,
  columns: ColumnWidths,
  painter: Paint,
): string {
  const line = String(start.line).padStart(columns.line);
  const column = String(start.column).padEnd(columns.column);
  const level = painter(severity, severity) + ' '.repeat(columns.severity - severity.length);
  const where = pointer === undefined || pointer === '' ? '' : `   ${visibleText(pointer)}`;
  return `  ${line}:${column}  ${level}  ${painter('heading', ruleId)}${where}`;
}

/** The gutter ends where the text of the message begins, so that both stand in one column. */
function frameLines(finding: Finding, text: string, indent: number, painter: Paint): readonly string[] {
  const frame = codeFrame(text, finding);
  if (frame === undefined) return [];
  const gutter = (label: string) => painter('faint', `${label.padStart(indent - 3)} |`);
  return [
    frame.code === ''
      ? gutter(String(finding.start.line))
      : `${gutter(String(finding.start.line))} ${frame.code}`,
    `${gutter('')} ${painter(finding.severity, frame.carets)}`,
  ];
}
