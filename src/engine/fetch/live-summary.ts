import type { LiveSummary } from '../../model/findings/check-result';
import type { Exchange } from '../../model/live/exchange';
import { exchangesOf, type Fetched } from '../../model/live/live';
import {
  compareMicroversions,
  formatMicroversion,
  type Microversion,
} from '../../model/versions/microversion';
import { readVersions } from '../../model/versions/versions-document';
import { looksLikeVersions } from '../../model/versions/versions-likeness';
import { newestOf, objectEntries, oldestOf } from '../../model/versions/versions-entry';

/** Summarises what services answered. Where several versions have ranges, the range with the newest microversion counts. */
export function liveSummary(fetched: readonly Fetched[]): LiveSummary {
  // A link may lead to a URL that was already requested; each answer is counted once.
  const all = [...new Set(fetched.flatMap(exchangesOf))];
  const [range] = all.flatMap(rangesIn).toSorted((a, b) => compareMicroversions(b.newest, a.newest));
  return {
    requests: all.length,
    answered: all.filter(({ kind }) => kind === 'answered').length,
    ...(range === undefined ? {} : { newest: formatMicroversion(range.newest) }),
    ...(range?.oldest === undefined ? {} : { oldest: formatMicroversion(range.oldest) }),
  };
}

function rangesIn(
  exchange: Exchange,
): readonly { readonly oldest?: Microversion; readonly newest: Microversion }[] {
  // Other resources may have a `version` property with another meaning.
  if (exchange.kind === 'failed' || !looksLikeVersions(exchange.answer.body.value)) return [];
  return objectEntries(readVersions(exchange.answer.body.value)).flatMap((entry) => {
    const [oldest, newest] = [oldestOf(entry)?.microversion, newestOf(entry)?.microversion];
    return newest === undefined ? [] : [{ newest, ...(oldest === undefined ? {} : { oldest }) }];
  });
}
