import { member, type JsonObject, textMember } from '../model/json/json-value';
import { compareMicroversions } from '../model/versions/microversion';
import { readVersions } from '../model/versions/versions-document';
import { objectEntries, offeredBy, selfLinkOf, type ObjectEntry } from '../model/versions/versions-entry';
import { moveHome, plainPath } from './homes';
import type { Offer } from './settle-microversion';

/** A version of the service, as its versions documents describe it. */
export interface KnownVersion {
  readonly id: string;
  readonly status: unknown;
  /** The path of the self link, relative to the service's home: `/v2.1`. */
  readonly path: string;
  /** From the list or, if it states none, from the version's own document. Undefined if the version has no microversions. */
  readonly offer?: Offer;
  /** From the version's own document if there is one, else from the list. Undefined if neither has them. */
  readonly mediaTypes?: unknown;
}

/** The versions in the list among the documents or, if there is no list, those with a document of their own. */
export function knownVersions(
  documents: readonly unknown[],
  homes: readonly string[],
): readonly KnownVersion[] {
  const views = documents.flatMap((value) => readVersions(value) ?? []);
  const singles = views.filter(({ shape }) => shape === 'version' || shape === 'bare').flatMap(objectEntries);
  const list = views.find(({ shape }) => shape === 'versions' || shape === 'versions.values');
  const listed = objectEntries(list).filter((entry) => entry.listed);
  return (list === undefined ? singles : listed).flatMap((entry) => {
    const id = textMember(entry.value, 'id');
    const self = selfLinkOf(entry);
    if (id === undefined || self === undefined) return [];
    const own = singles.find(({ value }) => textMember(value, 'id') === id);
    return [
      {
        id,
        status: member(entry.value, 'status'),
        path: pathOf(self.href, homes),
        ...mediaTypesOf(entry.value, own?.value),
        ...optionalOffer(offeredBy(entry) ?? (own === undefined ? undefined : offeredBy(own))),
      },
    ];
  });
}

function mediaTypesOf(entry: JsonObject, own: JsonObject = {}): Pick<KnownVersion, 'mediaTypes'> {
  const mediaTypes = member(own, 'media-types') ?? member(entry, 'media-types');
  return mediaTypes === undefined ? {} : { mediaTypes };
}

function optionalOffer(offer: Offer | undefined): Pick<KnownVersion, 'offer'> {
  return offer === undefined ? {} : { offer };
}

function pathOf(href: string, homes: readonly string[]): string {
  const moved = moveHome(homes, '')(href);
  return plainPath(URL.canParse(moved) ? new URL(moved).pathname : moved);
}

/** The microversions that a document offers. If it describes several versions, the range with the highest end. */
export function offerIn(document: unknown): Offer | undefined {
  return offerOf(objectEntries(readVersions(document)));
}

function offerOf(entries: readonly ObjectEntry[]): Offer | undefined {
  const offers = entries.flatMap((entry) => offeredBy(entry) ?? []);
  return offers.toSorted((a, b) => compareMicroversions(a.newest, b.newest)).at(-1);
}

/** The version whose path is the given path or a parent of it. */
export function versionAt(versions: readonly KnownVersion[], path: string): KnownVersion | undefined {
  return versions.find((version) => version.path !== '' && `${path}/`.startsWith(`${version.path}/`));
}
