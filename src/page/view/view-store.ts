import {
  changeView,
  readFragment,
  VIEW_FIELDS,
  writeFragment,
  type PageView,
  type ViewField,
} from './page-view';

/** The view of the page, which the fragment of its address always describes. */
export interface ViewStore {
  readonly view: () => PageView;
  /** Changes some fields. A `step` can be undone with the browser's back button; typing is not one. */
  readonly change: (change: PageView, how?: 'step' | 'typing') => void;
  /** Forgets all fields but these. */
  readonly reset: (view: PageView) => void;
  /** Calls a listener after each change of one of these fields, and once now. */
  readonly follow: (listener: (view: PageView) => void, fields?: readonly ViewField[]) => void;
}

/** The view of a page, read from its address. */
export function createViewStore(): ViewStore {
  const listeners: ((view: PageView) => void)[] = [];
  let current = readFragment(location.hash) ?? {};
  const show = (view: PageView) => {
    current = view;
    for (const listener of listeners) listener(view);
  };
  const go = (view: PageView, how: 'step' | 'typing') => {
    const fragment = writeFragment(view);
    if (fragment === writeFragment(current)) return;
    const address = `${location.pathname}${location.search}${fragment}`;
    if (how === 'step') history.pushState(undefined, '', address);
    else history.replaceState(undefined, '', address);
    show(view);
  };
  // Back, forward, and an address that was typed.
  const read = () => {
    const view = readFragment(location.hash);
    if (view !== undefined && writeFragment(view) !== writeFragment(current)) show(view);
  };
  addEventListener('popstate', read);
  addEventListener('hashchange', read);
  return {
    view: () => current,
    change: (change, how = 'step') => go(changeView(current, change), how),
    reset: (view) => go(view, 'step'),
    follow: (listener, fields = VIEW_FIELDS) => {
      let seen = '';
      const look = (view: PageView) => {
        const values = JSON.stringify(fields.map((field) => view[field]));
        if (values === seen) return;
        seen = values;
        listener(view);
      };
      listeners.push(look);
      look(current);
    },
  };
}
