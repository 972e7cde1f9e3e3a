/** The fields that select findings. */
export const FILTER_FIELDS = [
  'text',
  'severity',
  'rule',
  'contract',
  'file',
  'target',
  'manifest',
  'min',
  'max',
] as const;

/** What a link to the page can hold: the filter, then the page of findings or the open one, and the coverage that rows of the matrix need. */
export const VIEW_FIELDS = [...FILTER_FIELDS, 'page', 'finding', 'coverage'] as const;

export type ViewField = (typeof VIEW_FIELDS)[number];

export type FilterField = (typeof FILTER_FIELDS)[number];

/** What the page shows, as text, so that any link can be read. An absent field selects everything. */
export type PageView = Readonly<Partial<Record<ViewField, string>>>;

/** A change that clears the filter. */
export const NO_FILTER: PageView = Object.fromEntries(FILTER_FIELDS.map((field) => [field, '']));

/** The view that the fragment of a URL describes; undefined for a fragment that is not a view but the id of an element. */
export function readFragment(fragment: string): PageView | undefined {
  const text = fragment.replace(/^#/, '');
  if (text !== '' && !text.includes('=')) return undefined;
  const given = new URLSearchParams(text);
  return viewOf(VIEW_FIELDS.map((field) => [field, given.get(field) ?? '']));
}

/** The fragment that `readFragment` reads as this view, with its `#`; empty for a view without fields. */
export function writeFragment(view: PageView): string {
  const given = new URLSearchParams();
  for (const field of VIEW_FIELDS) {
    const value = view[field] ?? '';
    if (value !== '') given.set(field, value);
  }
  // These are legal in a fragment, and a link with a path or a list is easier to read with them.
  const text = given.toString().replaceAll('%2F', '/').replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text === '' ? '' : `#${text}`;
}

/** A view with some fields changed; an empty value removes a field. A change of the filter closes the finding and returns to the first page. */
export function changeView(view: PageView, change: PageView): PageView {
  const isFilter = FILTER_FIELDS.some((field) => field in change);
  const leaves = isFilter || 'page' in change ? { page: '', finding: '' } : {};
  return viewOf(Object.entries({ ...view, ...leaves, ...change }));
}

const FIELD_WORDS: Readonly<Record<FilterField, string>> = {
  text: 'text',
  severity: 'severity',
  rule: 'rule',
  contract: 'contract',
  file: 'file',
  target: 'service',
  manifest: 'manifest',
  min: 'from microversion',
  max: 'up to microversion',
};

/** The filter of a view for a reader on paper: `text a b; severity error`; empty without one. */
export function filterWords(view: PageView): string {
  return FILTER_FIELDS.flatMap((field) => {
    const value = view[field];
    return value === undefined ? [] : [`${FIELD_WORDS[field]} ${value}`];
  }).join('; ');
}

/** Whether a view selects findings. */
export function hasFilter(view: PageView): boolean {
  return FILTER_FIELDS.some((field) => view[field] !== undefined);
}

function viewOf(entries: readonly (readonly [string, string])[]): PageView {
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}
