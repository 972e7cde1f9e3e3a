import type { Document } from '../../model/document';
import type { Microversion } from '../../model/microversion';
import { readVersions } from '../../model/versions-document';
import { newestOf, objectEntries } from '../../model/versions-entry';
import type { VersionsSet, VersionsSubject } from '../../model/versions-set';
import { partitionVersions } from './partition-versions';

/**
 * Which documents are one service's and are held to each other: all of them; those of one folder that tell so;
 * or those that tell so, in whichever folder, when their versions live at one place.
 */
export type VersionsGrouping = 'one-service' | 'by-folder' | 'by-home';

/** How versions documents belong together. */
export interface VersionsSetOptions {
  /** The service type; undefined: told by the media types. */
  readonly service?: string | undefined;
  readonly grouping: VersionsGrouping;
  /** The newest microversion that the code offers. */
  readonly newest?: Microversion | undefined;
  /** The `vX.Y` folders of the samples beside them; held to a service only where there is one. */
  readonly folders?: VersionsSet['folders'];
  readonly base?: Microversion;
}

/** Versions documents as the sets that laws hold to each other. */
export function createVersionsSets(
  documents: readonly Document[],
  options: VersionsSetOptions,
): readonly VersionsSet[] {
  if (documents.length === 0) return [];
  const subjects = documents.map((document): VersionsSubject => ({
    document,
    view: readVersions(document.value),
    compute: false,
  }));
  const groups =
    options.grouping === 'one-service' ? [subjects] : partitionVersions(subjects, options.grouping);
  const isOne = groups.length === 1;
  const sets = groups.map((members) => ({
    members: withCompute(members, options.service),
    folders: isOne ? (options.folders ?? []) : [],
    ...(isOne && options.base !== undefined ? { base: options.base } : {}),
  }));
  return withNewest(sets, options.newest);
}

/** Whether versions documents are Compute's: one with its media type tells it of all, as the index itself carries none. */
export function isCompute(documents: readonly Document[], service: string | undefined): boolean {
  return service === undefined
    ? documents.some(({ source }) => source.text.includes('application/vnd.openstack.compute+json'))
    : service === 'compute';
}

function withCompute(
  members: readonly VersionsSubject[],
  service: string | undefined,
): readonly VersionsSubject[] {
  const compute = isCompute(
    members.map(({ document }) => document),
    service,
  );
  return members.map((member) => ({ ...member, compute }));
}

/** A stated newest microversion is of one service: it goes to the sets with that major, or to the first to say that none has. */
function withNewest(sets: readonly VersionsSet[], newest: Microversion | undefined): readonly VersionsSet[] {
  if (newest === undefined) return sets;
  const hasMajor = (set: VersionsSet) =>
    set.members
      .flatMap(({ view }) => objectEntries(view))
      .some((entry) => newestOf(entry)?.microversion.major === newest.major);
  const meant = sets.some(hasMajor) ? sets.filter(hasMajor) : sets.slice(0, 1);
  return sets.map((set) => (meant.includes(set) ? { ...set, newest } : set));
}
