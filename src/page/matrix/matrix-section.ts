import type { JsonReport } from '../../reporters/json/json-report';
import { formatNumber } from '../../reporters/format-number';
import { element } from '../elements/element';
import { pageSection } from '../elements/page-section';
import { shownCount } from '../elements/shown-count';
import { layOutMatrix, type MatrixCell, type MatrixLine } from './lay-out-matrix';
import { createMatrixGrid } from './matrix-grid';
import { COVERAGE_LOOKS, COVERAGES } from './matrix-words';
import type { ViewStore } from '../view/view-store';

/** The matrix with what keys and printers do to it. */
export interface MatrixSection {
  readonly node: HTMLElement;
  readonly print: (isPrinting: boolean) => void;
}

/** Contracts × microversions; undefined for a run that has no contracts. */
export function matrixSection(report: JsonReport, store: ViewStore): MatrixSection | undefined {
  const { matrix, summary } = report;
  if (matrix === undefined && summary.contracts === 0) return undefined;
  const section = pageSection('matrix', 'Contracts and microversions');
  if (matrix === undefined) {
    section.append(element('p', {}, whyNoMatrix(report)));
    return { node: section, print: () => {} };
  }
  const layout = layOutMatrix(matrix);
  const { lines } = layout;
  const show = ({ contract }: MatrixLine, cell: MatrixCell | undefined) => {
    store.reset({
      contract,
      ...(cell?.min === undefined ? {} : { min: cell.min }),
      ...(cell?.max === undefined ? {} : { max: cell.max }),
    });
    const findings = document.querySelector<HTMLElement>('#findings');
    findings?.scrollIntoView();
    findings?.focus({ preventScroll: true });
  };
  const grid = createMatrixGrid(layout, show);
  const status = element('p', { role: 'status', class: 'status' });
  const legend = coverageLegend(lines, store);
  store.follow(
    ({ coverage }) => {
      const selected =
        coverage === undefined
          ? lines
          : lines.filter(({ cells }) => cells.some((cell) => cell.coverage === coverage));
      status.textContent =
        coverage === undefined
          ? `${shownCount(lines.length, 'contract')}. Click a cell, or press Enter in it, to see its findings.`
          : `${formatNumber(selected.length)} of ${shownCount(lines.length, 'contract')}.`;
      grid.show(selected);
      legend.show(coverage);
    },
    ['coverage'],
  );
  // Its cells would be those of many services.
  const note =
    report.fleet === undefined
      ? ''
      : element('p', {}, 'The matrix is about the samples. What services responded is in the findings.');
  section.append(note, legend.node, status, grid.node);
  return { node: section, print: grid.print };
}

/** Buttons that explain the colours, count the cells, and select rows. */
function coverageLegend(lines: readonly MatrixLine[], store: ViewStore) {
  const cells = lines.flatMap((line) => line.cells);
  const buttons = COVERAGES.map((coverage) => {
    const { sign, name, meaning } = COVERAGE_LOOKS[coverage];
    const number = cells.filter((cell) => cell.coverage === coverage).length;
    const button = element(
      'button',
      {
        type: 'button',
        class: `legend ${coverage}`,
        'aria-pressed': 'false',
        disabled: number === 0,
        title: meaning,
      },
      element('span', { 'aria-hidden': 'true', class: 'sign' }, sign),
      ` ${name} `,
      element('span', { class: 'count' }, formatNumber(number)),
    );
    button.addEventListener('click', () =>
      store.change({ coverage: store.view().coverage === coverage ? '' : coverage }),
    );
    return { coverage, button };
  });
  return {
    node: element(
      'div',
      { class: 'legends', role: 'group', 'aria-label': 'Show only contracts with' },
      buttons.map(({ button }) => button),
    ),
    show: (chosen: string | undefined) => {
      for (const { coverage, button } of buttons)
        button.setAttribute('aria-pressed', String(coverage === chosen));
    },
  };
}

function whyNoMatrix({ summary, verdicts }: JsonReport): string {
  if (summary.part !== undefined)
    return 'Only a part of the project was checked: the matrix needs a run over all of it.';
  return verdicts === undefined || verdicts.length === 0
    ? 'This report has no verdicts, so there is no matrix: create the report, or the JSON report that this page was made from, with --verbose.'
    : 'The matrix needs a run over the whole of one manifest, with its samples and without PATHs.';
}
