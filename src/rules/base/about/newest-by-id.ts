import { textMember } from '../../../model/json/json-value';
import type { Document } from '../../../model/documents/document';
import { groupBy } from '../../../model/group-by';
import { compareMicroversions } from '../../../model/versions/microversion';
import {
  newestOf,
  normalIdOf,
  objectEntries,
  type StatedMicroversion,
} from '../../../model/versions/versions-entry';
import type { VersionsSet } from '../../../model/versions/versions-set';

/** The newest microversion of a version, and where it is stated. */
export interface NewestOfId {
  readonly document: Document;
  readonly stated: StatedMicroversion;
  /** The id as written. */
  readonly version: string;
}

/** The newest microversion of each version of a service, by its id in the form that is the same for equal versions. */
export function newestById({ members }: VersionsSet): ReadonlyMap<string, NewestOfId> {
  const all = members.flatMap(({ document, view }) =>
    objectEntries(view).flatMap((entry) => {
      const stated = newestOf(entry);
      const version = textMember(entry.value, 'id') ?? '';
      return stated === undefined ? [] : [{ key: normalIdOf(entry), document, stated, version }];
    }),
  );
  return new Map(
    [...groupBy(all, ({ key }) => key)].map(([key, found]) => [
      key,
      found.reduce((newest, next) =>
        compareMicroversions(next.stated.microversion, newest.stated.microversion) > 0 ? next : newest,
      ),
    ]),
  );
}
