import type { ProjectState } from '../../../model/project/change';
import { compareMicroversions, type Microversion } from '../../../model/versions/microversion';
import { newestOf, objectEntries, oldestOf } from '../../../model/versions/versions-entry';
import type { VersionRange } from '../../../model/versions/version-range';

/**
 * The microversions, of all or of one major version, that a project has released: those that its versions documents state. Without a document that states them,
 * they end at the newest folder of samples, and begin with the manifest's base microversion.
 */
export function releasedIn({ project, sets }: ProjectState, major?: number): VersionRange {
  const entries = sets.flatMap(({ members }) => members.flatMap(({ view }) => objectEntries(view)));
  const ofMajor = (all: readonly (Microversion | undefined)[]) =>
    all
      .filter((each) => each !== undefined)
      .filter((each) => major === undefined || each.major === major)
      .toSorted(compareMicroversions);
  const newest =
    ofMajor(entries.map((entry) => newestOf(entry)?.microversion)).at(-1) ??
    ofMajor(project.samples.map(({ folder }) => folder)).at(-1);
  const [oldest] = [
    ...ofMajor(entries.map((entry) => oldestOf(entry)?.microversion)),
    ...ofMajor([project.baseMicroversion]),
  ];
  return {
    ...(oldest === undefined ? {} : { min: oldest }),
    ...(newest === undefined ? {} : { max: newest }),
  };
}
