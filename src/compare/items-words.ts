import { childPointer, valueAt, type JsonPointer } from '../model/json/json-pointer';
import { isJsonArray } from '../model/json/json-value';
import type { Comparison } from '../model/live/live';
import { looksLikeVersions } from '../model/versions/versions-likeness';
import { count, shortList } from '../wording/list-words';
import { quote } from '../wording/quote';
import type { ListDifference } from './align-lists';
import { itemName } from './item-name';
import { listKindAt } from './item-identity';

/** How two arrays differ, and what to do if their items may vary. */
export function itemsWords(comparison: Comparison, list: ListDifference | undefined): string {
  if (list === undefined) return 'the service lists other items than the sample';
  // Nothing in a versions document varies between two requests.
  const advice = looksLikeVersions(comparison.sample.value)
    ? ''
    : ': if the items may vary, set `compare: shape` for this request';
  return differenceWords(comparison, list) + advice;
}

function differenceWords(comparison: Comparison, list: ListDifference): string {
  if (listKindAt(list.sample) !== 'other') return namedWords(comparison, list);
  const { sample, response, ignored } = comparison;
  const documented = comparedItems(sample.value, list.sample, ignored.sample);
  const listed = comparedItems(response.value, list.response, ignored.response);
  if (documented !== listed)
    return `the service lists ${count(listed, 'item')}, but the sample documents ${documented}`;
  return list.what === 'order'
    ? 'the service lists the items in another order than the sample'
    : `the service lists items with other values of ${quote(list.identity)} than the sample`;
}

/** `the service lists no version "v2.0", which the sample documents, but a version "v3.0", which the sample lacks`. */
function namedWords({ sample, response }: Comparison, { onlyIn }: ListDifference): string {
  const missing = onlyIn.sample.map((pointer) => itemName(sample.value, pointer));
  const added = onlyIn.response.map((pointer) => itemName(response.value, pointer));
  const parts = [
    ...(missing.length === 0 ? [] : [`no ${shortList(missing)}, which the sample documents`]),
    ...(added.length === 0 ? [] : [`${shortList(added)}, which the sample lacks`]),
  ];
  return `the service lists ${parts.join(', but ')}`;
}

function comparedItems(document: unknown, list: JsonPointer, ignored: ReadonlySet<JsonPointer>): number {
  const items = valueAt(document, list);
  return isJsonArray(items) ? items.filter((_, index) => !ignored.has(childPointer(list, index))).length : 0;
}
