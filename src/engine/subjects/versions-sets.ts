import type { Document } from '../../model/documents/document';
import type { Microversion } from '../../model/versions/microversion';
import { serviceTypeOf } from '../../model/live/service-types';
import { readVersions } from '../../model/versions/versions-document';
import { newestOf, objectEntries } from '../../model/versions/versions-entry';
import type { VersionsSet, VersionsSubject } from '../../model/versions/versions-set';
import { partitionVersions } from './partition-versions';

/**
 * Which documents belong to one service and must agree: all of them; those of one folder that share a mark of their service; or, in
 * addition, documents of different folders whose versions are under one URL. `partitionVersions` has the details.
 */
export type VersionsGrouping = (typeof VERSIONS_GROUPINGS)[number];

export const VERSIONS_GROUPINGS = ['one-service', 'by-folder', 'by-home'] as const;

/** How versions documents are grouped, and what is known about them. */
export interface VersionsSetOptions {
  /** The service type; undefined: read from the media types. */
  readonly service?: string | undefined;
  readonly grouping: VersionsGrouping;
  /** The newest microversion that the service is expected to offer. */
  readonly newest?: Microversion | undefined;
  /** The `vX.Y` folders of the samples. Compared with the documents only if these all belong to one service. */
  readonly folders?: VersionsSet['folders'];
  readonly base?: Microversion;
}

/** Groups versions documents into the sets that must agree. */
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

/** Whether versions documents are Compute's. One document with its media type is enough, as the index itself has no media types. */
export function isCompute(documents: readonly Document[], service: string | undefined): boolean {
  return service === undefined
    ? documents.some(({ source }) => source.text.includes('application/vnd.openstack.compute+json'))
    : serviceTypeOf(service) === 'compute';
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

/** Adds the expected newest microversion to the sets that state its major version. If no set does, the first one gets it, so that this is reported. */
function withNewest(sets: readonly VersionsSet[], newest: Microversion | undefined): readonly VersionsSet[] {
  if (newest === undefined) return sets;
  const hasMajor = (set: VersionsSet) =>
    set.members
      .flatMap(({ view }) => objectEntries(view))
      .some((entry) => newestOf(entry)?.microversion.major === newest.major);
  const affected = sets.some(hasMajor) ? sets.filter(hasMajor) : sets.slice(0, 1);
  return sets.map((set) => (affected.includes(set) ? { ...set, newest } : set));
}
