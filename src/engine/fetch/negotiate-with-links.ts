import type { FollowedLink, LiveExchange, Negotiation } from '../../model/live/live';
import { VERSIONS_STATUSES } from '../subjects/judged-body';
import { negotiateAll, type Negotiated, type NegotiationPlan } from './negotiate-all';
import { listsVersions, rangeOf } from './negotiation-endpoint';

/**
 * Negotiates with the endpoints of these requests and, if the plan says that all are checked, with those that self links lead to. If none
 * of them is that of a version with microversions, there is one negotiation without requests, so that the summary can say so.
 */
export async function negotiateWithLinks(
  exchanges: readonly LiveExchange[],
  links: readonly FollowedLink[],
  plan: NegotiationPlan,
): Promise<Negotiated> {
  if (plan.negotiate !== true) return negotiateAll(exchanges, plan);
  const all = [...exchanges, ...links.map(requestOf)];
  const { negotiations, lookedUp } = await negotiateAll(all, plan);
  return { negotiations: negotiations.length > 0 ? negotiations : withoutMicroversions(all), lookedUp };
}

/** The request that followed a link: without a manifest, and without credentials. */
function requestOf({ exchange }: FollowedLink): LiveExchange {
  const { pathname } = new URL(exchange.request.url);
  return {
    name: `GET ${pathname}`,
    exchange,
    statuses: VERSIONS_STATUSES,
    claims: [],
    negotiates: false,
    token: false,
  };
}

/** The negotiation where no endpoint has microversions: only the plain answer with the first versions document that lists some, else with the first. */
function withoutMicroversions(exchanges: readonly LiveExchange[]): readonly Negotiation[] {
  const lists = exchanges.map(({ exchange }) => exchange).filter(listsVersions);
  const exchange = lists.find((list) => rangeOf(list) !== undefined) ?? lists[0];
  if (exchange === undefined) return [];
  return [{ kind: 'versioned', url: exchange.request.url, asked: [{ asks: 'no-header', exchange }] }];
}
