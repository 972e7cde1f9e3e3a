import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expectRecorded } from './golden';

/** Compares a table of a page with these rows, of which the first is the heading. The table is between comments that start with `name`. */
export function expectTable(page: string, name: string, rows: readonly (readonly string[])[]): void {
  const text = readFileSync(join(__dirname, '..', page), 'utf8');
  const between = new RegExp(`(<!-- ${name}: .*-->\\n)[^]*?(<!-- /${name} -->)`);
  if (!between.test(text)) throw new Error(`${page} has no place for the table \`${name}\``);
  const updated = text.replace(
    between,
    (_, start: string, end: string) => `${start}\n${tableText(rows)}\n\n${end}`,
  );
  expectRecorded(page, updated);
}

/** A Markdown table, laid out as Prettier does. */
function tableText(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[], fill: string) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width, fill)).join(' | ')} |`;
  const [first, ...others] = rows.map((row) => line(row, ' '));
  return [first, line([], '-'), ...others].join('\n');
}
