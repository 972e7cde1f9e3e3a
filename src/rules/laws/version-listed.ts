import { idOf, normalId, objectEntries, textMember, type ObjectEntry } from '../../model/versions-entry';
import type { VersionsSet, VersionsSubject } from '../../model/versions-set';
import { childPointer } from '../../model/json-pointer';
import { placeIn } from '../place-in';
import type { Report, Rule } from '../rule';

/** A version that is dropped from the list by mistake is still there, and no client finds it. */
export const versionListed: Rule<'versions-set'> = {
  id: 'version-listed',
  subject: 'versions-set',
  severity: 'error',
  summary: 'A version that has a document of its own is in the list of versions.',
  check: (set) => set.members.flatMap((member) => findUnlisted(member, set)),
};

function findUnlisted({ document, view }: VersionsSubject, set: VersionsSet): readonly Report[] {
  if (view?.shape !== 'versions' && view?.shape !== 'versions.values') return [];
  const entries = objectEntries(view);
  // A list whose ids cannot be read is another law's to report.
  if (entries.length < view.entries.length || entries.some((entry) => idOf(entry) === undefined)) return [];
  const listed = new Set(entries.map(versionOf));
  return set.members
    .filter((member) => member.view?.shape === 'version')
    .flatMap((member) => objectEntries(member.view).map((entry) => ({ document: member.document, entry })))
    .filter(({ entry }) => idOf(entry) !== undefined && !listed.has(versionOf(entry)))
    .map(({ document: own, entry }) => ({
      at: placeIn(document, view.pointer, 'opening'),
      message: `${textMember(entry.value, 'id')} is not in this list, but ${own.source.name} is its document: list it here, or delete that document`,
      clients: 'every client takes its versions from the list, so none finds this one',
      related: [
        {
          at: placeIn(own, childPointer(entry.pointer, 'id'), 'value'),
          message: 'the version that is not listed',
        },
      ],
    }));
}

function versionOf(entry: ObjectEntry): string {
  return normalId(textMember(entry.value, 'id') ?? '');
}
