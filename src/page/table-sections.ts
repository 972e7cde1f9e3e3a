import type { ManifestSummary, VersionRow } from '../model/findings/check-result';
import { formatNumber, formatTime } from '../reporters/format-number';
import { newestWords } from '../wording/newest-words';
import { dataTable, type DataColumn } from './elements/data-table';
import { element } from './elements/element';
import { lateDetails } from './elements/late-details';
import { pageSection } from './elements/page-section';
import { shownCount } from './elements/shown-count';
import { writeFragment } from './view/page-view';
import type { JsonReport, JsonTarget, JsonVerdict } from '../reporters/json/json-report';

const VERSION_COLUMNS: readonly DataColumn<VersionRow>[] = (
  ['file', 'id', 'status', 'oldest', 'newest', 'self'] as const
).map((heading) => ({ heading, cell: (row) => orDash(row[heading]) }));

/** The versions that the documents of a run list; undefined where it was not about them. */
export function versionsSection({ versions = [] }: JsonReport): HTMLElement | undefined {
  return tableSection('versions', 'Versions', VERSION_COLUMNS, versions);
}

const TARGET_COLUMNS: readonly DataColumn<JsonTarget>[] = [
  { heading: 'service', cell: ({ target }) => element('a', { href: writeFragment({ target }) }, target) },
  { heading: 'URL', cell: ({ url }) => url },
  { heading: 'result', cell: ({ status }) => element('span', { class: `result ${status}` }, status) },
  { heading: 'oldest', cell: ({ oldest = '' }) => orDash(oldest) },
  {
    heading: 'newest',
    cell: (row) => newestWords(row, orDash('')),
  },
  { heading: 'errors', cell: ({ findings }) => formatNumber(findings.error), isNumber: true },
  { heading: 'warnings', cell: ({ findings }) => formatNumber(findings.warning), isNumber: true },
  { heading: 'time', cell: ({ milliseconds }) => formatTime(milliseconds), isNumber: true },
];

/** The services of a fleet, each with its result; undefined for any other run. */
export function targetsSection({ targets = [] }: JsonReport): HTMLElement | undefined {
  return tableSection('targets', 'Services', TARGET_COLUMNS, targets);
}

const MANIFEST_COLUMNS: readonly DataColumn<ManifestSummary>[] = [
  {
    heading: 'manifest',
    cell: ({ manifest }) => element('a', { href: writeFragment({ manifest }) }, manifest),
  },
  { heading: 'contracts', cell: ({ contracts }) => formatNumber(contracts), isNumber: true },
  { heading: 'samples', cell: ({ samples }) => formatNumber(samples), isNumber: true },
  { heading: 'errors', cell: ({ findings }) => formatNumber(findings.error), isNumber: true },
  { heading: 'warnings', cell: ({ findings }) => formatNumber(findings.warning), isNumber: true },
];

/** The manifests of a run over several; undefined for any other run. */
export function manifestsSection({ summary }: JsonReport): HTMLElement | undefined {
  return tableSection('manifests', 'Manifests', MANIFEST_COLUMNS, summary.manifests ?? []);
}

function tableSection<Row>(
  id: string,
  name: string,
  columns: readonly DataColumn<Row>[],
  rows: readonly Row[],
): HTMLElement | undefined {
  if (rows.length === 0) return undefined;
  return pageSection(id, name, dataTable(name, columns, rows));
}

function orDash(text: string): string {
  return text === '' ? '–' : text;
}

const VERDICT_COLUMNS: readonly DataColumn<JsonVerdict>[] = [
  {
    heading: 'result',
    cell: ({ findings, nothingToJudge }) =>
      findings.length === 0
        ? nothingToJudge === undefined
          ? 'passed'
          : `nothing to judge: ${nothingToJudge}`
        : element('span', { class: 'result findings' }, shownCount(findings.length, 'finding')),
  },
  { heading: 'what', cell: ({ group }) => group },
  { heading: 'name', cell: ({ name, target }) => (target === undefined ? name : `${target}: ${name}`) },
  { heading: 'contract', cell: ({ contract = '' }) => orDash(contract) },
];

/** Everything that was checked, with and without findings, to be opened; undefined in a report that does not list it. */
export function verdictsSection({ verdicts = [] }: JsonReport): HTMLElement | undefined {
  if (verdicts.length === 0) return undefined;
  // A rule without anything to judge has not passed.
  const judged = verdicts.filter(({ nothingToJudge }) => nothingToJudge === undefined);
  const passed = judged.filter(({ findings }) => findings.length === 0).length;
  const summary = `${formatNumber(passed)} of ${shownCount(judged.length, 'test')} passed: each document, and each rule about several`;
  return pageSection(
    'verdicts',
    'Everything that was checked',
    lateDetails(summary, () => dataTable('Everything that was checked', VERDICT_COLUMNS, verdicts)),
  );
}
