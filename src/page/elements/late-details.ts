import { element } from './element';

/** A line that opens what is below it, which is only created then: it may be thousands of rows. */
export function lateDetails(summary: string, create: () => HTMLElement): HTMLDetailsElement {
  const details = element('details', {}, element('summary', {}, summary));
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) details.append(create());
  });
  return details;
}
