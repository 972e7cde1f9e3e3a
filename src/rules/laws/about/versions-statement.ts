import type { Document } from '../../../model/document';
import { childPointer } from '../../../model/json-pointer';
import { member } from '../../../model/json-value';
import { formatMicroversion, parseMicroversion, type Microversion } from '../../../model/microversion';
import type { Place } from '../../../model/place';
import {
  idOf,
  isMeaningfulStatus,
  microversionMembersOf,
  normalId,
  objectEntries,
  textMember,
  type MicroversionKey,
  type MicroversionMember,
  type ObjectEntry,
} from '../../../model/versions-entry';
import type { VersionsShape, VersionsView } from '../../../model/versions-document';
import type { VersionsSet } from '../../../model/versions-set';
import { dateTimeProblem } from './date-time-problem';
import { placeIn } from '../../place-in';
import { misfitOf, selfUrlsOf } from './self-url';

/** What is told of a version, whichever key tells it. */
export type Aspect = 'status' | 'newest' | 'oldest' | 'updated' | 'self link';

/** What one entry tells of one aspect of a version; two of them with other values contradict each other. */
export interface Statement {
  /** The normal id of the version. */
  readonly version: string;
  readonly aspect: Aspect;
  readonly document: Document;
  readonly at: Place;
  /** Equal for statements that agree; `''` says that there is none. */
  readonly value: string;
  readonly microversion?: Microversion;
  /** The key that is not there, where its absence says that there is none. */
  readonly missing?: string;
}

/** Everything that the documents of a service tell of its versions and that can be compared. What another law finds broken is left out. */
export function statementsOf(set: VersionsSet): readonly Statement[] {
  const selfLinks = selfLinkStatements(set);
  return set.members.flatMap(({ document, view }) => {
    if (view === undefined) return [];
    const entries = distinctEntries(view);
    const statuses = entries.flatMap((entry) => statusStatements(document, entry));
    if (view.shape === 'choices') return statuses;
    const links = entries.flatMap((entry) => selfLinks.get(entry.value) ?? []);
    // What a bare document leaves out is in the headers that came with it.
    if (view.shape === 'bare') return statuses.concat(links);
    const microversions = entries.flatMap((entry) => microversionStatements(document, entry, view.shape));
    const updates = entries.flatMap((entry) => updatedStatements(document, entry));
    return statuses.concat(microversions, updates, links);
  });
}

/** The entries with an id, of two that stand in one list with the same id the first. */
function distinctEntries(view: VersionsView): readonly ObjectEntry[] {
  const listed = new Set<string>();
  return objectEntries(view).filter((entry) => {
    if (idOf(entry) === undefined) return false;
    const isSecond = entry.listed && listed.has(versionOf(entry));
    if (entry.listed) listed.add(versionOf(entry));
    return !isSecond;
  });
}

function versionOf(entry: ObjectEntry): string {
  return normalId(textMember(entry.value, 'id') ?? '');
}

function statusStatements(document: Document, entry: ObjectEntry): readonly Statement[] {
  const status = member(entry.value, 'status');
  if (!isMeaningfulStatus(status)) return [];
  const at = placeIn(document, childPointer(entry.pointer, 'status'), 'value');
  return [{ version: versionOf(entry), aspect: 'status', document, at, value: status }];
}

function updatedStatements(document: Document, entry: ObjectEntry): readonly Statement[] {
  const told = { version: versionOf(entry), aspect: 'updated', document } as const;
  const updated = member(entry.value, 'updated');
  if (updated === undefined) {
    return [{ ...told, value: '', at: placeIn(document, entry.pointer, 'opening'), missing: 'updated' }];
  }
  if (typeof updated !== 'string' || dateTimeProblem(updated) !== undefined) return [];
  return [
    { ...told, value: updated, at: placeIn(document, childPointer(entry.pointer, 'updated'), 'value') },
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
  const told = (aspect: Aspect, { key, pointer, text }: Reading): Statement => {
    const microversion = parseMicroversion(text);
    return {
      version: versionOf(entry),
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
  // Of a pair that is half empty, the empty half is `microversion-pair`'s; of one that is wholly so, the newest speaks for both.
  return [
    ...(newest.text === '' && oldest.text !== '' ? [] : [told('newest', newest)]),
    ...(oldest.text === '' ? [] : [told('oldest', oldest)]),
  ];
}

interface Reading {
  readonly key: MicroversionKey;
  /** Undefined where no key tells it. */
  readonly pointer?: string;
  readonly text: string;
}

/** What the first of these keys that is there says, or undefined when that is not a microversion. */
function readOne(
  members: readonly MicroversionMember[],
  keys: readonly MicroversionKey[],
): Reading | undefined {
  const told = keys.flatMap((key) => members.find((each) => each.key === key) ?? []);
  const [first] = told;
  if (first === undefined) return { key: keys.at(-1) ?? 'version', text: '' };
  const { key, pointer, value } = told.find((each) => each.value !== '') ?? first;
  return typeof value === 'string' && (value === '' || parseMicroversion(value) !== undefined)
    ? { key, pointer, text: value }
    : undefined;
}

/** By entry: the self link, where it is absolute and leads to the version of its entry. */
function selfLinkStatements(set: VersionsSet): ReadonlyMap<object, readonly Statement[]> {
  const urls = selfUrlsOf(set);
  return new Map(
    urls
      .filter((url) => URL.canParse(url.link.href) && misfitOf(url, urls) === undefined)
      .map(({ document, entry, link }) => [
        entry.value,
        [
          {
            version: versionOf(entry),
            aspect: 'self link',
            document,
            at: placeIn(document, link.pointer, 'value'),
            value: link.href,
          },
        ],
      ]),
  );
}
