import type { Attempt } from './wire/attempt';
import { shownUrl } from './secrets/shown-url';

/** Where a request ended, and what came of it. */
export interface Followed {
  readonly url: URL;
  readonly outcome: Attempt;
}

const MOST_REDIRECTS = 10;

/** Follows redirects within the same scheme, host and port; one that leads elsewhere is the answer itself. */
export async function follow(start: URL, send: (url: URL) => Promise<Attempt>): Promise<Followed> {
  const seen = new Set<string>();
  for (let url = start; ;) {
    seen.add(url.href);
    const outcome = await send(url);
    const next = redirectOf(outcome, url);
    if (next === undefined) return { url, outcome };
    if (seen.has(next.href))
      return loop(start, `redirects in a circle: \`${shownUrl(next)}\` leads to itself again`);
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
  if (outcome.kind === 'failed' || ![301, 302, 303, 307, 308].includes(outcome.status)) return undefined;
  const location = outcome.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  if (location === undefined || !URL.canParse(location, url.href)) return undefined;
  const next = new URL(location, url);
  // It tells where to go, not who we are.
  next.username = url.username;
  next.password = url.password;
  next.hash = '';
  return next.origin === url.origin ? next : undefined;
}

function loop(url: URL, reason: string): Followed {
  const remedy = 'ask for the URL that it should lead to, or leave `--follow` out';
  return {
    url,
    outcome: {
      kind: 'failed',
      phase: 'body',
      failure: { kind: 'redirect-loop', reason: `${reason}: ${remedy}`, passing: false },
    },
  };
}
