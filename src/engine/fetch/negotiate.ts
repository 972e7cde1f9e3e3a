import type { Client } from '../../model/live/client';
import type { Negotiation } from '../../model/live/live';
import type { NegotiationEndpoint } from './negotiation-endpoint';
import { negotiationRequests } from './negotiation-requests';

/** Sends every negotiation request to an endpoint. All at once: the client limits how many requests run at a time. */
export async function negotiate(endpoint: NegotiationEndpoint, client: Client): Promise<Negotiation> {
  const { kind, service, legacyHeader, range, rangeSource, statedAt, plain } = endpoint;
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
    ...(rangeSource === undefined ? {} : { rangeSource }),
    ...(statedAt === undefined ? {} : { statedAt }),
    asked: [{ asks: 'no-header', exchange: plain }, ...asked],
  };
}
