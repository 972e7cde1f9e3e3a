import type { NotChecked } from '../../model/findings/check-result';
import { shortHash, type Change, type CommittedState, type RaceStates } from '../../model/project/change';
import type { Project } from '../../model/project/project';
import { fileOf } from '../../model/documents/source';
import { readDeclaredBreaks } from '../../project/git/declared-breaks';
import { findBase, type Base, type Race } from '../../project/git/find-base';
import { FETCH_MORE } from '../../project/git/missing-history';
import { GitBlobs } from '../../project/git/git-blobs';
import { differInGit } from '../../project/git/differ-in-git';
import { versionsSets } from '../subjects/subjects';
import { changeOf, raceOf } from './change-of-states';
import { markUnchanged } from './mark-unchanged';
import { openState, type StateReading } from './open-state';

/** The `what` of `NotChecked` for what was not compared. */
export const COMPARISONS = 'comparisons with the base';

/** Which base a project is compared with. */
export interface BaseOptions {
  /** A branch, tag or commit; undefined: the one that CI names, else the default branch of the remote. */
  readonly name?: string | undefined;
  readonly cwd: string;
  /** The variables in which CI describes the change. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The change of a project since its base, as far as it can be compared. */
export interface OpenedChange {
  /** Absent where the base cannot be opened. */
  readonly change?: Change;
  /** The project, with what it has in common with the base. */
  readonly project: Project;
  /** The base that is used, and why, in one line. */
  readonly note: string;
  readonly base: { readonly commit: string; readonly why: string };
  readonly notChecked: readonly NotChecked[];
}

/** Opens the base of a project. Throws a UsageError if there is no such commit. */
export function openChange(project: Project, { name, cwd, env }: BaseOptions): OpenedChange {
  const folder = project.folders.project;
  const base = findBase(folder, name, env);
  const blobs = new GitBlobs(folder);
  const opened = new Map<string, StateReading>();
  const open = (hash: string) => {
    const state = opened.get(hash) ?? openState(project, hash, { cwd, blobs });
    opened.set(hash, state);
    return state;
  };
  const commit = shortHash(base.commit);
  const reading = open(base.commit);
  const about = { base: { commit: base.commit, why: base.why } };
  if (reading.kind === 'not-open')
    return {
      ...about,
      project,
      note: `base not checked: ${reading.reason}`,
      notChecked: [listed([reading.reason])],
    };
  const { state } = reading;
  const now = { project, sets: versionsSets(project) };
  const { race, notChecked } = openRace(base, { now, base: state, open, folder, cwd });
  const change = changeOf(now, state, {
    isRelease: base.isTag,
    ...(race === undefined ? {} : { race }),
    declared: readDeclaredBreaks(folder, base.commit),
  });
  const same = base.isHead ? [`base ${commit} is ${HEAD}`] : [];
  return {
    ...about,
    change,
    project: { ...project, facts: markUnchanged(project.facts, state.project.facts) },
    note: `base ${commit}, ${base.why}${base.isHead ? `, which is ${HEAD}` : ''}`,
    notChecked: [
      listed([
        ...same,
        ...[...state.unread].map(([file, reason]) => `${commit}:${file}: ${reason}`),
        ...notChecked,
      ]),
    ],
  };
}

/** What is known of a base that is the newest commit itself. */
const HEAD = 'HEAD: nothing to compare with but uncommitted changes';

function listed(items: readonly string[]): NotChecked {
  return { what: COMPARISONS, one: 'comparison with the base', items };
}

/** The states of two branches, if the other one has changed a file that states microversions since they parted. */
function openRace(
  { race, isCut }: Base,
  {
    now,
    base,
    open,
    ...folders
  }: {
    readonly now: Change['now'];
    readonly base: CommittedState;
    readonly open: (commit: string) => StateReading;
    readonly folder: string;
    readonly cwd: string;
  },
): { readonly race?: RaceStates; readonly notChecked: readonly string[] } {
  const cut = isCut ? [`lines \`Samplegate-Allow:\` in commits that are not here: ${SHALLOW}`] : [];
  if (race === undefined) return { notChecked: cut };
  const { fork, tip, branch, name } = race;
  if (fork === undefined)
    return { notChecked: [`microversions taken on ${name} since the branches parted: ${SHALLOW}`, ...cut] };
  const files = [...new Set([now, base].flatMap(filesWithNumbers))];
  if (files.length === 0 || !differInGit(folders, [fork, tip], files)) return { notChecked: cut };
  const [readFork, readTip, readBranch] = [fork, tip, branch].map((commit) =>
    commit === undefined ? undefined : open(commit),
  );
  const states = [readFork, readTip, readBranch].flatMap((each) =>
    each?.kind === 'open' ? [each.state] : [],
  );
  const [first, second, third] = states;
  if (first === undefined || second === undefined || (branch !== undefined && third === undefined))
    return { notChecked: [notOpen([readFork, readTip, readBranch], race), ...cut] };
  const raced = raceOf({ fork: first, tip: second, tipName: name }, third ?? now, now);
  return { race: raced, notChecked: cut };
}

function notOpen(readings: readonly (StateReading | undefined)[], { name }: Race): string {
  const reasons = readings.flatMap((each) => (each?.kind === 'not-open' ? [each.reason] : []));
  return `microversions taken on ${name}: ${reasons.join('; ')}`;
}

const SHALLOW = `this clone is shallow, so run \`${FETCH_MORE}\``;

/** The versions documents, and the code that facts are read from. */
function filesWithNumbers({ project, sets }: Change['now']): readonly string[] {
  return [
    ...sets.flatMap(({ members }) => members.map(({ document }) => fileOf(document.source))),
    ...project.facts.flatMap(({ sources }) => sources.flatMap(({ file }) => file ?? [])),
  ];
}
