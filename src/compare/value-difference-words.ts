import { valueAt } from '../model/json-pointer';
import { jsonTypeOf } from '../model/json-value';
import type { Comparison } from '../model/live';
import { looksLikeVersions } from '../model/versions-document';
import { quote } from '../wording/quote';
import { valueWord } from '../wording/value-word';
import type { Difference } from './differences';
import { jsonPathTo } from './json-path-to';
import { parseHomes, pathBelow } from './service-path';

/** What each of the two says, and which way the drift goes or what to do where that is not plain. */
export function valueDifferenceWords(comparison: Comparison, difference: Difference): string {
  const documented = valueAt(comparison.sample.value, difference.sample);
  const answered = valueAt(comparison.response.value, difference.response);
  const { drift } = difference;
  if (drift !== undefined) {
    const which = drift === 'newer' ? 'the sample is stale' : 'the service is older than the sample';
    return `the service offers ${String(answered)}, the sample documents ${String(documented)}: ${which}`;
  }
  const isTyped = jsonTypeOf(documented) !== jsonTypeOf(answered);
  const word = isTyped ? valueWord : quote;
  const remedy = isTyped ? undefined : remedyFor(comparison, difference, documented, answered);
  return `the service answers ${word(answered)}, the sample documents ${word(documented)}${remedy === undefined ? '' : `: ${remedy}`}`;
}

function remedyFor(
  { sample, homes }: Comparison,
  difference: Difference,
  documented: unknown,
  answered: unknown,
): string | undefined {
  if (isBelow(homes.sample, documented)) {
    return isBelow([homes.response], answered)
      ? 'hosts aside, the paths differ'
      : `the links of the service are below ${homes.response}`;
  }
  // The link is the service's, so it is the sample's host that is not known for it.
  if (isUrl(documented) && isBelow([homes.response], answered))
    return `if both are the same, name the URL that samples have for the service, "base_url: ${new URL(documented).origin}"`;
  return looksLikeVersions(sample.value)
    ? undefined
    : `where it may change, add ${jsonPathTo(sample.value, difference.sample)} to "ignore:"`;
}

function isUrl(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value);
}

function isBelow(homes: readonly string[], text: unknown): boolean {
  return typeof text === 'string' && parseHomes(homes).some((home) => pathBelow(home, text) !== undefined);
}
