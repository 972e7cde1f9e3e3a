import type { ProjectState, ServiceChange } from '../../model/project/change';
import type { VersionsSet } from '../../model/versions/versions-set';

const NONE: VersionsSet = { members: [], folders: [] };

/**
 * Finds the documents of each service of the base among those of now: a service has kept one of its files, or it is the only one that is left
 * on either side.
 */
export function pairServices(now: ProjectState, base: ProjectState): readonly ServiceChange[] {
  const [before, after] = [base, now].map(({ sets }) => sets.filter(({ members }) => members.length > 0));
  if (before === undefined || after === undefined) return [];
  const left = new Set(after);
  const pairs = before.map((set) => {
    const files = filesIn(set);
    const found = [...left].filter((each) => [...filesIn(each)].some((file) => files.has(file)));
    for (const each of found) left.delete(each);
    return { base: set, now: found };
  });
  const alone = pairs.filter((pair) => pair.now.length === 0);
  const [moved, ...others] = left;
  return pairs.map((pair) => {
    const isMoved = alone.length === 1 && alone[0] === pair && moved !== undefined && others.length === 0;
    return { base: pair.base, now: joined(isMoved ? [moved] : pair.now) };
  });
}

function filesIn({ members }: VersionsSet): ReadonlySet<string> {
  return new Set(members.map(({ document }) => document.source.name));
}

/** The documents of one service may be several sets, if they no longer agree. */
function joined(sets: readonly VersionsSet[]): VersionsSet {
  const [first = NONE, ...others] = sets;
  return others.length === 0 ? first : { ...first, members: sets.flatMap(({ members }) => members) };
}
