import { groupBy } from '../../model/group-by';
import type { LiveExchange } from '../../model/live/live';
import { withSlash } from '../../model/live/target';
import { hasDocument } from '../../rules/live/asked';

/**
 * Endpoints that differ only in the slash at the end of their URL are one, which is asked with both: the one that is served stays. Resources
 * with and without the slash may be two.
 */
export function withoutTwins(
  endpoints: readonly LiveExchange[],
  isResource: (endpoint: LiveExchange) => boolean,
): readonly LiveExchange[] {
  const groups = groupBy(endpoints, (endpoint) => {
    const url = new URL(endpoint.exchange.request.url);
    return isResource(endpoint) ? url.href : url.origin + withSlash(url.pathname) + url.search;
  });
  return [...groups.values()].flatMap((twins) => {
    const kept = twins.find(({ exchange }) => hasDocument(exchange)) ?? twins[0];
    return kept === undefined ? [] : [{ ...kept, negotiates: twins.some(({ negotiates }) => negotiates) }];
  });
}
