import { element } from '../elements/element';
import type { MatrixCell, MatrixLayout, MatrixLine } from './lay-out-matrix';
import { cellText, cellWords } from './matrix-words';

/** The matrix as a grid that scrolls. Only the rows in sight are in the document. */
interface MatrixGrid {
  readonly node: HTMLElement;
  readonly show: (lines: readonly MatrixLine[]) => void;
  readonly print: (isPrinting: boolean) => void;
}

/** In pixels; the style sheet has the same height. */
const ROW_HEIGHT = 30;

/** Rows above and below what is in sight, so that scrolling shows no gaps. */
const SPARE_ROWS = 10;

/** Rows on paper. */
const MOST_PRINTED_ROWS = 200;

/** Where the focus is: a row, and a cell in it, where -1 is the name of the contract. */
interface GridPlace {
  readonly row: number;
  readonly cell: number;
}

/** A grid of this layout, without lines yet. It calls `choose` for a cell, or for a contract where there is no cell. */
export function createMatrixGrid(
  { columns, hasUnchanging, lines: all }: MatrixLayout,
  choose: (line: MatrixLine, cell: MatrixCell | undefined) => void,
): MatrixGrid {
  let lines: readonly MatrixLine[] = [];
  let focused: GridPlace = { row: 0, cell: -1 };
  let isOnPaper = false;

  const stays = (column: number) => hasUnchanging && column === 0;
  const head = element(
    'div',
    { role: 'row', class: 'row head', 'aria-rowindex': '1' },
    element('div', { role: 'columnheader', class: 'name' }, 'contract'),
    columns.map((column, index) =>
      element('div', { role: 'columnheader', class: stays(index) ? 'all' : undefined }, column),
    ),
  );
  const body = element('div', { class: 'body', role: 'rowgroup' });
  const node = element(
    'div',
    {
      role: 'grid',
      class: hasUnchanging ? 'matrix has-all' : 'matrix',
      'aria-label': 'Contracts and microversions',
      'aria-colcount': String(columns.length + 1),
    },
    element('div', { role: 'rowgroup', class: 'top' }, head),
    body,
  );
  node.style.setProperty('--columns', String(columns.length));
  node.style.setProperty('--longest', String(longestText(all)));

  const rowNode = (line: MatrixLine, row: number): HTMLElement => {
    const made = element(
      'div',
      {
        role: 'row',
        class: line.cells.some(({ column }) => stays(column)) ? 'row' : 'row ranged',
        'aria-rowindex': String(row + 2),
      },
      place('rowheader', 'name', line.contract, line.contract, { row, cell: -1 }),
      line.cells.map((cell, index) => {
        const words = cellWords(line.contract, cell);
        const kind = stays(cell.column) ? `${cell.coverage} all` : cell.coverage;
        const placed = place('gridcell', kind, cellText(cell), words, { row, cell: index });
        placed.setAttribute('aria-colindex', String(cell.column + 2));
        placed.setAttribute('aria-colspan', String(cell.span));
        placed.style.setProperty('grid-column', `${cell.column + 2} / span ${cell.span}`);
        return placed;
      }),
    );
    made.style.setProperty('top', `${row * ROW_HEIGHT}px`);
    return made;
  };

  const place = (role: string, kind: string, text: string, words: string, at: GridPlace): HTMLElement => {
    const isFocused = at.row === focused.row && at.cell === focused.cell;
    return element(
      'div',
      {
        role,
        class: kind,
        title: words,
        'aria-label': words,
        tabindex: isFocused ? '0' : '-1',
        'data-row': String(at.row),
        'data-cell': String(at.cell),
      },
      element('span', { 'aria-hidden': text === words ? undefined : 'true' }, text),
    );
  };

  const draw = () => {
    const first = isOnPaper ? 0 : Math.max(0, Math.floor(node.scrollTop / ROW_HEIGHT) - SPARE_ROWS);
    const inSight = Math.ceil(node.clientHeight / ROW_HEIGHT) + 2 * SPARE_ROWS;
    const number = isOnPaper ? MOST_PRINTED_ROWS : Math.min(inSight, MOST_PRINTED_ROWS);
    const hadFocus = body.contains(document.activeElement);
    body.replaceChildren(
      ...lines.slice(first, first + number).map((line, index) => rowNode(line, first + index)),
    );
    if (hadFocus) nodeAt(focused)?.focus({ preventScroll: true });
  };
  const nodeAt = ({ row, cell }: GridPlace) =>
    body.querySelector<HTMLElement>(`[data-row="${row}"][data-cell="${cell}"]`);

  const moveTo = (row: number, cell: number) => {
    const line = lines[row];
    if (line === undefined) return;
    focused = { row, cell: Math.max(-1, Math.min(cell, line.cells.length - 1)) };
    const top = row * ROW_HEIGHT;
    const height = node.clientHeight - 2 * ROW_HEIGHT;
    if (top < node.scrollTop) node.scrollTop = top;
    else if (top > node.scrollTop + height) node.scrollTop = top - height;
    draw();
    const made = nodeAt(focused);
    made?.focus({ preventScroll: true });
    made?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  /** The cell of another row above or below the focused one. */
  const below = (step: number) => {
    const row = Math.max(0, Math.min(focused.row + step, lines.length - 1));
    const column = lines[focused.row]?.cells[focused.cell]?.column;
    const cells = lines[row]?.cells ?? [];
    const same = cells.findIndex((cell) => column !== undefined && cell.column + cell.span > column);
    moveTo(row, column === undefined ? -1 : same === -1 ? cells.length - 1 : same);
  };
  const KEYS: Readonly<Record<string, () => void>> = {
    ArrowRight: () => moveTo(focused.row, focused.cell + 1),
    ArrowLeft: () => moveTo(focused.row, focused.cell - 1),
    ArrowDown: () => below(1),
    ArrowUp: () => below(-1),
    PageDown: () => below(10),
    PageUp: () => below(-10),
    Home: () => moveTo(focused.row, -1),
    End: () => moveTo(focused.row, Number.POSITIVE_INFINITY),
    Enter: () => chooseAt(focused),
    ' ': () => chooseAt(focused),
  };
  const chooseAt = ({ row, cell }: GridPlace) => {
    const line = lines[row];
    if (line !== undefined) choose(line, line.cells[cell]);
  };

  node.addEventListener('keydown', (event) => {
    const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
  node.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    if (target === null) return;
    focused = { row: Number(target.dataset['row']), cell: Number(target.dataset['cell']) };
    chooseAt(focused);
  });
  node.addEventListener('scroll', () => draw(), { passive: true });
  new ResizeObserver(() => draw()).observe(node);

  return {
    node,
    show: (selected) => {
      if (selected === lines) return;
      lines = selected;
      focused = { row: 0, cell: -1 };
      node.setAttribute('aria-rowcount', String(lines.length + 1));
      body.style.setProperty('height', `${lines.length * ROW_HEIGHT}px`);
      node.scrollTop = 0;
      draw();
    },
    print: (isPrinting) => {
      isOnPaper = isPrinting;
      draw();
    },
  };
}

/** How many characters a column must have room for. */
function longestText(lines: readonly MatrixLine[]): number {
  let longest = 0;
  for (const { cells } of lines)
    for (const cell of cells) longest = Math.max(longest, Math.ceil(cellText(cell).length / cell.span));
  return longest;
}
