import type { NotChecked } from '../model/findings/check-result';
import { countNotChecked } from '../wording/count-not-checked';
import type { Paint } from './pretty/paint';
import { visibleText } from './visible-text';

/** The counts, to follow the summary: ` (not checked: 3 live requests; --verbose lists them)`; empty if everything was checked. */
export function notCheckedNote(left: readonly NotChecked[], verbose: boolean): string {
  const counts = left.filter(({ items }) => items.length > 0).map(countNotChecked);
  return counts.length === 0
    ? ''
    : ` (not checked: ${counts.join(', ')}${verbose ? '' : '; --verbose lists them'})`;
}

/** The items, each kind below its count, as `--verbose` lists them; empty if everything was checked. */
export function notCheckedList(left: readonly NotChecked[], painter: Paint): string {
  const lines = left
    .filter(({ items }) => items.length > 0)
    .flatMap((kind) => [`  ${countNotChecked(kind)}`, ...kind.items.map((item) => `    ${item}`)]);
  return lines.length === 0 ? '' : [painter('heading', 'not checked'), ...lines.map(visibleText)].join('\n');
}

/** A list of the requests that were only sent to find out the microversions; empty without such requests. */
export function requestedList(urls: readonly string[] = [], painter: Paint): string {
  return urls.length === 0
    ? ''
    : [
        painter('heading', 'also requested, to find the microversions'),
        ...urls.map((url) => `  ${visibleText(url)}`),
      ].join('\n');
}
