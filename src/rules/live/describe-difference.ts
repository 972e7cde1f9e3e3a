import { lastToken, valueAt } from '../../model/json/json-pointer';
import type { Comparison } from '../../model/live/live';
import type { Token } from '../../model/documents/place';
import { placeIn } from '../place-in';
import { quotedFrom } from '../quoted-from';
import type { Report } from '../rule';
import { quote } from '../../wording/quote';
import type { Difference } from '../../compare/differences';
import { itemName } from '../../compare/item-name';
import { itemsWords } from '../../compare/items-words';
import { jsonPathTo } from '../../compare/json-path-to';
import { oddItemWords } from '../../compare/shape-words';
import { valueDifferenceWords } from '../../compare/value-difference-words';

/** Reports a difference at its place in the sample, with its place in the response as related. */
export function describeDifference(comparison: Comparison, difference: Difference): Report {
  const { of, side } = difference;
  const present: Token = of === 'key' ? 'key' : 'value';
  const related = placeIn(
    comparison.response,
    difference.response,
    side === 'sample' || of === 'items' ? 'opening' : present,
  );
  return {
    at: placeIn(
      comparison.sample,
      difference.sample,
      side === 'response' || of === 'items' ? 'opening' : present,
    ),
    message: `${comparison.request === undefined ? '' : `for ${comparison.request}, `}${messageFor(comparison, difference)}`,
    ...(of === 'key' && side === 'response' ? { missing: lastToken(difference.response) } : {}),
    quotes: quotedFrom(comparison.sample.source.name, ...documentedIn(comparison, difference)),
    related: [{ at: related, message: responseWords(difference) }],
  };
}

/** What a message about a difference quotes from the sample. */
function documentedIn({ sample }: Comparison, difference: Difference): readonly unknown[] {
  const { of, side } = difference;
  const value = valueAt(sample.value, difference.sample);
  switch (of) {
    case 'value':
      return [value, jsonPathTo(sample.value, difference.sample)];
    case 'key':
      return side === 'sample' ? [lastToken(difference.sample)] : [];
    case 'item':
      return side === 'sample' ? [value] : [];
    case 'items':
      return (difference.list?.onlyIn.sample ?? []).map((pointer) => valueAt(sample.value, pointer));
    case 'item-shape':
      return [];
  }
}

function messageFor(comparison: Comparison, difference: Difference): string {
  const { sample, response } = comparison;
  const { of, side } = difference;
  switch (of) {
    case 'value':
      return valueDifferenceWords(comparison, difference);
    case 'key':
      return side === 'sample'
        ? `the service omits the property ${quote(lastToken(difference.sample))}, which the sample documents`
        : `the service sends the property ${quote(lastToken(difference.response))}, which the sample lacks`;
    case 'item':
      return side === 'sample'
        ? `the service lists no ${itemName(sample.value, difference.sample)}, which the sample documents`
        : `the service lists a ${itemName(response.value, difference.response)}, which the sample lacks`;
    case 'items':
      return itemsWords(comparison, difference.list);
    case 'item-shape':
      return `the service ${oddItemWords(
        valueAt(response.value, difference.response),
        valueAt(sample.value, difference.sample),
      )}`;
  }
}

/** What the related place in the response shows. */
function responseWords({ of, side }: Difference): string {
  switch (of) {
    case 'value':
      return "the service's value";
    case 'key':
      return side === 'sample' ? "the service's object" : "the service's property";
    case 'items':
      return "the service's array";
    case 'item':
    case 'item-shape':
      return side === 'sample' ? "the service's array" : "the service's item";
  }
}
