import { textMember } from '../../../model/json/json-value';
import { placeInCommit, type Change, type ServiceChange } from '../../../model/project/change';
import type { Document } from '../../../model/documents/document';
import { groupBy } from '../../../model/group-by';
import type { JsonPointer } from '../../../model/json/json-pointer';
import { normalIdOf, objectEntries, type ObjectEntry } from '../../../model/versions/versions-entry';
import type { VersionsSet } from '../../../model/versions/versions-set';
import { placeIn } from '../../place-in';
import type { Report } from '../../rule';

/** A value that an entry of a versions document states. */
export interface StatedText {
  readonly pointer: JsonPointer;
  readonly text: string;
}

/** A value of a version that is not what the base states. */
export interface StatedChange<Stated extends StatedText> {
  /** The id of the version, as written now. */
  readonly id: string;
  readonly now: Stated;
  readonly base: Stated;
  /** Where to report it, with all the other places of the change. */
  readonly where: Required<Pick<Report, 'at' | 'related' | 'subject'>>;
}

interface StatedIn<Stated> {
  readonly document: Document;
  readonly id: string;
  readonly key: string;
  readonly stated: Stated;
}

/**
 * The values of versions that differ from the base. An entry is compared with that of the same document; in a document that the base does not
 * have, with any entry of its version. The same change in several documents has one cause.
 */
export function statedChanges<Stated extends StatedText>(
  change: Change,
  read: (entry: ObjectEntry) => Stated | undefined,
): readonly StatedChange<Stated>[] {
  return change.services.flatMap((service) => changesIn(change, service, read));
}

function changesIn<Stated extends StatedText>(
  change: Change,
  { now, base }: ServiceChange,
  read: (entry: ObjectEntry) => Stated | undefined,
): readonly StatedChange<Stated>[] {
  const before = groupBy(statedIn(base, read), ({ key }) => key);
  const pairs = statedIn(now, read).flatMap((found) => {
    const known = before.get(found.key) ?? [];
    const old = known.find(({ document }) => document.source.name === found.document.source.name) ?? known[0];
    return old === undefined || old.stated.text === found.stated.text ? [] : [{ now: found, old }];
  });
  const alike = groupBy(pairs, ({ now: { key, stated }, old }) =>
    JSON.stringify([key, stated.text, old.stated.text]),
  );
  return [...alike.values()].flatMap(([first, ...others]): readonly StatedChange<Stated>[] =>
    first === undefined
      ? []
      : [
          {
            id: first.now.id,
            now: first.now.stated,
            base: first.old.stated,
            where: {
              subject: first.now.id,
              at: placeOf(first.now),
              related: [
                {
                  at: placeInCommit(change.base, placeOf(first.old)),
                  message: `"${first.old.stated.text}" in the base`,
                },
                ...others.map((other) => ({ at: placeOf(other.now), message: 'the same change' })),
              ],
            },
          },
        ],
  );
}

function placeOf({ document, stated }: StatedIn<StatedText>): Report['at'] {
  return placeIn(document, stated.pointer, 'value');
}

function statedIn<Stated extends StatedText>(
  { members }: VersionsSet,
  read: (entry: ObjectEntry) => Stated | undefined,
): readonly StatedIn<Stated>[] {
  return members.flatMap(({ document, view }) =>
    objectEntries(view).flatMap((entry) => {
      const stated = read(entry);
      const key = normalIdOf(entry);
      return stated === undefined || key === ''
        ? []
        : [{ document, id: textMember(entry.value, 'id') ?? '', key, stated }];
    }),
  );
}

/** The value of a property of an entry, if it is a string. */
export function textOf(entry: ObjectEntry, key: string): StatedText | undefined {
  const text = textMember(entry.value, key);
  return text === undefined ? undefined : { pointer: `${entry.pointer}/${key}`, text };
}
