import { asksForMicroversion } from '../../model/api-version-header';
import type { Exchange } from '../../model/exchange';
import { groupBy } from '../../model/group-by';
import type { LiveExchange, Negotiation } from '../../model/live';
import type { LiveCheck } from './connect';
import { askEveryWay } from './ask-every-way';
import { endpointKindOf, rangeOf, serviceOf } from './negotiation-endpoint';

/** Where to negotiate, and what is known of the service. */
export interface NegotiationPlan extends Pick<LiveCheck, 'target' | 'address' | 'client' | 'negotiate'> {
  /** The service type; undefined: told by the answers. */
  readonly service: string | undefined;
  readonly legacyHeader: string | undefined;
}

/**
 * Negotiates with the endpoints that the manifest names and, where the plan says so, with every one that tells of microversions.
 * Where there is one, the list of versions is asked too: it must not care.
 */
export async function negotiateAll(
  exchanges: readonly LiveExchange[],
  plan: NegotiationPlan,
): Promise<readonly Negotiation[]> {
  const plain = await plainOf(exchanges, plan);
  const versioned = plain.filter(
    ({ exchange, negotiates }) =>
      negotiates ||
      (plan.negotiate === true &&
        endpointKindOf(exchange) === 'versioned' &&
        rangeOf(exchange) !== undefined),
  );
  const [service] = versioned.flatMap(({ exchange }) => serviceOf(exchange, plan.service) ?? []);
  if (versioned.length === 0) return [];
  const roots = plain.filter(
    (root) =>
      !versioned.includes(root) &&
      rangeOf(root.exchange) !== undefined &&
      endpointKindOf(root.exchange) === 'root',
  );
  return Promise.all([
    ...versioned.map((endpoint) => ask(endpoint, 'versioned')),
    ...roots.map((endpoint) => ask(endpoint, 'root')),
  ]);

  function ask({ exchange, token }: LiveExchange, kind: Negotiation['kind']): Promise<Negotiation> {
    const range = rangeOf(exchange);
    const ofThis = serviceOf(exchange, plan.service) ?? service;
    return askEveryWay(
      {
        kind,
        url: addressOf(exchange.request.url, plan),
        origin: plan.target.name,
        token,
        plain: exchange,
        ...(ofThis === undefined ? {} : { service: ofThis }),
        ...(plan.legacyHeader === undefined ? {} : { legacyHeader: plan.legacyHeader }),
        ...(range === undefined ? {} : { range }),
      },
      plan.client,
    );
  }
}

/** The URL to send to, where the one that may be shown lacks the user information of the target. */
function addressOf(url: string, { target, address }: Pick<LiveCheck, 'target' | 'address'>): string {
  return url.startsWith(target.url) ? address + url.slice(target.url.length) : url;
}

/** Each URL as it was asked with GET and for no microversion; where it negotiates and was asked otherwise alone, it is asked so now. */
async function plainOf(
  exchanges: readonly LiveExchange[],
  plan: NegotiationPlan,
): Promise<readonly LiveExchange[]> {
  const byUrl = [...groupBy(exchanges, ({ exchange }) => exchange.request.url)];
  const plain = await Promise.all(
    byUrl.map(async ([url, ofUrl]): Promise<LiveExchange | undefined> => {
      const there = ofUrl.find(({ exchange }) => isPlain(exchange));
      const wanted = ofUrl.find(({ negotiates }) => negotiates);
      if (there !== undefined) return { ...there, negotiates: wanted !== undefined };
      if (wanted === undefined) return undefined;
      const exchange = await plan.client.send({
        method: 'GET',
        url: addressOf(url, plan),
        headers: [],
        token: wanted.token,
        origin: plan.target.name,
      });
      return { ...wanted, exchange };
    }),
  );
  return plain.flatMap((exchange) => exchange ?? []);
}

function isPlain({ request: { method, headers } }: Exchange): boolean {
  return method === 'GET' && !asksForMicroversion(headers);
}
