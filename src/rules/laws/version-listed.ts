import { textMember } from '../../model/json/json-value';
import { idOf, normalIdOf, objectEntries } from '../../model/versions/versions-entry';
import type { VersionsView } from '../../model/versions/versions-document';
import type { VersionsSet, VersionsSubject } from '../../model/versions/versions-set';
import { childPointer } from '../../model/json/json-pointer';
import { placeIn } from '../place-in';
import type { Report, Rule } from '../rule';

/** A version that was removed from the list by mistake still exists, but no client finds it. */
export const versionListed: Rule<'versions-set'> = {
  id: 'version-listed',
  subject: 'versions-set',
  severity: 'error',
  summary: 'A version with its own document is in the list of versions.',
  needs: { isMet: hasListAndVersion, otherwise: 'no list of versions next to the document of one' },
  check: (set) => set.members.flatMap((member) => findUnlisted(member, set)),
};

function hasListAndVersion({ members }: VersionsSet): boolean {
  const views = members.flatMap(({ view }) => view ?? []);
  return views.some(isList) && views.some(({ shape }) => shape === 'version');
}

function isList({ shape }: VersionsView): boolean {
  return shape === 'versions' || shape === 'versions.values';
}

function findUnlisted({ document, view }: VersionsSubject, set: VersionsSet): readonly Report[] {
  if (view === undefined || !isList(view)) return [];
  const entries = objectEntries(view);
  // A list with unreadable ids is reported by `entry-required` and `id-form`.
  if (entries.length < view.entries.length || entries.some((entry) => idOf(entry) === undefined)) return [];
  const listed = new Set(entries.map(normalIdOf));
  return set.members
    .filter((member) => member.view?.shape === 'version')
    .flatMap((member) => objectEntries(member.view).map((entry) => ({ document: member.document, entry })))
    .filter(({ entry }) => idOf(entry) !== undefined && !listed.has(normalIdOf(entry)))
    .map(({ document: own, entry }) => ({
      at: placeIn(document, view.pointer, 'opening'),
      message: `${textMember(entry.value, 'id')} is missing from this list, but ${own.source.name} describes it: add it here, or delete that document`,
      clients: 'clients read the versions from the list, so none finds this one',
      related: [
        {
          at: placeIn(own, childPointer(entry.pointer, 'id'), 'value'),
          message: 'the missing version',
        },
      ],
    }));
}
