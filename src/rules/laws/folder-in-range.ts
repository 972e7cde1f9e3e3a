import {
  compareMicroversions,
  formatMicroversion,
  type Microversion,
} from '../../model/versions/microversion';
import {
  newestOf,
  objectEntries,
  oldestOf,
  type StatedMicroversion,
} from '../../model/versions/versions-entry';
import type { Document } from '../../model/documents/document';
import { placeIn } from '../place-in';
import type { Report, Rule } from '../rule';

interface StatedIn {
  readonly document: Document;
  readonly stated: StatedMicroversion;
}

/** If no document includes the microversion of a sample, nobody can request it, or the document is stale. */
export const folderInRange: Rule<'versions-set'> = {
  id: 'folder-in-range',
  subject: 'versions-set',
  severity: 'error',
  summary: 'A sample folder vX.Y is between the oldest and the newest microversion.',
  needs: {
    isMet: ({ folders }) => folders.length > 0,
    otherwise: 'no vX.Y folders next to versions documents',
  },
  check: function* ({ members, base, folders }) {
    const entries = members.flatMap(({ document, view }) =>
      objectEntries(view).map((entry) => ({ document, entry })),
    );
    const collect = (read: typeof newestOf): readonly StatedIn[] =>
      entries.flatMap(({ document, entry }) => {
        const stated = read(entry);
        return stated === undefined ? [] : [{ document, stated }];
      });
    const allNewest = collect(newestOf);
    const allOldest = collect(oldestOf);
    for (const { microversion, place } of folders) {
      const name = `v${formatMicroversion(microversion)}`;
      const ofMajor = ({ stated }: StatedIn): boolean => stated.microversion.major === microversion.major;
      const newest = furthest(allNewest.filter(ofMajor), 1);
      const oldest = furthest(allOldest.filter(ofMajor), -1);
      if (allNewest.length > 0 && newest === undefined) {
        yield {
          at: place,
          message: `no document states a microversion with major version ${microversion.major}, so ${name} does not exist: rename the folder`,
        };
      } else if (newest !== undefined && isNewer(microversion, newest.stated.microversion)) {
        yield { at: place, ...outOfRange(`${name} is newer than the newest`, newest) };
      } else if (oldest !== undefined) {
        if (isNewer(oldest.stated.microversion, microversion))
          yield { at: place, ...outOfRange(`${name} is older than the oldest`, oldest) };
      } else if (base !== undefined && isNewer(base, microversion)) {
        yield {
          at: place,
          message: `${name} is older than the \`base_microversion\`, "${formatMicroversion(base)}": rename the folder, or fix the manifest`,
        };
      }
    }
  },
};

function isNewer(a: Microversion, b: Microversion): boolean {
  return compareMicroversions(a, b) > 0;
}

/** The highest (`sign` 1) or lowest (-1). If documents disagree, the widest range counts: `documents-agree` reports the difference. */
function furthest(all: readonly StatedIn[], sign: 1 | -1): StatedIn | undefined {
  return all.reduce<StatedIn | undefined>(
    (best, next) =>
      best === undefined ||
      compareMicroversions(next.stated.microversion, best.stated.microversion) * sign > 0
        ? next
        : best,
    undefined,
  );
}

function outOfRange(claim: string, { document, stated }: StatedIn): Omit<Report, 'at'> {
  return {
    message: `${claim} microversion in ${document.source.name}, "${stated.text}": rename the folder, or fix the document`,
    related: [{ at: placeIn(document, stated.pointer, 'value'), message: 'stated here' }],
  };
}
