import {
  placeInCommit,
  type Change,
  type CommittedState,
  type ProjectState,
  type RaceStates,
} from '../../model/project/change';
import { compareMicroversions, formatMicroversion } from '../../model/versions/microversion';
import type { Place } from '../../model/documents/place';
import { quote } from '../../wording/quote';
import { placeIn } from '../place-in';
import type { Report, Rule } from '../rule';
import { newestById, type NewestOfId } from './about/newest-by-id';
import { newestInCode, type ReadInCode } from './about/newest-in-code';
import { releasedIn } from './about/released';

/** Git merges two branches that raise the same number cleanly, because both made the same edit: the merge shows no change. */
export const microversionTaken: Rule<'change'> = {
  id: 'microversion-taken',
  subject: 'change',
  severity: 'error',
  summary: 'A microversion that a branch adds is not on the target branch yet.',
  check: function* ({ race, now }: Change) {
    if (race === undefined) return;
    const inDocuments = [...takenInDocuments(race)];
    yield* inDocuments.map(({ report }) => report);
    // Where samples and code have the same number, one finding is enough.
    const known = new Set(inDocuments.map(({ number }) => number));
    for (const { number, report } of takenInCode(race, now)) if (!known.has(number)) yield report;
  },
};

interface Taken {
  readonly number: string;
  readonly report: Report;
}

function* takenInDocuments({ fork, tip, tipName, services }: RaceStates): Iterable<Taken> {
  for (const service of services) {
    const [before, theirs, ours, here] = [service.fork, service.tip, service.branch, service.now].map(
      newestById,
    );
    for (const [id, own] of ours ?? []) {
      const [old, other] = [before?.get(id), theirs?.get(id)];
      if (old === undefined || other === undefined || !isTaken(old.stated, own.stated, other.stated))
        continue;
      const { document, stated, version } = here?.get(id) ?? own;
      yield {
        number: own.stated.text,
        report: {
          subject: version,
          at: placeIn(document, stated.pointer, 'value'),
          message: messageFor(own.stated, version, other.stated, tipName),
          related: [
            related(tip, placeOf(other), `"${other.stated.text}" on ${tipName}`),
            related(fork, placeOf(old), `"${old.stated.text}" where the branches parted`),
          ],
        },
      };
    }
  }
}

/** Not every project has the number in its samples. */
function* takenInCode({ fork, tip, tipName, branch }: RaceStates, now: ProjectState): Iterable<Taken> {
  for (const { name } of now.project.facts) {
    const [old, other, own, here] = [fork, tip, branch, now].map((state) => numberOf(state, name));
    if (old === undefined || other === undefined || own === undefined || here === undefined) continue;
    // A number of another kind, such as a release.
    if (releasedIn(fork, own.microversion.major).max === undefined) continue;
    if (!isTaken(old, own, other)) continue;
    const text = formatMicroversion(own.microversion);
    yield {
      number: text,
      report: {
        subject: name,
        at: here.reading.place,
        message: messageFor(own, `the fact ${quote(name)}`, other, tipName),
        related: [
          related(tip, other.reading.place, `"${other.reading.value}" on ${tipName}`),
          related(fork, old.reading.place, `"${old.reading.value}" where the branches parted`),
        ],
      },
    };
  }
}

function numberOf({ project }: ProjectState, name: string): ReadInCode | undefined {
  const fact = project.facts.find((each) => each.name === name);
  return fact === undefined ? undefined : newestInCode(fact);
}

type Numbered = Pick<ReadInCode, 'microversion'>;

function isTaken(fork: Numbered, branch: Numbered, tip: Numbered): boolean {
  return (
    compareMicroversions(branch.microversion, fork.microversion) > 0 &&
    compareMicroversions(tip.microversion, branch.microversion) >= 0
  );
}

function messageFor(own: Numbered, what: string, { microversion }: Numbered, tipName: string): string {
  const { major, minor } = microversion;
  return `microversion ${formatMicroversion(own.microversion)} of ${what} was taken on ${tipName} since you branched: rebase and take ${formatMicroversion({ major, minor: minor + 1 })}`;
}

function placeOf({ document, stated }: NewestOfId): Place {
  return placeIn(document, stated.pointer, 'value');
}

function related(state: CommittedState, place: Place, message: string) {
  return { at: placeInCommit(state, place), message };
}
