import { element, type ElementContent } from './element';
import { pageOf, pager } from './pager';

/** A column of a table. */
export interface DataColumn<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => ElementContent;
  readonly isNumber?: boolean;
}

/** A table, of which only one page is in the document. */
export function dataTable<Row>(
  name: string,
  columns: readonly DataColumn<Row>[],
  rows: readonly Row[],
): HTMLElement {
  const box = element('div');
  const show = (wanted: number) => {
    const page = pageOf(rows, wanted);
    const table = element(
      'table',
      { 'aria-label': name },
      element('thead', {}, element('tr', {}, columns.map(headingCell))),
      element(
        'tbody',
        {},
        page.rows.map((row) =>
          element(
            'tr',
            {},
            columns.map((column) => bodyCell(column, row)),
          ),
        ),
      ),
    );
    const scroller = element(
      'div',
      { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': name },
      table,
    );
    box.replaceChildren(
      ...[scroller, pager(page, rows.length, name, show)].filter((part) => part !== undefined),
    );
  };
  show(1);
  return box;
}

function headingCell<Row>({ heading, isNumber = false }: DataColumn<Row>): HTMLElement {
  return element('th', { scope: 'col', class: isNumber ? 'number' : undefined }, heading);
}

function bodyCell<Row>({ cell, isNumber = false }: DataColumn<Row>, row: Row): HTMLElement {
  return element('td', { class: isNumber ? 'number' : undefined }, cell(row));
}
