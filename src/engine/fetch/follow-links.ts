import { textMember } from '../../model/json/json-value';
import type { Client } from '../../model/live/client';
import { isSecretName } from '../../live/secrets/secret-name';
import { asksForMicroversion } from '../../model/live/api-version-header';
import type { Document } from '../../model/documents/document';
import type { Exchange } from '../../model/live/exchange';
import type { Fetched, FollowedLink, LiveExchange } from '../../model/live/live';
import type { Target } from '../../model/live/target';
import { readVersions } from '../../model/versions/versions-document';
import { looksLikeVersions } from '../../model/versions/versions-likeness';
import { objectEntries, selfLinkOf, selfLinkTarget } from '../../model/versions/versions-entry';
import { judgedBody, VERSIONS_STATUSES } from '../subjects/judged-body';
import { isCompute } from '../subjects/versions-sets';

/** The service whose links are followed, and how. */
interface Following {
  readonly target: Target;
  readonly client: Client;
  /** The service type; undefined: read from the media types. */
  readonly service: string | undefined;
}

/** More than any service has. Without a limit, a service could keep a run busy for as long as it likes. */
const MOST_LINKS = 100;

/**
 * Follows each self link in the versions documents among these answers, and each self link in the documents found there. Requests are sent
 * without a token, and a URL that already has an answer is not requested again. Links of `choices` are not followed: they repeat a path
 * that does not exist. Links to another host are not followed either: a service must not be able to make its checker send requests around
 * the checker's own network. The rule `live-links-host` reports such links.
 */
export async function followLinks(
  exchanges: readonly LiveExchange[],
  following: Following,
): Promise<Pick<Fetched, 'links' | 'unfollowed'>> {
  const unfollowed = new Set<string>();
  const planned = new Set<string>();
  const { origin } = new URL(following.target.url);
  const answers = new Map<string, Promise<Exchange>>(
    exchanges
      .filter(({ exchange: { request } }) => request.method === 'GET' && isPlain(request.headers))
      .map(({ exchange }) => [exchange.request.url, Promise.resolve(exchange)]),
  );
  const pages = exchanges.flatMap(({ exchange, statuses }) => pageOf(exchange, statuses));
  const documents = pages.map(({ document }) => document);
  const compute = isCompute(documents, following.service);
  const first = await Promise.all(pages.flatMap(linksOf).filter(mayFollow).map(follow));
  const found = new Set(documents.map(({ source }) => source.name));
  const further = first
    .flatMap(({ exchange }) => pageOf(exchange, VERSIONS_STATUSES))
    .filter(({ document }) => !found.has(document.source.name));
  const second = await Promise.all(uniqueByName(further).flatMap(linksOf).filter(mayFollow).map(follow));
  return { links: withoutRepeatedFailures([...first, ...second]), unfollowed: [...unfollowed] };

  function mayFollow({ url, origin: asked }: SelfLink): boolean {
    const follows = asked === origin && (answers.has(url) || planned.has(url) || planned.size < MOST_LINKS);
    if (follows) planned.add(url);
    else unfollowed.add(url);
    return follows;
  }

  async function follow(link: SelfLink): Promise<FollowedLink> {
    const { url, origin: _, ...rest } = link;
    const earlier = answers.get(url);
    const answer =
      earlier ??
      following.client.send({ method: 'GET', url, headers: [], token: false, origin: following.target.name });
    answers.set(url, answer);
    return { ...rest, compute, sent: earlier === undefined, exchange: await answer };
  }
}

/** A URL that cannot be fetched is one fault: only the first link to it is kept, even when several versions share the URL. */
function withoutRepeatedFailures(links: readonly FollowedLink[]): readonly FollowedLink[] {
  const failed = new Set<string>();
  return links.filter(({ exchange }) => {
    if (judgedBody(exchange, VERSIONS_STATUSES) !== undefined) return true;
    const isFirst = !failed.has(exchange.request.url);
    failed.add(exchange.request.url);
    return isFirst;
  });
}

/** Whether a request asked for no microversion and sent no credentials: its answer is the one that any client gets. */
function isPlain(headers: Exchange['request']['headers']): boolean {
  return !asksForMicroversion(headers) && !headers.some(([name]) => isSecretName(name));
}

interface SelfLink extends Pick<FollowedLink, 'document' | 'pointer' | 'id'> {
  readonly url: string;
  readonly origin: string;
}

/** A document and the URL that it came from. The document's name may contain more than the URL. */
interface Page {
  readonly document: Document;
  readonly url: string;
}

function pageOf(exchange: Exchange, statuses: readonly number[]): readonly Page[] {
  const document = judgedBody(exchange, statuses);
  return document === undefined ? [] : [{ document, url: exchange.request.url }];
}

function linksOf({ document, url: base }: Page): readonly SelfLink[] {
  const view = looksLikeVersions(document.value) ? readVersions(document.value) : undefined;
  if (view === undefined || view.shape === 'choices') return [];
  return objectEntries(view).flatMap((entry) => {
    const link = selfLinkOf(entry);
    const url = link === undefined ? undefined : selfLinkTarget(link, base);
    if (link === undefined || url === undefined) return [];
    // The fragment is not sent, so two links that differ only in it lead to one answer.
    if (url.href.includes('#')) url.hash = '';
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return [];
    const id = textMember(entry.value, 'id') ?? '';
    return [{ document, pointer: link.pointer, id, url: url.href, origin: url.origin }];
  });
}

function uniqueByName(pages: readonly Page[]): readonly Page[] {
  return [...new Map(pages.map((page) => [page.document.source.name, page])).values()];
}
