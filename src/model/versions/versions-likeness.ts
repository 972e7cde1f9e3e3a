import { isJsonObject, member, textMember } from '../json/json-value';
import { memoizeObject } from '../memoize';
import { readVersions, type VersionsView } from './versions-document';
import {
  isMeaningfulStatus,
  normalId,
  objectEntries,
  selfLinksOf,
  type Link,
  type ObjectEntry,
} from './versions-entry';

const TYPICAL_PROPERTIES = ['id', 'status', 'links', 'min_version', 'updated', 'media-types'];

/** `v2`, `v2.1`, and `V2` and `v2.1.3`, which `id-form` reports. */
const VERSION_ID = /^[vV]\d+(?:\.\d+){0,2}$/;

/** An id without a `v`. Packages and chapters have such ids too. */
const PLAIN_ID = /^\d+\.\d+$/;

/**
 * Whether a document is meant as a versions document, so that the laws apply to it by default: it has one of the shapes, and one of its
 * entries has a known status or the id of a version. Versions of a datastore or a document also have an `id` and `links`.
 */
export function looksLikeVersions(value: unknown): boolean {
  const view = readVersions(value);
  return view !== undefined && isLikely(view);
}

/** Stages of a check ask it of the same document. */
const isLikely = memoizeObject((view: VersionsView): boolean =>
  typicalEntries(view).some(
    (entry) =>
      hasVersionId(entry) ||
      // In the bare shape, any resource with a status would qualify.
      (view.shape !== 'bare' && isMeaningfulStatus(member(entry.value, 'status'))),
  ),
);

/**
 * Whether a document may be meant as a versions document, where the user was asked for such documents: it has one of the shapes with
 * typical entries, or the envelope of one with any content.
 */
export function mayBeVersions(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const view = readVersions(value);
  const [key, ...others] = Object.keys(value);
  return (
    Object.hasOwn(value, 'versions') ||
    Object.hasOwn(value, 'choices') ||
    (key === 'version' && others.length === 0) ||
    (view !== undefined &&
      typicalEntries(view).some(
        (entry) => view.shape !== 'bare' || /^v\d/i.test(textMember(entry.value, 'id') ?? ''),
      ))
  );
}

/** The entries with two properties that only entries of versions documents are likely to have together. */
function typicalEntries(view: VersionsView): readonly ObjectEntry[] {
  return objectEntries(view).filter(
    ({ value }) => TYPICAL_PROPERTIES.filter((key) => Object.hasOwn(value, key)).length >= 2,
  );
}

function hasVersionId(entry: ObjectEntry): boolean {
  const id = textMember(entry.value, 'id') ?? '';
  return VERSION_ID.test(id) || (PLAIN_ID.test(id) && selfLinksOf(entry).some((link) => isLinkTo(id, link)));
}

/** Whether the last segment of a link is a version: `/v2.1/` for 2.1, `/v2` for 2.0. A bare integer may be any resource. */
function isLinkTo(id: string, { value }: Link): boolean {
  const segment = lastSegment(textMember(value, 'href') ?? '');
  return /^(?:v\d+|v?\d+\.\d+)$/.test(segment) && normalId(segment) === normalId(id);
}

function lastSegment(href: string): string {
  const path = href.replace(/[?#].*$/s, '').replace(/\/+$/, '');
  return path.slice(path.lastIndexOf('/') + 1);
}
