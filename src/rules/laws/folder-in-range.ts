import { compareMicroversions, formatMicroversion, type Microversion } from '../../model/microversion';
import { newestOf, objectEntries, oldestOf, type StatedMicroversion } from '../../model/versions-entry';
import type { Document } from '../../model/document';
import { placeIn } from '../place-in';
import type { Report, Rule } from '../rule';

interface StatedIn {
  readonly document: Document;
  readonly stated: StatedMicroversion;
}

/** A sample of a microversion that no document admits is one that nobody can ask for, or the document is stale. */
export const folderInRange: Rule<'versions-set'> = {
  id: 'folder-in-range',
  subject: 'versions-set',
  severity: 'error',
  summary: 'A sample folder vX.Y lies between the oldest and the newest microversion.',
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
          message: `no document states a microversion of major version ${microversion.major}, so there is no ${name}`,
        };
      } else if (newest !== undefined && isNewer(microversion, newest.stated.microversion)) {
        yield { at: place, ...describe(`${name} is newer than the newest`, newest) };
      } else if (oldest !== undefined) {
        if (isNewer(oldest.stated.microversion, microversion))
          yield { at: place, ...describe(`${name} is older than the oldest`, oldest) };
      } else if (base !== undefined && isNewer(base, microversion)) {
        yield {
          at: place,
          message: `${name} is older than \`base_microversion\`, "${formatMicroversion(base)}", with which microversions begin: rename the folder or correct the manifest`,
        };
      }
    }
  },
};

function isNewer(a: Microversion, b: Microversion): boolean {
  return compareMicroversions(a, b) > 0;
}

/** The highest (`sign` 1) or lowest (-1): where documents disagree, the widest range holds, and another law says so. */
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

function describe(claim: string, { document, stated }: StatedIn): Omit<Report, 'at'> {
  return {
    message: `${claim} microversion that ${document.source.name} states, "${stated.text}": rename the folder or correct the document`,
    related: [{ at: placeIn(document, stated.pointer, 'value'), message: 'stated here' }],
  };
}
