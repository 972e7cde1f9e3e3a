import type { Client } from '../../model/client';
import { isSecretName } from '../../live/secrets/secret-name';
import { asksForMicroversion } from '../../model/api-version-header';
import type { Document } from '../../model/document';
import type { Exchange } from '../../model/exchange';
import type { Fetched, FollowedLink, LiveExchange } from '../../model/live';
import type { Target } from '../../model/target';
import { looksLikeVersions, readVersions } from '../../model/versions-document';
import { objectEntries, selfLinkOf, textMember } from '../../model/versions-entry';
import { judgedBody, VERSIONS_STATUSES } from '../subjects/judged-body';
import { isCompute } from '../subjects/versions-sets';

/** Where links are followed from, and how. */
interface Following {
  readonly target: Target;
  readonly client: Client;
  /** The service type; undefined: told by the media types. */
  readonly service: string | undefined;
}

/** No service has as many versions: a longer list would keep a run busy for as long as it likes. */
const MOST_LINKS = 100;

/**
 * Follows each self link of the versions documents among these answers without a token, and those of the documents found there.
 * An answer that is there already is not asked for again. Links of `choices` repeat a path that does not exist. What leads to another host
 * is not followed: a service must not send whoever checks it round their own network; that it does is `live-links-host`'s to say.
 */
export async function followLinks(
  exchanges: readonly LiveExchange[],
  following: Following,
): Promise<Pick<Fetched, 'links' | 'unfollowed'>> {
  const unfollowed = new Set<string>();
  const planned = new Set<string>();
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
  return { links: onceWhereItFails([...first, ...second]), unfollowed: [...unfollowed] };

  function mayFollow({ url }: SelfLink): boolean {
    const isOwn = new URL(url).origin === new URL(following.target.url).origin;
    const follows = isOwn && (answers.has(url) || planned.has(url) || planned.size < MOST_LINKS);
    if (follows) planned.add(url);
    else unfollowed.add(url);
    return follows;
  }

  async function follow(link: SelfLink): Promise<FollowedLink> {
    const { url, ...rest } = link;
    const answer =
      answers.get(url) ??
      following.client.send({ method: 'GET', url, headers: [], token: false, origin: following.target.name });
    answers.set(url, answer);
    return { ...rest, compute, exchange: await answer };
  }
}

/** A URL that cannot be had is one fault, told at the first of the links to it, however many versions live there. */
function onceWhereItFails(links: readonly FollowedLink[]): readonly FollowedLink[] {
  const failed = new Set<string>();
  return links.filter(({ exchange }) => {
    if (judgedBody(exchange, VERSIONS_STATUSES) !== undefined) return true;
    const isFirst = !failed.has(exchange.request.url);
    failed.add(exchange.request.url);
    return isFirst;
  });
}

/** Whether a request asked for no microversion and brought no credentials, so that its answer is everybody's. */
function isPlain(headers: Exchange['request']['headers']): boolean {
  return !asksForMicroversion(headers) && !headers.some(([name]) => isSecretName(name));
}

interface SelfLink extends Pick<FollowedLink, 'document' | 'pointer' | 'id'> {
  readonly url: string;
}

/** A document and the URL that it came from: its name may say more than that. */
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
    // Clients join a relative link to the document's own URL, and an empty one leads to the document itself.
    if (link === undefined || !URL.canParse(link.href, base)) return [];
    const url = new URL(link.href, base);
    // It is not sent, and two links that differ in it alone lead to one answer.
    url.hash = '';
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return [];
    return [{ document, pointer: link.pointer, id: textMember(entry.value, 'id') ?? '', url: url.href }];
  });
}

function uniqueByName(pages: readonly Page[]): readonly Page[] {
  return [...new Map(pages.map((page) => [page.document.source.name, page])).values()];
}
