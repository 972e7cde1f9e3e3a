import { element, type ElementContent } from './element';

/** A part of the page with a heading, to which links lead. */
export function pageSection(id: string, name: string, ...content: readonly ElementContent[]): HTMLElement {
  return element(
    'section',
    { id, 'aria-labelledby': `${id}-heading`, tabindex: '-1' },
    element('h2', { id: `${id}-heading` }, name),
    content,
  );
}
