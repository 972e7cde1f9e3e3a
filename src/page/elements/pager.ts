import { formatNumber } from '../../reporters/format-number';
import { element } from './element';

/** How many rows of a list are in the page at once. */
export const ROWS_PER_PAGE = 100;

/** The rows that a page of a list has, and where it is among all of them. */
export interface ListPage<Row> {
  readonly rows: readonly Row[];
  /** 1-based. */
  readonly page: number;
  readonly pages: number;
}

/** One page of a list; the nearest one if there is no such page. */
export function pageOf<Row>(rows: readonly Row[], wanted: number): ListPage<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_PER_PAGE));
  const page = Math.min(pages, Math.max(1, Math.trunc(wanted) || 1));
  return { rows: rows.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE), page, pages };
}

/** Buttons for the pages before and after one; nothing for a list with one page. */
export function pager(
  { rows, page, pages }: ListPage<unknown>,
  all: number,
  name: string,
  go: (page: number) => void,
): HTMLElement | undefined {
  if (pages === 1) return undefined;
  const first = (page - 1) * ROWS_PER_PAGE + 1;
  const button = (text: string, to: number) => {
    const made = element('button', { type: 'button', disabled: to < 1 || to > pages }, text);
    made.addEventListener('click', () => go(to));
    return made;
  };
  return element(
    'nav',
    { class: 'pager', 'aria-label': `Pages of ${name}` },
    button('Previous', page - 1),
    element(
      'span',
      {},
      `${formatNumber(first)} to ${formatNumber(first + rows.length - 1)} of ${formatNumber(all)}`,
    ),
    button('Next', page + 1),
  );
}
