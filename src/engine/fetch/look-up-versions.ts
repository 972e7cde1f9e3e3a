import type { Client } from '../../model/live/client';
import type { Exchange } from '../../model/live/exchange';
import type { LiveExchange } from '../../model/live/live';
import { withSlash, type Target } from '../../model/live/target';
import { hasDocument } from '../../rules/live/asked';
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
  const known = [...offeredVersions(answers)];
  for (const { exchange, token } of endpoints) {
    if (!hasDocument(exchange)) continue;
    for (const url of versionsUrlsAbove(exchange.request.url, target.url)) {
      if (isOfferKnown(exchange, known)) break;
      if ([...answers, ...lookedUp].some((earlier) => answersFor(earlier, url))) continue;
      const request = { method: 'GET', url: addressOf(url), headers: [], token, origin: target.name };
      const answer = await client.send(request);
      lookedUp.push(answer);
      known.push(...offeredVersions([answer]));
    }
  }
  return lookedUp;
}

/** Whether an earlier answer is the one that a request would get: from the same URL, or a document from that with the other slash. */
function answersFor(earlier: Exchange, url: string): boolean {
  if (earlier.request.url === url) return true;
  return hasDocument(earlier) && withSlash(earlier.request.url) === withSlash(url);
}
