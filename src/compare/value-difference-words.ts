import { exactValueOf } from '../model/documents/document';
import { valueAt } from '../model/json/json-pointer';
import { jsonTypeOf } from '../model/json/json-value';
import type { Comparison } from '../model/live/live';
import { looksLikeVersions } from '../model/versions/versions-likeness';
import { quote } from '../wording/quote';
import { valueWord } from '../wording/value-word';
import type { Difference } from './differences';
import { jsonPathTo } from './json-path-to';
import { parseHomes, pathBelow } from './service-path';

/** The values of both documents, and which one is out of date or, if it is not obvious, what to do. */
export function valueDifferenceWords(comparison: Comparison, difference: Difference): string {
  const documented = valueAt(exactValueOf(comparison.sample), difference.sample);
  const answered = valueAt(exactValueOf(comparison.response), difference.response);
  const { drift } = difference;
  if (drift !== undefined) {
    const which = drift === 'newer' ? 'the sample is out of date' : 'the service is older than the sample';
    return `the service offers ${String(answered)}, but the sample documents ${String(documented)}: ${which}`;
  }
  const isTyped = jsonTypeOf(documented) !== jsonTypeOf(answered);
  const word = isTyped ? valueWord : quote;
  const remedy = isTyped ? undefined : remedyFor(comparison, difference, documented, answered);
  return `the service sends ${word(answered)}, but the sample documents ${word(documented)}${remedy === undefined ? '' : `: ${remedy}`}`;
}

function remedyFor(
  { sample, homes }: Comparison,
  difference: Difference,
  documented: unknown,
  answered: unknown,
): string | undefined {
  if (isBelow(homes.sample, documented)) {
    return isBelow([homes.response], answered)
      ? 'the paths differ (hosts are not compared)'
      : `links of the service must start with ${homes.response}`;
  }
  // The service links to itself, so the sample's host is the one that is not known.
  if (isUrl(documented) && isBelow([homes.response], answered))
    return `if both are the same service, add "base_url: ${new URL(documented).origin}" to the manifest`;
  return looksLikeVersions(sample.value)
    ? undefined
    : `if the value may vary, add ${jsonPathTo(sample.value, difference.sample)} to "ignore:"`;
}

function isUrl(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value);
}

function isBelow(homes: readonly string[], text: unknown): boolean {
  return typeof text === 'string' && parseHomes(homes).some((home) => pathBelow(home, text) !== undefined);
}
