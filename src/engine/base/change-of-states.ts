import type { Change, CommittedState, ProjectState, RaceStates } from '../../model/project/change';
import { RULES } from '../../rules/rule-registry';
import { pairServices } from './pair-services';

/** What two branches made of the versions documents of each service since they parted. */
export function raceOf(
  { fork, tip, tipName }: Pick<RaceStates, 'fork' | 'tip' | 'tipName'>,
  branch: ProjectState,
  now: ProjectState,
): RaceStates {
  const [theirs, ours, here] = [tip, branch, now].map((state) => pairServices(state, fork));
  return {
    fork,
    tip,
    tipName,
    branch,
    services: (theirs ?? []).flatMap(({ base, now: ofTip }, index) => {
      const [own, last] = [ours?.[index], here?.[index]];
      return own === undefined || last === undefined
        ? []
        : [{ fork: base, tip: ofTip, branch: own.now, now: last.now }];
    }),
  };
}

/** The change from one state of a project to another. */
export function changeOf(
  now: ProjectState,
  base: CommittedState,
  more: Pick<Change, 'isRelease' | 'declared' | 'race'>,
): Change {
  return {
    now,
    base,
    services: pairServices(now, base),
    defaults: new Map(RULES.map(({ id, severity }) => [id, severity])),
    ...more,
  };
}
