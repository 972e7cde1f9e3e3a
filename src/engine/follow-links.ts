import type { Client } from '../live/client';
import { isSecretName } from '../live/secret-name';
import type { Document } from '../model/document';
import type { Exchange } from '../model/exchange';
import type { FollowedLink, LiveExchange } from '../model/live';
import type { Target } from '../model/target';
import { looksLikeVersions, readVersions } from '../model/versions-document';
import { objectEntries, selfLinkOf, textMember } from '../model/versions-entry';
import { judgedBody, VERSIONS_STATUSES } from './judged-body';
import { isCompute } from './versions-sets';

/** Where links are followed from, and how. */
interface Following {
  readonly target: Target;
  readonly client: Client;
  /** The service type; undefined: told by the media types. */
  readonly service: string | undefined;
}

/**
 * Follows each self link of the versions documents among these answers without a token, and those of the documents found there.
 * An answer that is there already is not asked for again. Links of `choices` repeat a path that does not exist.
 */
export async function followLinks(
  exchanges: readonly LiveExchange[],
  following: Following,
): Promise<readonly FollowedLink[]> {
  const answers = new Map<string, Promise<Exchange>>(
    exchanges
      .filter(({ exchange: { request } }) => request.method === 'GET' && isPlain(request.headers))
      .map(({ exchange }) => [exchange.request.url, Promise.resolve(exchange)]),
  );
  const pages = exchanges.flatMap(({ exchange, statuses }) => pageOf(exchange, statuses));
  const documents = pages.map(({ document }) => document);
  const compute = isCompute(documents, following.service);
  const first = await Promise.all(pages.flatMap(linksOf).map(follow));
  const found = new Set(documents.map(({ source }) => source.name));
  const further = first
    .flatMap(({ exchange }) => pageOf(exchange, VERSIONS_STATUSES))
    .filter(({ document }) => !found.has(document.source.name));
  const second = await Promise.all(uniqueByName(further).flatMap(linksOf).map(follow));
  return onceWhereItFails([...first, ...second]);

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
  return headers.every(([name]) => !/-api-version$/i.test(name) && !isSecretName(name));
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
