import { headerServiceType } from '../../model/live/api-version-header';
import type { Exchange } from '../../model/live/exchange';
import type { Negotiation } from '../../model/live/live';
import { compareMicroversions, parseMicroversion } from '../../model/versions/microversion';
import { readVersions } from '../../model/versions/versions-document';
import {
  objectEntries,
  offeredBy,
  selfLinkOf,
  selfLinkTarget,
  type ObjectEntry,
} from '../../model/versions/versions-entry';
import { looksLikeVersions } from '../../model/versions/versions-likeness';

/** The microversions that an endpoint offers, both ends included. */
export type OfferedRange = NonNullable<Negotiation['range']>;

/** A version of the service, as one of its documents lists it. */
export interface OfferedVersion {
  /**
   * The path of its self link, without the slash at the end: `/compute/v2.1`. Hosts may differ, which `live-links-host` reports. A document
   * of one version is also at the URL where it was found.
   */
  readonly path: string;
  /** Undefined: it has no microversions. */
  readonly range?: OfferedRange;
  /** The URL of the document. */
  readonly statedAt: string;
}

/** The versions in the documents among these answers. */
export function offeredVersions(exchanges: readonly Exchange[]): readonly OfferedVersion[] {
  return exchanges.flatMap((exchange) => {
    if (exchange.kind === 'failed' || !looksLikeVersions(exchange.answer.body.value)) return [];
    const statedAt = exchange.request.url;
    const view = readVersions(exchange.answer.body.value);
    const own = view?.shape === 'version' || view?.shape === 'bare' ? [pathOf(new URL(statedAt))] : [];
    return objectEntries(view).flatMap((entry) => {
      const link = selfLinkOf(entry);
      const target = link === undefined ? undefined : selfLinkTarget(link, statedAt);
      const range = rangeOfEntry(entry);
      const paths = new Set([...(target === undefined ? [] : [pathOf(target)]), ...own]);
      return Array.from(paths, (path) => ({ path, statedAt, ...(range === undefined ? {} : { range }) }));
    });
  });
}

/** The microversions that an entry offers; undefined without a valid range. */
export function rangeOfEntry(entry: ObjectEntry): OfferedRange | undefined {
  const range = offeredBy(entry);
  return isRange(range) ? range : undefined;
}

/** The version whose self link is this URL; of several, one with microversions. */
export function versionAtUrl(versions: readonly OfferedVersion[], url: string): OfferedVersion | undefined {
  return withRangeFirst(versions).find(({ path }) => path === pathOf(new URL(url)));
}

/** The version that a resource at this URL belongs to: the one whose path is the longest that the URL starts with. */
export function versionAboveUrl(
  versions: readonly OfferedVersion[],
  url: string,
): OfferedVersion | undefined {
  const own = pathOf(new URL(url));
  return withRangeFirst(versions)
    .filter(({ path }) => own.startsWith(`${path}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
}

/** The versions with microversions, and those without if another document than their own says so: it may omit what the list of versions states. */
export function settledVersions(versions: readonly OfferedVersion[]): readonly OfferedVersion[] {
  return versions.filter(
    ({ path, range, statedAt }) => range !== undefined || pathOf(new URL(statedAt)) !== path,
  );
}

function withRangeFirst(versions: readonly OfferedVersion[]): readonly OfferedVersion[] {
  return versions.toSorted((a, b) => Number(a.range === undefined) - Number(b.range === undefined));
}

function pathOf({ pathname }: URL): string {
  return pathname.replace(/\/+$/, '');
}

/** What older services state in headers: `X-OpenStack-Ironic-API-Minimum-Version: 1.1`, `OpenStack-API-Minimum-Version: container-infra 1.1`. */
interface StatedRange {
  /** The service type, as in the header for requests. */
  readonly service?: string;
  readonly range: OfferedRange;
}

/** The range in the older headers of an answer; undefined if one of the two is missing or malformed. */
export function rangeInHeaders(exchange: Exchange): StatedRange | undefined {
  if (exchange.kind === 'failed') return undefined;
  const { headers } = exchange.answer;
  for (const [name, value] of headers) {
    const [, prefix, project] = /^((?:X-)?OpenStack(?:-([\w-]+?))?-API)-Minimum-Version$/i.exec(name) ?? [];
    if (prefix === undefined) continue;
    const other = `${prefix}-Maximum-Version`.toLowerCase();
    const newest = read(headers.find(([key]) => key.toLowerCase() === other)?.[1] ?? '').microversion;
    const { service = project, microversion: oldest } = read(value);
    const range = oldest === undefined || newest === undefined ? undefined : { oldest, newest };
    if (isRange(range))
      return {
        range,
        ...(service === undefined ? {} : { service: headerServiceType(service) }),
      };
  }
  return undefined;
}

/** `1.1`, or `container-infra 1.1`. */
function read(value: string): { readonly service?: string; readonly microversion?: OfferedRange['oldest'] } {
  const [, service, text = ''] = /^(?:([\w.-]+)\s+)?(\S+)$/.exec(value.trim()) ?? [];
  const microversion = parseMicroversion(text);
  return {
    ...(service === undefined ? {} : { service }),
    ...(microversion === undefined ? {} : { microversion }),
  };
}

/** Whether a range contains any microversion. */
function isRange(range: OfferedRange | undefined): range is OfferedRange {
  return range !== undefined && compareMicroversions(range.oldest, range.newest) <= 0;
}
