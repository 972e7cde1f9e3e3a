import { isRedirect } from '../model/live/exchange';
import type { Attempt } from './wire/attempt';
import { shownUrl } from './secrets/shown-url';

/** The last URL of a chain of redirects, and the outcome there. */
export interface Followed {
  readonly url: URL;
  readonly outcome: Attempt;
}

const MOST_REDIRECTS = 10;

/** Follows redirects within the same scheme, host and port. A redirect to anywhere else is returned as the response. */
export async function follow(start: URL, send: (url: URL) => Promise<Attempt>): Promise<Followed> {
  const seen = new Set<string>();
  for (let url = start; ;) {
    seen.add(url.href);
    const outcome = await send(url);
    const next = redirectOf(outcome, url);
    if (next === undefined) return { url, outcome };
    if (seen.has(next.href))
      return loop(start, `redirects in a circle: \`${shownUrl(next)}\` was already visited`);
    if (seen.size > MOST_REDIRECTS) {
      return loop(
        start,
        `redirects more than ${MOST_REDIRECTS} times, the last time to \`${shownUrl(next)}\``,
      );
    }
    url = next;
  }
}

function redirectOf(outcome: Attempt, url: URL): URL | undefined {
  if (outcome.kind === 'failed' || !isRedirect(outcome.status)) return undefined;
  const location = outcome.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  if (location === undefined || !URL.canParse(location, url.href)) return undefined;
  const next = new URL(location, url);
  // `Location` has no credentials: keep those of the request.
  next.username = url.username;
  next.password = url.password;
  next.hash = '';
  return next.origin === url.origin ? next : undefined;
}

function loop(url: URL, reason: string): Followed {
  const remedy = 'request the final URL instead, or omit `--follow`';
  return {
    url,
    outcome: {
      kind: 'failed',
      phase: 'body',
      failure: { kind: 'redirect-loop', reason: `${reason}: ${remedy}`, temporary: false },
    },
  };
}
