import { textMember } from '../../model/json/json-value';
import type { Document } from '../../model/documents/document';
import { childPointer, type JsonPointer } from '../../model/json/json-pointer';
import type { FollowedLink } from '../../model/live/live';
import { readVersions } from '../../model/versions/versions-document';
import { normalId, objectEntries, parseVersionId } from '../../model/versions/versions-entry';

/** A version that a document describes. */
interface DescribedVersion {
  readonly id: string;
  readonly pointer: JsonPointer;
}

/** The versions that a document describes, in its order. Empty if it is not a versions document. */
export function describedVersions({ value }: Document): readonly DescribedVersion[] {
  return objectEntries(readVersions(value)).flatMap((entry) => {
    const id = textMember(entry.value, 'id');
    return id === undefined ? [] : [{ id, pointer: childPointer(entry.pointer, 'id') }];
  });
}

/**
 * Whether the target of a link describes the version of the link. Services that list many versions on one URL, `v2.0` to `v2.27` on
 * `/v2`, describe the newest there. That is correct if the URL contains only the major version.
 */
export function isDescribed(
  { id, compute, exchange }: FollowedLink,
  described: readonly DescribedVersion[],
): boolean {
  const wanted = parseVersionId(id);
  // An id that is not a version is reported by `id-form`.
  if (wanted === undefined || described.some((other) => normalId(other.id) === normalId(id))) return true;
  if (compute || !hasOnlyMajor(exchange.request.url)) return false;
  return described.some((other) => parseVersionId(other.id)?.major === wanted.major);
}

function hasOnlyMajor(url: string): boolean {
  const segment = new URL(url).pathname.split('/').findLast((part) => part !== '');
  const named = parseVersionId(segment ?? '');
  return named !== undefined && named.minor === undefined;
}
