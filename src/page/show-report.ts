import { countsSection, notCheckedSection, verdictHeader } from './verdict-section';
import { element } from './elements/element';
import { findingsSection } from './findings/findings-section';
import { followKeys } from './follow-keys';
import { matrixSection } from './matrix/matrix-section';
import { findingEntries } from './findings/select-findings';
import { manifestsSection, targetsSection, verdictsSection, versionsSection } from './table-sections';
import type { JsonReport, StoppedReport } from '../reporters/json/json-report';
import { createViewStore } from './view/view-store';

/** Shows the report that the page has as data. */
function showReport(report: JsonReport | StoppedReport): void {
  const header = verdictHeader(report);
  const parts = 'error' in report ? [] : runParts(report);
  document.querySelector('#report')?.replaceChildren(header, ...parts);
}

/** What a run found, below its verdict. */
function runParts(report: JsonReport): readonly HTMLElement[] {
  const store = createViewStore();
  const findings = findingsSection(report, findingEntries(report.findings), store);
  const matrix = matrixSection(report, store);
  const sections = [
    findings.node,
    matrix?.node,
    manifestsSection(report),
    targetsSection(report),
    versionsSection(report),
    verdictsSection(report),
  ].filter((section) => section !== undefined);
  followKeys(store, findings);
  const print = (isPrinting: boolean) => {
    findings.print(isPrinting);
    matrix?.print(isPrinting);
  };
  const paper = matchMedia('print');
  paper.addEventListener('change', () => print(paper.matches));
  addEventListener('beforeprint', () => print(true));
  addEventListener('afterprint', () => print(false));
  const overview = element('div', { class: 'overview' }, countsSection(report), notCheckedSection(report));
  return [
    ...(sections.length > 1 ? [sectionLinks(sections)] : []),
    element('main', {}, overview, sections),
    keysFooter(report),
  ];
}

function sectionLinks(sections: readonly HTMLElement[]): HTMLElement {
  return element(
    'nav',
    { 'aria-label': 'Sections', class: 'sections' },
    sections.map((section) =>
      element('a', { href: `#${section.id}` }, section.querySelector('h2')?.textContent ?? section.id),
    ),
  );
}

function keysFooter({ matrix }: JsonReport): HTMLElement {
  return element(
    'footer',
    {},
    element(
      'p',
      { class: 'keys' },
      key(['j', 'k'], 'next and previous finding'),
      key(['Enter'], 'open or close it'),
      key(['/'], 'search'),
      key(['Esc'], 'close, then clear the filter'),
      matrix === undefined ? undefined : key(['↑', '↓', '←', '→'], 'move in the matrix'),
    ),
  );
}

function key(names: readonly string[], does: string): HTMLElement {
  return element(
    'span',
    {},
    names.map((name) => [element('kbd', {}, name), ' ']),
    does,
  );
}

/** The data of the page. Throws a SyntaxError where the file was cut or changed. */
function readReport(): JsonReport | StoppedReport {
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
