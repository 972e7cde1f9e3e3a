import type { Client } from '../../model/client';
import type { Exchange } from '../../model/exchange';
import type { LiveExchange } from '../../model/live';
import { withSlash, type Target } from '../../model/target';
import { isServed } from '../../rules/live/asked';
import { versionsUrlsAbove } from './discovery-urls';
import { isOfferKnown } from './offer-of';
import { offeredVersions } from './offered-versions';

/** The service whose documents are requested. */
interface LookUpPlan {
  readonly target: Target;
  readonly client: Client;
  /** The URL to send a request to, for a URL without user name and password. */
  readonly addressOf: (url: string) => string;
}

/**
 * Requests what may state the microversions of these endpoints, where no answer so far does: the list of versions, then the document of
 * the version. Each URL is requested once. Returns the answers.
 */
export async function lookUpVersions(
  endpoints: readonly LiveExchange[],
  answers: readonly Exchange[],
  { target, client, addressOf }: LookUpPlan,
): Promise<readonly Exchange[]> {
  const lookedUp: Exchange[] = [];
  for (const { exchange, token } of endpoints.filter(isServedWith)) {
    for (const url of versionsUrlsAbove(exchange.request.url, target.url)) {
      const all = [...answers, ...lookedUp];
      if (isOfferKnown(exchange, offeredVersions(all))) break;
      if (all.some((earlier) => answersFor(earlier, url))) continue;
      const request = { method: 'GET', url: addressOf(url), headers: [], token, origin: target.name };
      lookedUp.push(await client.send(request));
    }
  }
  return lookedUp;
}

function isServedWith({ exchange }: LiveExchange): boolean {
  return exchange.kind === 'answered' && isServed(exchange);
}

/** Whether an earlier answer is the one that a request would get: from the same URL, or a document from that with the other slash. */
function answersFor(earlier: Exchange, url: string): boolean {
  if (earlier.request.url === url) return true;
  const isDocument = earlier.kind === 'answered' && isServed(earlier);
  return isDocument && withSlash(earlier.request.url) === withSlash(url);
}
