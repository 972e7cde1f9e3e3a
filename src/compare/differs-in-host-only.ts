import { lastToken, parentPointer, valueAt, type JsonPointer } from '../model/json/json-pointer';
import { isJsonObject } from '../model/json/json-value';
import type { Comparison } from '../model/live/live';
import { looksLikeVersions } from '../model/versions/versions-likeness';
import { listKindAt } from './item-identity';
import { isOwnLink } from './own-links';
import { parseHomes, pathBelow, pathBelowOnAnyHost } from './service-path';

/**
 * Whether a link in a versions document has the right path on another host. The rule `live-links-host` reports that once
 * for all links.
 */
export function differsInHostOnly(
  { sample, response, homes }: Comparison,
  samplePointer: JsonPointer,
  responsePointer: JsonPointer,
): boolean {
  const link = valueAt(response.value, parentPointer(responsePointer));
  const isLink =
    lastToken(responsePointer) === 'href' &&
    listKindAt(parentPointer(parentPointer(responsePointer))) === 'links' &&
    isJsonObject(link) &&
    isOwnLink(link);
  const [documented, answered] = [
    valueAt(sample.value, samplePointer),
    valueAt(response.value, responsePointer),
  ];
  if (!isLink || typeof documented !== 'string' || typeof answered !== 'string') return false;
  const [base] = parseHomes([homes.response]);
  const path = parseHomes(homes.sample)
    .map((home) => pathBelow(home, documented))
    .find((below) => below !== undefined);
  return (
    base !== undefined &&
    path !== undefined &&
    pathBelowOnAnyHost(base, answered) === path &&
    looksLikeVersions(response.value)
  );
}
