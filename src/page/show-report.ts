import { countsSection, notCheckedSection, verdictHeader } from './verdict-section';
import { element } from './elements/element';
import { findingsSection } from './findings/findings-section';
import { followKeys } from './follow-keys';
import { matrixSection } from './matrix/matrix-section';
import { findingEntries } from './findings/select-findings';
import { manifestsSection, targetsSection, verdictsSection, versionsSection } from './table-sections';
import type { ReportData } from './report-data';
import { createViewStore } from './view/view-store';

/** Shows the report that the page has as data. */
function showReport(report: ReportData): void {
  const store = createViewStore();
  const findings = findingsSection(report, findingEntries(report.findings), store);
  const matrix = matrixSection(report, store);
  const isStopped = report.error !== undefined;
  const main = element(
    'main',
    {},
    element('div', { class: 'overview' }, countsSection(report), notCheckedSection(report)),
    isStopped ? undefined : findings.node,
    matrix?.node,
    manifestsSection(report),
    targetsSection(report),
    versionsSection(report),
    verdictsSection(report),
  );
  document
    .querySelector('#report')
    ?.replaceChildren(verdictHeader(report), sectionLinks(main), main, keysFooter());
  followKeys(store, findings);
  const paper = matchMedia('print');
  const print = (isPrinting: boolean) => {
    findings.print(isPrinting);
    matrix?.print(isPrinting);
  };
  paper.addEventListener('change', () => print(paper.matches));
  addEventListener('beforeprint', () => print(true));
  addEventListener('afterprint', () => print(false));
}

/** Links to the sections, if there are several. */
function sectionLinks(main: HTMLElement): HTMLElement {
  const sections = main.querySelectorAll<HTMLElement>(':scope > section[id]');
  return element(
    'nav',
    { 'aria-label': 'Sections', class: 'sections' },
    Array.from(sections, (section) =>
      element('a', { href: `#${section.id}` }, section.querySelector('h2')?.textContent ?? section.id),
    ),
  );
}

function keysFooter(): HTMLElement {
  return element(
    'footer',
    {},
    element(
      'p',
      { class: 'keys' },
      element('kbd', {}, 'j'),
      ' ',
      key('k', 'next and previous finding'),
      key('Enter', 'open or close it'),
      key('/', 'search'),
      key('Esc', 'close, then clear the filter'),
      key('↑ ↓ ← →', 'move in the matrix'),
    ),
  );
}

function key(name: string, does: string): HTMLElement {
  return element('span', {}, element('kbd', {}, name), ` ${does}`);
}

/** The data of the page. Throws a SyntaxError where the file was cut or changed. */
function readReport(): ReportData {
  return JSON.parse(document.querySelector('#data')?.textContent ?? '');
}

try {
  showReport(readReport());
} catch (error) {
  document
    .querySelector('#report')
    ?.replaceChildren(
      element(
        'p',
        { class: 'notice', role: 'alert' },
        `The data of this page cannot be shown: ${String(error)}. The file may be incomplete.`,
      ),
    );
}
