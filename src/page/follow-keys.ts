import { TEXT_FIELD } from './findings/filter-form';
import type { FindingsSection } from './findings/findings-section';
import { NO_FILTER } from './view/page-view';
import type { ViewStore } from './view/view-store';

/** Lets the keyboard move through the findings, wherever the focus is outside of a field. */
export function followKeys(store: ViewStore, { move }: Pick<FindingsSection, 'move'>): void {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const { target } = event;
    const isTyping = target instanceof HTMLInputElement && target.type !== 'checkbox';
    if (event.key === 'Escape') {
      leave(store);
      if (isTyping) target.blur();
    } else if (isTyping || target instanceof HTMLSelectElement) return;
    else if (event.key === 'j') move(1);
    else if (event.key === 'k') move(-1);
    else if (event.key === '/') document.querySelector<HTMLElement>(`#${TEXT_FIELD}`)?.focus();
    else return;
    event.preventDefault();
  });
}

/** Closes the open finding; without one, clears the filter. */
function leave(store: ViewStore): void {
  store.change(store.view().finding === undefined ? NO_FILTER : { finding: '' });
}
