import { asksForMicroversion } from '../../model/live/api-version-header';
import { isAbsentAt } from '../../model/contracts/contract';
import type { Exchange } from '../../model/live/exchange';
import { groupBy } from '../../model/group-by';
import type { Fetched, LiveExchange, Negotiation, NegotiationCase } from '../../model/live/live';
import { withSlash } from '../../model/live/target';
import type { LiveCheck } from './connect';
import { lookUpVersions } from './look-up-versions';
import { negotiate } from './negotiate';
import { endpointKindOf, olderHeaderIn, rangeOf, serviceOf } from './negotiation-endpoint';
import { isEndpointOfVersion, isResource, offerAbove, offerOf } from './offer-of';
import { offeredVersions } from './offered-versions';
import { withoutTwins } from './without-twins';

/** The service to negotiate with, and what is known about it. */
export interface NegotiationPlan extends Pick<LiveCheck, 'target' | 'address' | 'client' | 'negotiate'> {
  /** The service type; undefined: read from the answers. */
  readonly service: string | undefined;
  readonly legacyHeader: string | undefined;
}

/** What came of negotiating with a service. */
export type Negotiated = Pick<Fetched, 'negotiations' | 'lookedUp'>;

/**
 * Negotiates with the endpoints that the manifest names and, if the plan says so, with every endpoint of a version with microversions. They
 * are stated in its document, in its headers or in the list of versions. A resource below a version has the microversions of that version.
 * Where no answer states them, the list and the document of the version are requested. If there is such an endpoint, the list of
 * versions among the answers gets the requests too: it must ignore the header.
 */
export async function negotiateAll(
  exchanges: readonly LiveExchange[],
  plan: NegotiationPlan,
): Promise<Negotiated> {
  if (plan.negotiate !== true && !exchanges.some(({ negotiates }) => negotiates)) return NOTHING;
  const allPlain = await plainOf(exchanges, plan);
  const answers = [...new Set([...exchanges, ...allPlain].map(({ exchange }) => exchange))];
  const known = offeredVersions(answers);
  const plain = withoutTwins(allPlain, (endpoint) => isResource(endpoint, known));
  const wanted = plain.filter(
    ({ exchange, negotiates }) =>
      negotiates || (plan.negotiate === true && isEndpointOfVersion(exchange, known)),
  );
  const lookedUp = await lookUpVersions(wanted, answers, {
    ...plan,
    addressOf: (url) => addressOf(url, plan),
  });
  const versions = [...known, ...offeredVersions(lookedUp)];
  const versioned = wanted.filter(
    ({ exchange, negotiates }) => negotiates || offerOf(exchange, versions) !== undefined,
  );
  const [service] = versioned.flatMap(({ exchange }) => serviceOf(exchange, plan.service) ?? []);
  if (versioned.length === 0) return { negotiations: [], lookedUp };
  const roots = plain.filter(
    (root) =>
      !wanted.includes(root) &&
      rangeOf(root.exchange) !== undefined &&
      endpointKindOf(root.exchange) === 'root',
  );
  const negotiations = await Promise.all([
    ...versioned.map((endpoint) => negotiateWith(endpoint, 'versioned')),
    ...roots.map((endpoint) => negotiateWith(endpoint, 'root')),
  ]);
  return { negotiations, lookedUp };

  function negotiateWith(
    { exchange, token, claims }: LiveExchange,
    kind: Negotiation['kind'],
  ): Promise<Negotiation> {
    const offer = offerOf(exchange, versions) ?? offerAbove(exchange, versions);
    const range = offer?.range;
    const ownService = serviceOf(exchange, plan.service) ?? service;
    const legacyHeader = plan.legacyHeader ?? olderHeaderIn(exchange, ownService);
    return negotiate(
      {
        kind,
        url: addressOf(exchange.request.url, plan),
        origin: plan.target.name,
        token,
        plain: exchange,
        ...(ownService === undefined ? {} : { service: ownService }),
        ...(legacyHeader === undefined ? {} : { legacyHeader }),
        ...offer,
        omitted: new Set([
          ...(isResource({ exchange }, versions) ? RESOURCE_OMITS : []),
          ...(claims.some(({ contract }) => isAbsentAt(contract, range?.newest)) ? NEWEST_CASES : []),
        ]),
      },
      plan.client,
    );
  }
}

const NOTHING: Negotiated = { negotiations: [], lookedUp: [] };

/** Only versions are offered with and without the slash at the end. */
const RESOURCE_OMITS: readonly NegotiationCase[] = ['other-slash'];
/** The requests that an operation rejects if it no longer exists at the newest microversion. */
const NEWEST_CASES: readonly NegotiationCase[] = [
  'newest',
  'latest',
  'above-newest',
  'two-values',
  'legacy-newest',
  'legacy-above-newest',
];

/** The URL to send requests to: `url` is the one that may be shown, without the target's user name and password. */
function addressOf(url: string, { address }: Pick<LiveCheck, 'address'>): string {
  const [base, own] = [new URL(address), new URL(url)];
  const isBelow = own.origin === base.origin && withSlash(own.pathname).startsWith(withSlash(base.pathname));
  if (!isBelow) return url;
  own.username = base.username;
  own.password = base.password;
  return own.href;
}

/**
 * The plain exchange of each URL: a GET that asks for no microversion. Where an endpoint negotiates but has no such exchange yet, the plain
 * request is sent now.
 */
async function plainOf(
  exchanges: readonly LiveExchange[],
  plan: NegotiationPlan,
): Promise<readonly LiveExchange[]> {
  const byUrl = [...groupBy(exchanges, ({ exchange }) => exchange.request.url)];
  const plain = await Promise.all(
    byUrl.map(async ([url, ofUrl]): Promise<LiveExchange | undefined> => {
      const existing = ofUrl.find(({ exchange }) => isPlain(exchange));
      const negotiating = ofUrl.find(({ negotiates }) => negotiates);
      if (existing !== undefined) return { ...existing, negotiates: negotiating !== undefined };
      if (negotiating === undefined) return undefined;
      const exchange = await plan.client.send({
        method: 'GET',
        url: addressOf(url, plan),
        headers: [],
        token: negotiating.token,
        origin: plan.target.name,
      });
      return { ...negotiating, exchange };
    }),
  );
  return plain.flatMap((exchange) => exchange ?? []);
}

function isPlain({ request: { method, headers } }: Exchange): boolean {
  return method === 'GET' && !asksForMicroversion(headers);
}
