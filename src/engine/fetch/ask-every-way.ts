import type { Client } from '../../model/client';
import type { Negotiation } from '../../model/live';
import type { NegotiationEndpoint } from './negotiation-endpoint';
import { negotiationRequests } from './negotiation-requests';

/** Asks an endpoint in every way there is; all at once, as the client bounds how many requests are under way. */
export async function askEveryWay(endpoint: NegotiationEndpoint, client: Client): Promise<Negotiation> {
  const { kind, service, legacyHeader, range, plain } = endpoint;
  const asked = await Promise.all(
    negotiationRequests(endpoint).map(async ({ asks, request }) => ({
      asks,
      exchange: await client.send(request),
    })),
  );
  return {
    kind,
    url: plain.request.url,
    ...(service === undefined ? {} : { service }),
    ...(legacyHeader === undefined ? {} : { legacyHeader }),
    ...(range === undefined ? {} : { range }),
    asked: [{ asks: 'no-header', exchange: plain }, ...asked],
  };
}
