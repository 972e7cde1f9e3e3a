import { childPointer, type JsonPointer } from '../json/json-pointer';
import { isJsonArray, isJsonObject, member, type JsonObject, textMember } from '../json/json-value';
import { memoizeObject } from '../memoize';
import { parseMicroversion, type Microversion } from './microversion';
import type { VersionsEntry, VersionsShape, VersionsView } from './versions-document';

/** An entry that is an object; most laws need one. */
export interface ObjectEntry extends VersionsEntry {
  readonly value: JsonObject;
}

/** The entries of a view that are objects; `entry-required` reports the others. */
export function objectEntries(view: VersionsView | undefined): readonly ObjectEntry[] {
  return view === undefined ? [] : objectsIn(view);
}

/** Each law asks for them. */
const objectsIn = memoizeObject(({ entries }: VersionsView): readonly ObjectEntry[] =>
  entries.flatMap((entry) => (isJsonObject(entry.value) ? [{ ...entry, value: entry.value }] : [])),
);

/** The major and minor version of an id; `v2` has no minor version. */
export interface VersionId {
  readonly major: number;
  readonly minor?: number;
}

/** Parses `v2.1`, `v2` and, without the `v`, `2.1`. Undefined where the id is not a version. */
export function parseVersionId(id: string): VersionId | undefined {
  const match = /^v?(\d+)(?:\.(\d+))?$/.exec(id);
  if (match === null) return undefined;
  const major = Number(match[1]);
  return match[2] === undefined ? { major } : { major, minor: Number(match[2]) };
}

/** The id in a form that is the same for equal versions: without `v`, with a minor version (`v2` and `2.0` become `2.0`). */
export function normalId(id: string): string {
  const parsed = parseVersionId(id);
  return parsed === undefined ? id : `${parsed.major}.${parsed.minor ?? 0}`;
}

/** The id of an entry in that form; empty where it has none. */
export function normalIdOf(entry: ObjectEntry): string {
  return normalId(textMember(entry.value, 'id') ?? '');
}

/** The id of an entry as a version. Undefined where it is missing or not a version, which `id-form` reports. */
export function idOf(entry: ObjectEntry): VersionId | undefined {
  return parseVersionId(textMember(entry.value, 'id') ?? '');
}

/** The id of a version: `v2.1`, `v2`. */
export function formatVersionId({ major, minor }: VersionId): string {
  return minor === undefined ? `v${major}` : `v${major}.${minor}`;
}

/** Negative, zero or positive when `a` is lower than, equal to or higher than `b`; an absent minor version is 0. */
export function compareVersionIds(a: VersionId, b: VersionId): number {
  return a.major - b.major || (a.minor ?? 0) - (b.minor ?? 0);
}

/** The statuses that every client understands. */
export const STATUSES: readonly string[] = ['CURRENT', 'SUPPORTED', 'DEPRECATED'];

/** Every status with a known meaning. Some clients reject a document with one of the others. */
const MEANINGFUL_STATUSES: ReadonlySet<string> = new Set([...STATUSES, 'EXPERIMENTAL', 'STABLE']);

/** Whether a status has a known meaning, in any case: keystoneauth and gophercloud convert it to upper case. */
export function isMeaningfulStatus(status: unknown): status is string {
  return typeof status === 'string' && MEANINGFUL_STATUSES.has(status.toUpperCase());
}

/** The status of an entry in upper case, as clients compare it; `STABLE` is that of identity services. `''` where it is not a string. */
export function statusOf(entry: ObjectEntry): string {
  return (textMember(entry.value, 'status') ?? '').toUpperCase();
}

/** The properties of an entry that state microversions. */
export const MICROVERSION_KEYS = ['version', 'max_version', 'min_version', 'next_min_version'] as const;

export type MicroversionKey = (typeof MICROVERSION_KEYS)[number];

const ENTRY_KEYS: ReadonlySet<string> = new Set([
  'id',
  'status',
  'links',
  'updated',
  'media-types',
  ...MICROVERSION_KEYS,
]);

/** The properties of an entry that no versions document is known to use: one may be a misspelled required property. */
export function unknownKeysOf(entry: JsonObject): readonly string[] {
  return Object.keys(entry).filter((key) => !ENTRY_KEYS.has(key));
}

/** A property of an entry that should state a microversion, with any value. */
export interface MicroversionMember {
  readonly key: MicroversionKey;
  readonly pointer: JsonPointer;
  readonly value: unknown;
}

/** The properties of an entry that should state microversions. In a bare document `version` is not one: it describes the version itself. */
export function microversionMembersOf(
  entry: ObjectEntry,
  shape: VersionsShape,
): readonly MicroversionMember[] {
  return MICROVERSION_KEYS.filter(
    (key) => Object.hasOwn(entry.value, key) && !(shape === 'bare' && key === 'version'),
  ).map((key) => ({ key, pointer: childPointer(entry.pointer, key), value: member(entry.value, key) }));
}

/** Whether a property states a microversion, or states with `""` that there is none. */
export function isReadableMicroversion({ value }: MicroversionMember): boolean {
  return typeof value === 'string' && (value === '' || parseMicroversion(value) !== undefined);
}

/** A microversion that an entry states, with its place. */
export interface StatedMicroversion {
  readonly key: MicroversionKey;
  readonly pointer: JsonPointer;
  readonly text: string;
  readonly microversion: Microversion;
}

/** The newest microversion of an entry: `max_version`, else `version`. Undefined where it is absent, `""` or malformed. */
export function newestOf(entry: ObjectEntry): StatedMicroversion | undefined {
  return stated(entry, Object.hasOwn(entry.value, 'max_version') ? 'max_version' : 'version');
}

/** The oldest microversion of an entry: `min_version`. Undefined where it is absent, `""` or malformed. */
export function oldestOf(entry: ObjectEntry): StatedMicroversion | undefined {
  return stated(entry, 'min_version');
}

/** The microversions that an entry offers, both ends inclusive; undefined where it does not state both. */
export function offeredBy(
  entry: ObjectEntry,
): { readonly oldest: Microversion; readonly newest: Microversion } | undefined {
  const [oldest, newest] = [oldestOf(entry)?.microversion, newestOf(entry)?.microversion];
  return oldest === undefined || newest === undefined ? undefined : { oldest, newest };
}

function stated(entry: ObjectEntry, key: MicroversionKey): StatedMicroversion | undefined {
  const text = textMember(entry.value, key);
  const microversion = text === undefined ? undefined : parseMicroversion(text);
  return text === undefined || microversion === undefined
    ? undefined
    : { key, pointer: childPointer(entry.pointer, key), text, microversion };
}

/** A link of an entry, where it is an object. */
export interface Link {
  readonly pointer: JsonPointer;
  readonly value: JsonObject;
}

export const linksOf: (entry: ObjectEntry) => readonly Link[] = memoizeObject((entry) => {
  const links = member(entry.value, 'links');
  if (!isJsonArray(links)) return [];
  const pointer = childPointer(entry.pointer, 'links');
  return links.flatMap((value, index) =>
    isJsonObject(value) ? [{ pointer: childPointer(pointer, index), value }] : [],
  );
});

/** The links whose `rel` is exactly `self`. */
export function selfLinksOf(entry: ObjectEntry): readonly Link[] {
  return linksOf(entry).filter((link) => member(link.value, 'rel') === 'self');
}

/** The single link that leads to a version. */
export interface SelfLink {
  readonly pointer: JsonPointer;
  readonly href: string;
}

/** The self link of an entry. Undefined where it has no or several self links, or `href` is not a string, which `self-link` reports. */
export function selfLinkOf(entry: ObjectEntry): SelfLink | undefined {
  const [link, second] = selfLinksOf(entry);
  const href = link === undefined || second !== undefined ? undefined : textMember(link.value, 'href');
  return link === undefined || href === undefined
    ? undefined
    : { pointer: childPointer(link.pointer, 'href'), href };
}

/** Whether the href of a self link means the URL of its own document: that of placement is `""`, that of emulators `"/"`. */
export function isOwnUrl(href: string): boolean {
  return href === '' || href === '/';
}

/** The URL that a self link leads to. Clients resolve a relative link against the URL of its document. Undefined if it is not a URL. */
export function selfLinkTarget({ href }: SelfLink, documentUrl: string): URL | undefined {
  if (isOwnUrl(href)) return new URL(documentUrl);
  // As most are URLs, this takes half as long as asking first whether it can be parsed.
  try {
    return new URL(href, documentUrl);
  } catch {
    return undefined;
  }
}
