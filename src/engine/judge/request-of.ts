import type { Fetched } from '../../model/live/live';
import type { Place } from '../../model/documents/place';
import { isResponseName } from '../../model/documents/source';
import type { SubjectLists } from '../../rules/rule';
import { nameOfExchange } from './exchange-name';

/**
 * Looks up the request that a response answers, by the name of the response: as the manifest writes it, else with the path below the base URL. Where
 * one run asks several services, it has the whole URL. Undefined for a file.
 */
export function createRequestOf(
  { exchange: exchanges }: Pick<SubjectLists, 'exchange'>,
  fetched: readonly Fetched[],
  blank: (name: string) => string,
): (file: string) => string | undefined {
  const named = new Map(
    exchanges
      .filter(({ claims }) => claims.length > 0)
      .map((exchange) => [nameOfExchange(exchange), exchange.name]),
  );
  const [first, ...others] = fetched;
  const base = first === undefined || others.length > 0 ? undefined : first.target.url.replace(/\/$/, '');
  return (file) => {
    if (!isResponseName(file)) return undefined;
    return named.get(file) ?? `GET ${blank(pathBelow(base, file))}`;
  };
}

/** The path below the base URL; the whole URL if it is not below. The name of a response may have a microversion after the URL. */
function pathBelow(base: string | undefined, file: string): string {
  const path = base !== undefined && file.startsWith(base) ? file.slice(base.length) : undefined;
  if (path === undefined || !/^(?:$|[/?# ])/.test(path)) return file;
  return path.startsWith('/') ? path : `/${path}`;
}

/**
 * Looks up where the manifest names the request that a response answers; for any other response in a run with a manifest, the manifest itself.
 * Undefined for a file, and without a manifest.
 */
export function createRequestPlaceOf(
  { exchange: exchanges }: Pick<SubjectLists, 'exchange'>,
  manifest: string | undefined,
): (file: string) => Place | undefined {
  const places = new Map(
    exchanges.flatMap((exchange) => {
      const [claim] = exchange.claims;
      return claim === undefined ? [] : [[nameOfExchange(exchange), claim.pattern.place] as const];
    }),
  );
  return (file) =>
    manifest === undefined || !isResponseName(file) ? undefined : (places.get(file) ?? { file: manifest });
}
