/** A URL in two parts: its origin, normalised, and the rest as written. */
interface SplitUrl {
  readonly origin: string;
  readonly rest: string;
}

/** The base URL of a service, parsed: origin and path, without a slash at the end. */
export type Home = SplitUrl;

/** Parses URLs that end in `/` as homes, the longest path first, because one may be below another. Ignores invalid URLs. */
export function parseHomes(urls: readonly string[]): readonly Home[] {
  return urls
    .flatMap((url) => splitUrl(url) ?? [])
    .map(({ origin, rest }) => ({ origin, rest: rest.replace(/\/+$/, '') }))
    .toSorted((a, b) => b.rest.length - a.rest.length);
}

/** The rest of a URL after its home: `/v2.1/`; undefined if the text is not a URL below the home. */
export function pathBelow(home: Home, text: string): string | undefined {
  const url = splitUrl(text);
  return url?.origin === home.origin ? restBelow(home, url) : undefined;
}

/** The same for a URL with any scheme, host and port. */
export function pathBelowOnAnyHost(home: Home, text: string): string | undefined {
  const url = splitUrl(text);
  return url === undefined ? undefined : restBelow(home, url);
}

function restBelow(home: Home, { rest }: SplitUrl): string | undefined {
  if (!rest.startsWith(home.rest)) return undefined;
  const below = rest.slice(home.rest.length);
  return /^(?:[/?#]|$)/.test(below) ? below : undefined;
}

/** Limited to 300 characters, longer than any host name, so that matching a text of megabytes is fast. */
const AUTHORITY = /^https?:\/\/[^/?#@\\\s]{1,300}(?=[/?#]|$)/i;

function splitUrl(text: string): SplitUrl | undefined {
  const [authority] = AUTHORITY.exec(text) ?? [];
  if (authority === undefined) return undefined;
  const origin = originOf(authority);
  return origin === undefined ? undefined : { origin, rest: text.slice(authority.length) };
}

interface KnownOrigin {
  readonly authority: string;
  readonly origin: string | undefined;
}

/**
 * Nearly all links of a document have the same scheme, host and port, and parsing a URL takes longer than all else here. Two are kept, because a sample
 * and a response are read in turn.
 */
let [last, before]: [KnownOrigin, KnownOrigin] = [
  { authority: '', origin: undefined },
  { authority: '', origin: undefined },
];

function originOf(authority: string): string | undefined {
  if (last.authority !== authority)
    [last, before] = [
      before.authority === authority
        ? before
        : { authority, origin: URL.canParse(authority) ? new URL(authority).origin : undefined },
      last,
    ];
  return last.origin;
}
