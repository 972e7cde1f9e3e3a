import { changeOf, raceOf } from '../../../src/engine/base/change-of-states';
import { markUnchanged } from '../../../src/engine/base/mark-unchanged';
import type { OpenedChange } from '../../../src/engine/base/open-change';
import { versionsSets } from '../../../src/engine/subjects/subjects';
import type { CommittedState } from '../../../src/model/project/change';
import type { Project } from '../../../src/model/project/project';
import { parseDeclaredBreaks } from '../../../src/project/git/declared-breaks';

/** What a change has besides its two states. */
export interface MadeChange {
  /** The state of the target branch, whose newest common commit with the change is the base. */
  readonly tip?: Project;
  /** The message of the only commit. */
  readonly message?: string;
  readonly isRelease?: boolean;
  readonly unread?: CommittedState['unread'];
}

/** The change from one project to another, as if the first were a commit of the second. */
export function changeBetween(
  base: Project,
  now: Project,
  { tip, message = '', isRelease = false, unread = new Map() }: MadeChange = {},
): OpenedChange {
  const state = (project: Project, commit: string): CommittedState => ({
    project,
    sets: versionsSets(project),
    commit,
    unread,
  });
  const [before, after] = [state(base, 'ba5eba5eba'), { project: now, sets: versionsSets(now) }];
  return {
    project: { ...now, facts: markUnchanged(now.facts, base.facts) },
    note: '',
    base: { commit: before.commit, why: 'made by a test' },
    notChecked: [],
    change: changeOf(after, before, {
      isRelease,
      declared: parseDeclaredBreaks(`c0ffee\nAda\n${message}`),
      ...(tip === undefined
        ? {}
        : {
            race: raceOf({ fork: before, tip: state(tip, '71971971971'), tipName: '`main`' }, after, after),
          }),
    }),
  };
}
