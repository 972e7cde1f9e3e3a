import { posix } from 'node:path';

import { isJsonObject, itemsIn, member, textMember } from '../../model/json/json-value';
import { normalId, objectEntries, type ObjectEntry } from '../../model/versions/versions-entry';
import type { VersionsSubject } from '../../model/versions/versions-set';
import { homesOfEntry } from './versions-home';

/**
 * Groups versions documents by service. Documents in one folder belong to one service when they share the URL that their versions are
 * under, a media type, or a version with the same `updated`. The URL alone is not enough: a document with a misspelt host must still be
 * compared with the others. With 'by-home', a shared absolute URL also joins documents of different folders.
 */
export function partitionVersions(
  subjects: readonly VersionsSubject[],
  grouping: 'by-folder' | 'by-home',
): readonly (readonly VersionsSubject[])[] {
  const groups: { readonly marks: Set<string>; readonly members: VersionsSubject[] }[] = [];
  for (const subject of subjects) {
    const marks = marksOf(subject, grouping);
    const joined = groups.filter((group) => [...marks].some((mark) => group.marks.has(mark)));
    const [first, ...others] = joined;
    const group = first ?? { marks: new Set<string>(), members: [] };
    if (first === undefined) groups.push(group);
    for (const other of others) {
      for (const mark of other.marks) group.marks.add(mark);
      group.members.push(...other.members);
      groups.splice(groups.indexOf(other), 1);
    }
    for (const mark of marks) group.marks.add(mark);
    group.members.push(subject);
  }
  return groups.map(({ members }) => members);
}

/** The marks of the service that a document belongs to. Documents of one folder without any mark belong together. */
function marksOf(
  { document, view }: VersionsSubject,
  grouping: 'by-folder' | 'by-home',
): ReadonlySet<string> {
  const folder = posix.dirname(document.source.name);
  const marks = objectEntries(view).flatMap((entry) => [
    ...homesOfEntry(entry).map(({ url }) => `home ${url}`),
    ...mediaTypes(entry),
    ...releaseMark(entry),
  ]);
  return new Set(
    (marks.length === 0 ? ['no mark'] : marks).map((mark) =>
      grouping === 'by-home' && mark.startsWith('home ') ? mark : `${folder}\0${mark}`,
    ),
  );
}

function mediaTypes(entry: ObjectEntry): readonly string[] {
  const types = member(entry.value, 'media-types');
  return itemsIn(types).flatMap((type) => {
    const vendor = /vnd\.openstack\.([a-z]+)/.exec(
      (isJsonObject(type) && textMember(type, 'type')) || '',
    )?.[1];
    return vendor === undefined ? [] : [`media type ${vendor}`];
  });
}

function releaseMark(entry: ObjectEntry): readonly string[] {
  const id = textMember(entry.value, 'id');
  const updated = textMember(entry.value, 'updated');
  return id === undefined || updated === undefined || updated === '' ? [] : [`${normalId(id)} of ${updated}`];
}
