import type { JsonPointer } from '../model/json/json-pointer';
import { compareMicroversions, parseMicroversion } from '../model/versions/microversion';
import { readVersions } from '../model/versions/versions-document';
import { looksLikeVersions } from '../model/versions/versions-likeness';
import { microversionMembersOf, objectEntries } from '../model/versions/versions-entry';

/** The places of the newest microversions in a versions document; none in other documents. */
export function newestPlaces(document: unknown): ReadonlySet<JsonPointer> {
  const view = looksLikeVersions(document) ? readVersions(document) : undefined;
  return new Set(
    objectEntries(view).flatMap((entry) =>
      microversionMembersOf(entry, view?.shape ?? 'version')
        .filter(({ key }) => key === 'version' || key === 'max_version')
        .map(({ pointer }) => pointer),
    ),
  );
}

/** Whether the newest microversion of the service is newer or older than that of the sample; undefined if either is not a microversion. */
export function driftOf(sample: unknown, response: unknown): 'newer' | 'older' | undefined {
  const [documented, offered] = [sample, response].map((text) =>
    typeof text === 'string' ? parseMicroversion(text) : undefined,
  );
  if (documented === undefined || offered === undefined) return undefined;
  return compareMicroversions(offered, documented) > 0 ? 'newer' : 'older';
}
