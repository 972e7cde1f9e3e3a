import { contractsNamed, rulesOf, type Finding } from '../../model/findings/finding';
import { SEVERITIES } from '../../model/severity';
import { formatNumber } from '../../reporters/format-number';
import { element } from '../elements/element';
import { FILTER_FIELDS, hasFilter, NO_FILTER, type FilterField, type PageView } from '../view/page-view';
import { filterChoices, type FindingEntry } from './select-findings';
import type { ViewStore } from '../view/view-store';

/** The id of the field for text, which a key focuses. */
export const TEXT_FIELD = 'filter-text';

/** A part of the form that shows a view. */
interface FormPart {
  readonly node: HTMLElement;
  readonly show: (view: PageView) => void;
}

/** The form that selects findings. */
export function filterForm(entries: readonly FindingEntry[], store: ViewStore): HTMLElement {
  const parts = [
    textPart('text', 'Text', 'message, path, pointer, rule …', TEXT_FIELD, store),
    severityPart(entries, store),
    choicePart(entries, store, 'rule', 'Rule', rulesOf),
    choicePart(entries, store, 'contract', 'Contract', contractsNamed),
    choicePart(entries, store, 'target', 'Service', ({ target }) => (target === undefined ? [] : [target])),
    choicePart(entries, store, 'manifest', 'Manifest', ({ manifest }) =>
      manifest === undefined ? [] : [manifest],
    ),
    filePart(entries, store),
    rangePart(store),
    clearPart(store),
  ].filter((part) => part !== undefined);
  const form = element(
    'form',
    { role: 'search', 'aria-label': 'Filter findings', class: 'filter' },
    parts.map(({ node }) => node),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  store.follow((view) => {
    for (const { show } of parts) show(view);
  }, FILTER_FIELDS);
  return form;
}

function labelled(name: string, field: HTMLElement, kind: string): HTMLElement {
  return element('label', { class: kind }, element('span', {}, name), field);
}

function textPart(
  field: FilterField,
  name: string,
  placeholder: string,
  id: string,
  store: ViewStore,
  list?: string,
): FormPart {
  const input = element('input', {
    type: 'search',
    id,
    placeholder,
    list,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  input.addEventListener('input', () => store.change({ [field]: input.value.trim() }, 'typing'));
  return {
    node: labelled(name, input, `wide ${field}`),
    show: (view) => {
      const value = view[field] ?? '';
      // What is being typed may end in a space.
      if (input.value.trim() !== value) input.value = value;
    },
  };
}

function severityPart(entries: readonly FindingEntry[], store: ViewStore): FormPart {
  const boxes = SEVERITIES.map((severity) => {
    const input = element('input', { type: 'checkbox', value: severity });
    const number = element('span', { class: 'count' });
    const label = element('label', { class: `chip ${severity}` }, input, severity, ' ', number);
    return { severity, input, number, label };
  });
  const choicesIn = filterChoices(entries, 'severity', ({ severity }) => [severity]);
  for (const { input } of boxes)
    input.addEventListener('change', () => {
      const chosen = boxes.filter((box) => box.input.checked).map(({ severity }) => severity);
      store.change({ severity: chosen.join(',') });
    });
  return {
    node: element(
      'div',
      { role: 'group', 'aria-label': 'Severity', class: 'severities' },
      element('span', { class: 'title' }, 'Severity'),
      boxes.map(({ label }) => label),
    ),
    show: (view) => {
      const chosen = (view.severity ?? '').split(',');
      const choices = choicesIn(view);
      for (const { severity, input, number } of boxes) {
        input.checked = chosen.includes(severity);
        number.textContent = formatNumber(choices.find(({ value }) => value === severity)?.count ?? 0);
      }
    },
  };
}

/** A list to choose one value from; undefined if the findings have none. */
function choicePart(
  entries: readonly FindingEntry[],
  store: ViewStore,
  field: FilterField,
  name: string,
  valuesOf: (finding: Finding) => readonly string[],
): FormPart | undefined {
  if (!entries.some(({ finding }) => valuesOf(finding).length > 0)) return undefined;
  const choicesIn = filterChoices(entries, field, valuesOf);
  const select = element('select');
  select.addEventListener('change', () => store.change({ [field]: select.value }));
  return {
    node: labelled(name, select, field),
    show: (view) => {
      const chosen = view[field] ?? '';
      const choices = choicesIn(view);
      // A link may name a value that this report does not have.
      const unknown =
        chosen === '' || choices.some(({ value }) => value === chosen) ? [] : [{ value: chosen, count: 0 }];
      select.replaceChildren(
        element('option', { value: '' }, `all ${formatNumber(choices.length)}`),
        ...[...unknown, ...choices].map(({ value, count }) =>
          element('option', { value }, `${value} (${formatNumber(count)})`),
        ),
      );
      select.value = chosen;
    },
  };
}

/** Suggestions for a field of text; more would make typing slow. */
const MOST_SUGGESTIONS = 500;

function filePart(entries: readonly FindingEntry[], store: ViewStore): FormPart {
  const files = [...new Set(entries.map(({ finding }) => finding.file))].slice(0, MOST_SUGGESTIONS);
  const list = element(
    'datalist',
    { id: 'filter-files' },
    files.map((file) => element('option', { value: file })),
  );
  const { node, show } = textPart('file', 'File', 'part of a path or URL', 'filter-file', store, list.id);
  node.append(list);
  return { node, show };
}

/** The microversions that a cell of the matrix selects. */
function rangePart(store: ViewStore): FormPart {
  const button = element('button', { type: 'button', class: 'range' });
  button.addEventListener('click', () => store.change({ min: '', max: '' }));
  return {
    node: button,
    show: ({ min, max }) => {
      button.hidden = min === undefined && max === undefined;
      const range =
        max === undefined
          ? `${min ?? ''} and later`
          : min === undefined
            ? `up to ${max}`
            : `${min} to ${max}`;
      button.replaceChildren(...element('span', {}, `recorded at ${range} ×`).childNodes);
      button.setAttribute('aria-label', `Show every microversion, not only ${range}`);
    },
  };
}

function clearPart(store: ViewStore): FormPart {
  const button = element('button', { type: 'button', class: 'clear' }, 'Clear the filter');
  button.addEventListener('click', () => store.change(NO_FILTER));
  return {
    node: button,
    show: (view) => {
      button.disabled = !hasFilter(view);
    },
  };
}
