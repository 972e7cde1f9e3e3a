import { shortHash } from '../model/project/change';
import type { JsonReport, StoppedReport } from '../reporters/json/json-report';
import { formatNumber } from '../reporters/format-number';
import { countNotChecked } from '../wording/count-not-checked';
import { element, type ElementContent } from './elements/element';
import { lateDetails } from './elements/late-details';
import { ROWS_PER_PAGE } from './elements/pager';
import { inlineCode } from './elements/rich-text';
import { shownCount } from './elements/shown-count';
import { verdictWords } from './verdict-words';

/** The top of the page: the verdict in one sentence, and what was counted. */
export function verdictHeader(report: JsonReport | StoppedReport): HTMLElement {
  const { outcome, sentence, details } = verdictWords(report);
  document.title = `${sentence} · Samplegate report`;
  return element(
    'header',
    { class: `verdict ${outcome}` },
    element('p', { class: 'about' }, aboutWords(report)),
    element('h1', {}, sentence),
    details === '' ? undefined : element('p', {}, inlineCode(details)),
  );
}

/** Who made the report, and of which folder. */
function aboutWords(report: JsonReport | StoppedReport): string {
  if ('error' in report) return 'Samplegate';
  const { tool, root } = report;
  return `${tool.name} ${tool.version}${root === '.' ? '' : ` · ${root}`}`;
}

/** What was checked, in numbers. */
export function countsSection({ summary, targets = [] }: JsonReport): HTMLElement {
  const { findings, contracts, facts = 0, samples, documents, rules, openApi } = summary;
  const counts: readonly (readonly [one: string, number: number, kind?: string])[] = [
    ['error', findings.error, 'error'],
    ['warning', findings.warning, 'warning'],
    ['info', findings.info, 'info'],
    ['service', targets.length],
    ['operation', openApi?.operations ?? 0],
    ['contract', contracts],
    ['sample', samples],
    ['fact', facts],
    // Samples are documents: only a run with others names both.
    ['document', documents === samples ? 0 : documents],
    ['rule', rules],
  ];
  return element(
    'section',
    { 'aria-labelledby': 'checked-heading', class: 'checked' },
    element('h2', { id: 'checked-heading' }, 'Checked'),
    element(
      'dl',
      { class: 'counts' },
      counts
        // Errors and warnings are worth a zero, what a run does not have is not.
        .filter(([, number, kind]) => number > 0 || kind === 'error' || kind === 'warning')
        .map(([one, number, kind]) =>
          element(
            'div',
            { class: number > 0 ? kind : undefined },
            element('dt', {}, number === 1 || one === 'info' ? one : `${one}s`),
            element('dd', {}, formatNumber(number)),
          ),
        ),
    ),
    baseNote(summary),
    listOf(summary.wrongOnPurpose, 'sample wrong on purpose', 'samples wrong on purpose'),
    listOf(
      [...(summary.alsoRequested ?? []), ...targets.flatMap(({ alsoRequested = [] }) => alsoRequested)],
      'URL requested for its microversions',
      'URLs requested for their microversions',
    ),
  );
}

/** What the samples were compared with, and which differences were declared to be right; otherwise they would be findings. */
function baseNote({ base }: JsonReport['summary']): ElementContent {
  if (base === undefined) return undefined;
  const { commit, why, allowed } = base;
  return [
    element(
      'p',
      {},
      'Compared with ',
      element('code', { title: commit }, shortHash(commit)),
      ', ',
      inlineCode(why),
      '.',
    ),
    listOf(
      allowed.map(
        ({ ruleId, subject, reason, author, ...by }) =>
          `${ruleId} ${subject}: ${reason} (${author}, ${by.commit})`,
      ),
      'declared break',
    ),
  ];
}

/** A list below its count, to be opened; nothing for none. */
function listOf(
  items: readonly string[] | undefined,
  one: string,
  several?: string,
): HTMLElement | undefined {
  return items === undefined || items.length === 0
    ? undefined
    : lateDetails(shownCount(items.length, one, several), () => itemList(items));
}

/** What was not checked, each kind with its items. */
export function notCheckedSection({ summary, findings }: JsonReport): HTMLElement {
  const kinds = summary.notChecked.filter(({ items }) => items.length > 0);
  return element(
    'section',
    { 'aria-labelledby': 'not-checked-heading', class: 'not-checked' },
    element('h2', { id: 'not-checked-heading' }, 'Not checked'),
    kinds.length === 0
      ? // What could not be judged is a finding.
        element(
          'p',
          {},
          `Nothing was left out${findings.length === 0 ? '' : ', except what findings report'}.`,
        )
      : kinds.map((kind) => lateDetails(countNotChecked(kind), () => itemList(kind.items))),
  );
}

function itemList(items: readonly string[]): HTMLElement {
  const list = element('ul', { class: 'items' });
  const more = element('button', { type: 'button' });
  const add = () => {
    const from = list.childElementCount;
    list.append(...items.slice(from, from + ROWS_PER_PAGE).map((item) => element('li', {}, item)));
    const left = items.length - list.childElementCount;
    more.textContent = `Show ${Math.min(left, ROWS_PER_PAGE)} of ${shownCount(left, 'more item')}`;
    more.hidden = left === 0;
  };
  more.addEventListener('click', add);
  add();
  return element('div', {}, list, more);
}
