import type { Document } from '../../../model/documents/document';
import { childPointer } from '../../../model/json/json-pointer';
import { member } from '../../../model/json/json-value';
import {
  formatMicroversion,
  parseMicroversion,
  type Microversion,
} from '../../../model/versions/microversion';
import type { Place } from '../../../model/documents/place';
import {
  idOf,
  isMeaningfulStatus,
  microversionMembersOf,
  normalIdOf,
  objectEntries,
  type MicroversionKey,
  type MicroversionMember,
  type ObjectEntry,
} from '../../../model/versions/versions-entry';
import type { VersionsShape, VersionsView } from '../../../model/versions/versions-document';
import type { VersionsSet } from '../../../model/versions/versions-set';
import { dateTimeProblem } from './date-time-problem';
import { placeIn } from '../../place-in';
import { misfitOf, selfUrlsOf } from './self-url';

/** What a statement is about, independent of the property that states it. */
export type Aspect = 'status' | 'newest' | 'oldest' | 'updated' | 'self link';

/** What one entry states about one aspect of a version. Two statements with different values contradict each other. */
export interface Statement {
  /** The normal id of the version. */
  readonly version: string;
  readonly aspect: Aspect;
  readonly document: Document;
  readonly at: Place;
  /** Equal for statements that agree. `''` if the entry states that there is none. */
  readonly value: string;
  /** What the document has, where `value` is written in another way. */
  readonly written?: string;
  readonly microversion?: Microversion;
  /** The missing property, if its absence states that there is none. */
  readonly missing?: string;
}

/** All comparable statements in the documents of a service about its versions. Values that another law reports as broken are omitted. */
export function statementsOf(set: VersionsSet): readonly Statement[] {
  const selfLinks = selfLinkStatements(set);
  return set.members.flatMap(({ document, view }) => {
    if (view === undefined) return [];
    const entries = distinctEntries(view);
    const statuses = entries.flatMap((entry) => statusStatements(document, entry));
    if (view.shape === 'choices') return statuses;
    const links = entries.flatMap((entry) => selfLinks.get(entry.value) ?? []);
    // A bare document has no microversions, because they are in the headers of the response.
    if (view.shape === 'bare') return statuses.concat(links);
    const microversions = entries.flatMap((entry) => microversionStatements(document, entry, view.shape));
    const updates = entries.flatMap((entry) => updatedStatements(document, entry));
    return statuses.concat(microversions, updates, links);
  });
}

/** The entries with an id. If two in one list have the same id, the first. */
function distinctEntries(view: VersionsView): readonly ObjectEntry[] {
  const listed = new Set<string>();
  return objectEntries(view).filter((entry) => {
    if (idOf(entry) === undefined) return false;
    const isSecond = entry.listed && listed.has(normalIdOf(entry));
    if (entry.listed) listed.add(normalIdOf(entry));
    return !isSecond;
  });
}

function statusStatements(document: Document, entry: ObjectEntry): readonly Statement[] {
  const status = member(entry.value, 'status');
  if (!isMeaningfulStatus(status)) return [];
  const at = placeIn(document, childPointer(entry.pointer, 'status'), 'value');
  return [
    {
      version: normalIdOf(entry),
      aspect: 'status',
      document,
      at,
      value: status.toUpperCase(),
      written: status,
    },
  ];
}

function updatedStatements(document: Document, entry: ObjectEntry): readonly Statement[] {
  const stated = { version: normalIdOf(entry), aspect: 'updated', document } as const;
  const updated = member(entry.value, 'updated');
  if (updated === undefined) {
    return [{ ...stated, value: '', at: placeIn(document, entry.pointer, 'opening'), missing: 'updated' }];
  }
  if (typeof updated !== 'string' || dateTimeProblem(updated) !== undefined) return [];
  return [
    { ...stated, value: updated, at: placeIn(document, childPointer(entry.pointer, 'updated'), 'value') },
  ];
}

function microversionStatements(
  document: Document,
  entry: ObjectEntry,
  shape: VersionsShape,
): readonly Statement[] {
  const members = microversionMembersOf(entry, shape);
  const newest = readOne(members, ['max_version', 'version']);
  const oldest = readOne(members, ['min_version']);
  if (newest === undefined || oldest === undefined) return [];
  const statementOf = (aspect: Aspect, { key, pointer, text }: Reading): Statement => {
    const microversion = parseMicroversion(text);
    return {
      version: normalIdOf(entry),
      aspect,
      document,
      at:
        pointer === undefined
          ? placeIn(document, entry.pointer, 'opening')
          : placeIn(document, pointer, 'value'),
      value: microversion === undefined ? '' : formatMicroversion(microversion),
      ...(microversion === undefined ? {} : { microversion }),
      ...(pointer === undefined ? { missing: key } : {}),
    };
  };
  // If only one of the two is empty, `microversion-pair` reports the empty one. If both are, one statement for the newest is enough.
  return [
    ...(newest.text === '' && oldest.text !== '' ? [] : [statementOf('newest', newest)]),
    ...(oldest.text === '' ? [] : [statementOf('oldest', oldest)]),
  ];
}

interface Reading {
  readonly key: MicroversionKey;
  /** Undefined if no property states it. */
  readonly pointer?: string;
  readonly text: string;
}

/** The value of the first of these properties that is present. Undefined if it is not a microversion. */
function readOne(
  members: readonly MicroversionMember[],
  keys: readonly MicroversionKey[],
): Reading | undefined {
  const present = keys.flatMap((key) => members.find((each) => each.key === key) ?? []);
  const [first] = present;
  if (first === undefined) return { key: keys.at(-1) ?? 'version', text: '' };
  const { key, pointer, value } = present.find((each) => each.value !== '') ?? first;
  return typeof value === 'string' && (value === '' || parseMicroversion(value) !== undefined)
    ? { key, pointer, text: value }
    : undefined;
}

/** The self links by entry, if absolute and leading to the version of their entry. */
function selfLinkStatements(set: VersionsSet): ReadonlyMap<object, readonly Statement[]> {
  const urls = selfUrlsOf(set);
  return new Map(
    urls
      .filter((url) => URL.canParse(url.link.href) && misfitOf(url, urls) === undefined)
      .map(({ document, entry, link }) => [
        entry.value,
        [
          {
            version: normalIdOf(entry),
            aspect: 'self link',
            document,
            at: placeIn(document, link.pointer, 'value'),
            value: link.href,
          },
        ],
      ]),
  );
}
