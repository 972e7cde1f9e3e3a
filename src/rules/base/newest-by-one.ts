import type { Change } from '../../model/change';
import { compareMicroversions, formatMicroversion, type Microversion } from '../../model/microversion';
import { newestOf, normalId } from '../../model/versions-entry';
import type { Rule } from '../rule';
import { newestById } from './about/newest-by-id';
import { statedChanges } from './about/stated-changes';

export const newestByOne: Rule<'change'> = {
  id: 'newest-by-one',
  subject: 'change',
  severity: 'warning',
  summary: 'A change raises the newest microversion by one at most.',
  check: function* (change) {
    // Between two releases there are many changes.
    if (change.isRelease) return;
    for (const { id, now, base, where } of statedChanges(change, newestOf)) {
      const { major, minor } = last(base.microversion, takenIn(change, id));
      if (now.microversion.major !== major || now.microversion.minor <= minor + 1) continue;
      const next = formatMicroversion({ major, minor: minor + 1 });
      yield {
        ...where,
        message: `the newest microversion of ${id} rose from "${base.text}" to "${now.text}": expected "${next}", because each change of the API gets its own microversion`,
      };
    }
  },
};

/** The newest microversion on the target branch, which the change will have after it is rebased. */
function takenIn({ race }: Change, id: string): Microversion | undefined {
  const found = race?.services.map(({ tip }) => newestById(tip).get(normalId(id)));
  return found?.find((each) => each !== undefined)?.stated.microversion;
}

function last(a: Microversion, b: Microversion | undefined): Microversion {
  return b !== undefined && b.major === a.major && compareMicroversions(b, a) > 0 ? b : a;
}
