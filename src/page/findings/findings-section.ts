import { groupBy } from '../../model/group-by';
import { formatNumber } from '../../reporters/format-number';
import { element } from '../elements/element';
import { pageSection } from '../elements/page-section';
import { shownCount } from '../elements/shown-count';
import { filterForm } from './filter-form';
import { createFindingRow, type FindingRow } from './finding-row';
import { pageOf, pager, ROWS_PER_PAGE } from '../elements/pager';
import { filterWords, hasFilter, type PageView } from '../view/page-view';
import { placeOf, selectFindings, type FindingEntry } from './select-findings';
import type { JsonReport } from '../../reporters/json/json-report';
import type { ViewStore } from '../view/view-store';

/** The findings with their filter, and what keys do to them. */
export interface FindingsSection {
  readonly node: HTMLElement;
  /** Moves the focus by one finding, to the next page where the page ends. */
  readonly move: (step: 1 | -1) => void;
  /** Opens the findings in the document and shows as many as may be in it, for a printer; or returns to the view. */
  readonly print: (isPrinting: boolean) => void;
}

/** How many findings are in the document at most, and only on paper. */
const MOST_PRINTED = 2 * ROWS_PER_PAGE;

/** The list of findings. Of thousands, only one page is in the document. */
export function findingsSection(
  report: JsonReport,
  entries: readonly FindingEntry[],
  store: ViewStore,
): FindingsSection {
  const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
  const status = element('p', { role: 'status', class: 'status' });
  const list = element('div', { class: 'findings' });
  const pages = element('div');
  let rows: readonly FindingRow[] = [];
  let shown = '';
  let isOnPaper = false;

  const show = (view: PageView) => {
    const selected = selectFindings(entries, view);
    const open = view.finding === undefined ? -1 : selected.findIndex(({ id }) => id === view.finding);
    const wanted = open === -1 ? Number(view.page ?? 1) : Math.floor(open / ROWS_PER_PAGE) + 1;
    const page = pageOf(selected, wanted);
    const inDocument = isOnPaper ? selected.slice(0, MOST_PRINTED) : page.rows;
    status.replaceChildren(
      ...element('p', {}, statusWords(entries, selected.length, view, open, isOnPaper)).childNodes,
    );
    // Opening a finding must not create the others again: they may have the focus.
    const key = JSON.stringify([inDocument.map(({ index }) => index), isOnPaper]);
    if (key !== shown) {
      shown = key;
      rows = inDocument.map((entry) =>
        createFindingRow(entry, rules, () =>
          store.change({ finding: store.view().finding === entry.id ? '' : entry.id }),
        ),
      );
      list.replaceChildren(...groups(rows));
      const go = (to: number) => {
        store.change({ page: String(to) });
        rows[0]?.focus();
      };
      pages.replaceChildren(
        ...[isOnPaper ? undefined : pager(page, selected.length, 'findings', go)].filter(
          (node) => node !== undefined,
        ),
      );
    }
    for (const row of rows) row.open(isOnPaper || row.entry.id === view.finding);
  };
  store.follow(show);
  scrollToLinked(store.view(), () => rows);

  return {
    node: pageSection(
      'findings',
      'Findings',
      entries.length === 0
        ? element('p', {}, 'There are no findings.')
        : [filterForm(entries, store), status, list, pages],
    ),
    move: (step) => {
      const at = rows.findIndex((row) => row.hasFocus());
      const next = at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step;
      const row = rows[next];
      if (row !== undefined) {
        row.focus();
        return;
      }
      const view = store.view();
      const selected = selectFindings(entries, view);
      const last = rows[at];
      const position = last === undefined ? -1 : selected.indexOf(last.entry);
      const beyond = position + step;
      if (position === -1 || selected[beyond] === undefined) return;
      store.change({ page: String(Math.floor(beyond / ROWS_PER_PAGE) + 1) });
      rows.at(step === 1 ? 0 : -1)?.focus();
    },
    print: (isPrinting) => {
      isOnPaper = isPrinting;
      show(store.view());
    },
  };
}

/** A link to a finding shows it without a click. */
function scrollToLinked({ finding }: PageView, rows: () => readonly FindingRow[]): void {
  if (finding === undefined) return;
  requestAnimationFrame(() =>
    rows()
      .find(({ entry }) => entry.id === finding)
      ?.focus(),
  );
}

/** The rows below the files that they are in. */
function groups(rows: readonly FindingRow[]): readonly HTMLElement[] {
  const byFile = groupBy(rows, ({ entry }) => placeOf(entry.finding));
  return Array.from(byFile, ([file, ofFile]) =>
    element(
      'section',
      { class: 'group', 'aria-label': file },
      element(
        'h3',
        {},
        element('span', { class: 'path' }, file),
        element('span', { class: 'count' }, formatNumber(ofFile.length)),
      ),
      element(
        'ol',
        {},
        ofFile.map(({ node }) => node),
      ),
    ),
  );
}

function statusWords(
  entries: readonly FindingEntry[],
  selected: number,
  view: PageView,
  open: number,
  isOnPaper: boolean,
): string {
  const all = shownCount(entries.length, 'finding');
  const shown = hasFilter(view) ? `${formatNumber(selected)} of ${all}` : all;
  const printed = isOnPaper && selected > MOST_PRINTED ? ` The first ${MOST_PRINTED} are printed.` : '';
  const filter = isOnPaper && hasFilter(view) ? ` Filter: ${filterWords(view)}.` : '';
  const isMissing = view.finding !== undefined && open === -1;
  const known = entries.some(({ id }) => id === view.finding);
  const linked = !isMissing
    ? ''
    : known
      ? ' The filter hides the finding that the link names.'
      : ' The link names a finding that this report does not have: it may be fixed.';
  return `${shown}.${linked}${printed}${filter}`;
}
