import { isJsonArray, isJsonObject, member, type JsonObject } from '../../model/json/json-value';
import { formatMicroversion, parseMicroversion, type Microversion } from '../../model/versions/microversion';
import { readVersions } from '../../model/versions/versions-document';
import { editDocument, editEntries, mapEntries, mapList } from './edit-document';
import type { Fault } from './fault';

/** Faults in a document that is still JSON, but is wrong or differs from the samples. */
export const DOCUMENT_FAULTS: Readonly<Record<string, Fault>> = {
  'stale-newest': {
    summary: 'offers one microversion less than its samples document',
    offer: ({ oldest, newest }) => ({ oldest, newest: shifted(newest, -1) }),
    answer: editEntries((entry) => shiftNewest(entry, -1)),
  },
  'newer-newest': {
    summary: 'offers one microversion more than its samples document',
    offer: ({ oldest, newest }) => ({ oldest, newest: shifted(newest, 1) }),
    answer: editEntries((entry) => shiftNewest(entry, 1)),
  },
  'missing-key': {
    summary: 'omits `status` from versions, and the first property from other documents',
    answer: editDocument((document) =>
      readVersions(document) === undefined
        ? without(document, Object.keys(document)[0])
        : mapEntries(document, (entry) => without(entry, 'status')),
    ),
  },
  'extra-key': {
    summary: 'adds a property to its documents that no sample has',
    answer: editDocument((document) =>
      readVersions(document) === undefined
        ? { ...document, 'x-extra': true }
        : mapEntries(document, (entry) => ({ ...entry, 'x-extra': true })),
    ),
  },
  'wrong-type': {
    summary: 'sends a single link instead of an array of links',
    answer: editEntries((entry) => {
      const links = member(entry, 'links');
      return isJsonArray(links) ? { ...entry, links: links[0] } : entry;
    }),
  },
  'number-microversion': {
    summary: 'sends microversions as numbers, so that 2.10 reads as 2.1',
    answer: editEntries((entry) => mapNewest(entry, ({ text }) => Number(text))),
  },
  'wrong-link-host': {
    summary: 'links to its versions at its internal host, behind a proxy',
    answer: editEntries((entry) =>
      mapSelfLinks(entry, (url) => `http://controller.internal:8774${url.pathname}`),
    ),
  },
  'wrong-link-path': {
    summary: 'links to its versions at a path where they do not exist',
    answer: editEntries((entry) => mapSelfLinks(entry, (url) => `${url.origin}/nowhere${url.pathname}`)),
  },
  'unlisted-version': {
    summary: 'omits the first version from its lists',
    answer: editDocument((document) =>
      mapList(document, (entries) => (entries.length > 1 ? entries.slice(1) : entries)),
    ),
  },
  'unknown-version': {
    summary: 'lists a version, v1.0, that no sample has',
    answer: editDocument((document) =>
      mapList(document, (entries) => (entries.length > 1 ? [oldVersion(entries[0]), ...entries] : entries)),
    ),
  },
};

function without(object: JsonObject, key: string | undefined): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

function shifted({ major, minor }: Microversion, by: number): Microversion {
  return { major, minor: Math.max(0, minor + by) };
}

function shiftNewest(entry: JsonObject, by: number): JsonObject {
  return mapNewest(entry, ({ microversion }) => formatMicroversion(shifted(microversion, by)));
}

/** The entry with its newest microversion, if it has one, replaced. */
function mapNewest(
  entry: JsonObject,
  map: (newest: { readonly text: string; readonly microversion: Microversion }) => unknown,
): JsonObject {
  const changes = ['version', 'max_version'].flatMap((key) => {
    const text = member(entry, key);
    const microversion = typeof text === 'string' ? parseMicroversion(text) : undefined;
    return typeof text !== 'string' || microversion === undefined
      ? []
      : [[key, map({ text, microversion })] as const];
  });
  return { ...entry, ...Object.fromEntries(changes) };
}

function mapSelfLinks(entry: JsonObject, map: (url: URL) => string): JsonObject {
  const links = member(entry, 'links');
  if (!isJsonArray(links)) return entry;
  return {
    ...entry,
    links: links.map((link) => {
      if (!isJsonObject(link) || member(link, 'rel') !== 'self') return link;
      const href = member(link, 'href');
      return typeof href === 'string' && URL.canParse(href) ? { ...link, href: map(new URL(href)) } : link;
    }),
  };
}

/** Turns an entry into one for an old version without microversions. It is valid in every way that clients rely on. */
function oldVersion(entry: unknown): unknown {
  if (!isJsonObject(entry)) return entry;
  const moved = mapSelfLinks(entry, (url) => url.href.replace(/\/v\d[\d.]*(?=\/|$)/, '/v1'));
  const blanks = ['version', 'max_version', 'min_version'].filter((key) => Object.hasOwn(entry, key));
  return {
    ...without(moved, 'media-types'),
    id: 'v1.0',
    status: 'DEPRECATED',
    ...Object.fromEntries(blanks.map((key) => [key, ''])),
  };
}
