import type { Change } from '../../model/project/change';
import {
  compareMicroversions,
  formatMicroversion,
  type Microversion,
} from '../../model/versions/microversion';
import { newestOf, normalId } from '../../model/versions/versions-entry';
import type { Report, Rule } from '../rule';
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
      const { major, minor } = last(base.microversion, takenIn(change, id, where.at));
      if (now.microversion.major !== major || now.microversion.minor <= minor + 1) continue;
      const next = formatMicroversion({ major, minor: minor + 1 });
      yield {
        ...where,
        message: `the newest microversion of ${id} rose from "${base.text}" to "${now.text}": expected "${next}", because each change of the API gets its own microversion`,
      };
    }
  },
};

/** The newest microversion of this service on the target branch, which the change will have after it is rebased. */
function takenIn({ race }: Change, id: string, { file }: Report['at']): Microversion | undefined {
  const service = race?.services.find(({ now }) =>
    now.members.some(({ document }) => document.source.name === file),
  );
  return service && newestById(service.tip).get(normalId(id))?.stated.microversion;
}

function last(a: Microversion, b: Microversion | undefined): Microversion {
  return b !== undefined && b.major === a.major && compareMicroversions(b, a) > 0 ? b : a;
}
