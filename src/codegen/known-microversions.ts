import { isWrongOnPurpose, type Contract, type Sample } from '../model/contracts/contract';
import { groupBy, uniqueBy } from '../model/group-by';
import { compareMicroversions, formatMicroversion, type Microversion } from '../model/versions/microversion';
import type { Project } from '../model/project/project';
import type { VersionRange } from '../model/versions/version-range';
import { readVersions } from '../model/versions/versions-document';
import { looksLikeVersions } from '../model/versions/versions-likeness';
import { newestOf, objectEntries, oldestOf, type ObjectEntry } from '../model/versions/versions-entry';

/** In a major version with a wider span, only the named microversions are listed: a bound such as 2.99999 means "no end". */
const WIDEST = 400;

/**
 * Every microversion of a service that its project shows to exist, oldest first. In each major version, the newest one is the newest that
 * the manifest, the folder of a sample or a versions document among the samples names. The oldest one is what versions documents state,
 * because ranges may begin before the first microversion; without such documents it is the oldest that is named.
 */
export function knownMicroversions({
  baseMicroversion,
  contracts,
  samples,
}: Pick<Project, 'baseMicroversion' | 'contracts' | 'samples'>): readonly Microversion[] {
  const entries = samples.flatMap(versionsIn);
  const oldest = present(entries.map((entry) => oldestOf(entry)?.microversion));
  const named = present([
    baseMicroversion,
    ...contracts.flatMap(namedByContract),
    ...samples.map(({ folder }) => folder),
    ...oldest,
    ...entries.map((entry) => newestOf(entry)?.microversion),
  ]);
  return [...groupBy(sortedOnce(named), ({ major }) => major)].flatMap(([major, ofMajor]) => {
    const [first] = sortedOnce(oldest.filter((microversion) => microversion.major === major));
    return withThoseBetween(
      ofMajor.filter((microversion) => first === undefined || compareMicroversions(first, microversion) <= 0),
    );
  });
}

function withThoseBetween(named: readonly Microversion[]): readonly Microversion[] {
  const [oldest, newest] = [named[0], named.at(-1)];
  if (oldest === undefined || newest === undefined || newest.minor - oldest.minor >= WIDEST) return named;
  const { major, minor } = oldest;
  return Array.from({ length: newest.minor - minor + 1 }, (_, index) => ({ major, minor: minor + index }));
}

function sortedOnce(microversions: readonly Microversion[]): readonly Microversion[] {
  return uniqueBy(microversions, formatMicroversion).toSorted(compareMicroversions);
}

type Named = readonly (Microversion | undefined)[];

function present(named: Named): readonly Microversion[] {
  return named.filter((microversion) => microversion !== undefined);
}

function namedByContract({ range, versions, patterns, live }: Contract): Named {
  return [
    ...boundsOf(range),
    ...versions.flatMap((version) => boundsOf(version.range)),
    ...patterns.map(({ microversion }) => microversion),
    ...live.map(({ microversion }) => (microversion === 'latest' ? undefined : microversion)),
  ];
}

function boundsOf(range: VersionRange | undefined): Named {
  return [range?.min, range?.max];
}

/** The entries of a versions document; none where the sample is wrong on purpose. */
function versionsIn(sample: Sample): readonly ObjectEntry[] {
  const { value } = sample.document;
  return isWrongOnPurpose(sample) || !looksLikeVersions(value) ? [] : objectEntries(readVersions(value));
}
