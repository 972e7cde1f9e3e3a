import { placeInCommit, type Change, type CommittedState } from '../../model/change';
import { compareMicroversions, formatMicroversion } from '../../model/microversion';
import { placeIn } from '../place-in';
import { newestById, type NewestOfId } from './about/newest-by-id';
import type { Rule } from '../rule';

/** Git merges two branches that raise the same number cleanly, because both made the same edit: the merge shows no change. */
export const microversionTaken: Rule<'change'> = {
  id: 'microversion-taken',
  subject: 'change',
  severity: 'error',
  summary: 'A microversion that a branch adds is not on the target branch yet.',
  check: function* ({ race }: Change) {
    if (race === undefined) return;
    const { fork, tip, tipName, services } = race;
    for (const service of services) {
      const [before, theirs, ours, here] = [service.fork, service.tip, service.branch, service.now].map(
        newestById,
      );
      for (const [id, own] of ours ?? []) {
        const [old, other] = [before?.get(id), theirs?.get(id)];
        if (old === undefined || other === undefined) continue;
        const isRaised = compareMicroversions(own.stated.microversion, old.stated.microversion) > 0;
        const isTaken = compareMicroversions(other.stated.microversion, own.stated.microversion) >= 0;
        if (!isRaised || !isTaken) continue;
        const { document, stated, version } = here?.get(id) ?? own;
        const { major, minor } = other.stated.microversion;
        yield {
          subject: version,
          at: placeIn(document, stated.pointer, 'value'),
          message: `microversion ${own.stated.text} of ${version} was taken on ${tipName} since you branched: rebase and take ${formatMicroversion({ major, minor: minor + 1 })}`,
          related: [
            related(tip, other, `"${other.stated.text}" on ${tipName}`),
            related(fork, old, `"${old.stated.text}" where the branches parted`),
          ],
        };
      }
    }
  },
};

function related(state: CommittedState, { document, stated }: NewestOfId, message: string) {
  return { at: placeInCommit(state, placeIn(document, stated.pointer, 'value')), message };
}
