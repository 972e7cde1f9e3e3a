/** The part of a URL that names a server, in one spelling, and what follows it, as it is spelt. */
interface SplitUrl {
  readonly origin: string;
  readonly rest: string;
}

/** Where links are a service's own, read once: server and path, without the slash at its end. */
export type Home = SplitUrl;

/** URLs that end in `/` as homes, the longest path first: one may lie below another. What is no URL is none. */
export function parseHomes(urls: readonly string[]): readonly Home[] {
  return urls
    .flatMap((url) => splitUrl(url) ?? [])
    .map(({ origin, rest }) => ({ origin, rest: rest.replace(/\/+$/, '') }))
    .toSorted((a, b) => b.rest.length - a.rest.length);
}

/** What follows the home in a URL below it: `/v2.1/`; undefined where the text is no URL, or one of something else. */
export function pathBelow(home: Home, text: string): string | undefined {
  const url = splitUrl(text);
  return url?.origin === home.origin ? restBelow(home, url) : undefined;
}

/** The same, whatever scheme, host and port the URL has. */
export function pathBelowOnAnyHost(home: Home, text: string): string | undefined {
  const url = splitUrl(text);
  return url === undefined ? undefined : restBelow(home, url);
}

function restBelow(home: Home, { rest }: SplitUrl): string | undefined {
  if (!rest.startsWith(home.rest)) return undefined;
  const below = rest.slice(home.rest.length);
  return /^(?:[/?#]|$)/.test(below) ? below : undefined;
}

/** No host name is longer; a text of megabytes is none. */
const AUTHORITY = /^https?:\/\/[^/?#@\\\s]{1,300}(?=[/?#]|$)/i;

function splitUrl(text: string): SplitUrl | undefined {
  const [authority] = AUTHORITY.exec(text) ?? [];
  return authority === undefined || !URL.canParse(authority)
    ? undefined
    : { origin: new URL(authority).origin, rest: text.slice(authority.length) };
}
