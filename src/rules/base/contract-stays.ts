import { placeInCommit } from '../../model/project/change';
import type { Contract } from '../../model/contracts/contract';
import {
  compareMicroversions,
  formatMicroversion,
  type Microversion,
} from '../../model/versions/microversion';
import type { Place } from '../../model/documents/place';
import type { Project } from '../../model/project/project';
import {
  isEmptyRange,
  narrowRange,
  rangeContains,
  type VersionRange,
} from '../../model/versions/version-range';
import type { Rule } from '../rule';
import { releasedIn } from './about/released';

/** A contract that leaves takes its checks with it, and nothing else would say so. */
export const contractStays: Rule<'change'> = {
  id: 'contract-stays',
  subject: 'change',
  severity: 'error',
  summary: 'Every contract of the base is still there, with a schema for every released microversion.',
  check: function* ({ now, base }) {
    const released = releasedIn(base);
    const kept = new Map(now.project.contracts.map((contract) => [contract.name, contract]));
    for (const old of base.project.contracts) {
      const contract = kept.get(old.name);
      const related = [{ at: placeInCommit(base, old.place), message: 'the contract in the base' }];
      if (contract === undefined) {
        yield {
          subject: old.name,
          at: contractsOf(now.project),
          message: `the contract ${old.name} is gone, so its promise is no longer checked: restore it`,
          related,
        };
        continue;
      }
      const lost = firstLost(old, contract, released);
      if (lost === undefined) continue;
      yield {
        subject: old.name,
        at: contract.place,
        message: `${old.name} no longer has a schema for ${lost}, which is released: restore its range`,
        related,
      };
    }
  },
};

/** The contracts of a manifest; the whole manifest where they are all in OpenAPI documents. */
function contractsOf({ manifest, contracts }: Project): Place {
  const file = manifest.name;
  return contracts.some(({ place }) => place.file === file)
    ? { file, pointer: '/contracts', token: 'key' }
    : { file };
}

/** The oldest released microversion that a contract had a schema for and has no more, in words. */
function firstLost(old: Contract, now: Contract, released: VersionRange): string | undefined {
  const covering = rangesOf(now);
  for (const range of rangesOf(old)) {
    const part = narrowRange(range, released);
    const lost = isEmptyRange(part) ? undefined : firstUncovered(part, covering);
    if (lost !== undefined) return lost === 'start' ? 'the oldest microversions' : formatMicroversion(lost);
  }
  return undefined;
}

/** The microversions with a schema. */
function rangesOf({ range = {}, versions }: Contract): readonly VersionRange[] {
  return versions.map((version) => narrowRange(version.range, range)).filter((each) => !isEmptyRange(each));
}

function firstUncovered(
  { min, max }: VersionRange,
  covering: readonly VersionRange[],
): Microversion | 'start' | undefined {
  let from = min;
  for (;;) {
    const at = from;
    const cover = covering.find((range) =>
      at === undefined ? range.min === undefined : rangeContains(range, at),
    );
    if (cover === undefined) return from ?? 'start';
    if (cover.max === undefined || (max !== undefined && compareMicroversions(cover.max, max) >= 0))
      return undefined;
    const { major, minor } = cover.max;
    const next = { major, minor: minor + 1 };
    const nextMajor = { major: major + 1, minor: 0 };
    const isCovered = (each: Microversion) => covering.some((range) => rangeContains(range, each));
    // No range says which minor version of a major version is the last.
    const isLast = max !== undefined && max.major > major && !isCovered(next);
    from = isLast && isCovered(nextMajor) ? nextMajor : next;
  }
}
