import type { Place } from '../documents/place';
import type { Project } from './project';
import type { Severity } from '../severity';
import type { VersionsSet } from '../versions/versions-set';

/** A project in one state: as it is now, or as it was in a commit. */
export interface ProjectState {
  readonly project: Project;
  readonly sets: readonly VersionsSet[];
}

/** A project as it was in a commit. */
export interface CommittedState extends ProjectState {
  /** The hash of the commit, abbreviated. */
  readonly commit: string;
  /** Files and folders that could not be read in the commit, by name in findings, with the reason. */
  readonly unread: ReadonlyMap<string, string>;
}

/** The versions documents of one service, now and in the base; `now` has no members if the service has none left. */
export interface ServiceChange {
  readonly now: VersionsSet;
  readonly base: VersionsSet;
}

/** What a branch and the branch that it is meant for made of a project since they parted. */
export interface RaceStates {
  readonly fork: CommittedState;
  readonly tip: CommittedState;
  /** How messages name the branch of the tip. */
  readonly tipName: string;
  readonly branch: ProjectState;
  readonly services: readonly RaceOfService[];
}

/** The versions documents of one service in each state, and now. */
interface RaceOfService extends Readonly<Record<'fork' | 'tip' | 'branch' | 'now', VersionsSet>> {}

/** A change of a project: its state now, and the one in the base, the commit that the change starts from. */
export interface Change {
  readonly now: ProjectState;
  readonly base: CommittedState;
  readonly services: readonly ServiceChange[];
  /** Whether the base is a release, so that several changes lie between it and now. */
  readonly isRelease: boolean;
  /** Absent where the other branch did nothing, or cannot be compared. */
  readonly race?: RaceStates;
  readonly declared: readonly DeclaredBreak[];
  /** The severity that each rule has where the manifest sets none. */
  readonly defaults: ReadonlyMap<string, Severity>;
}

/** A line of a commit message that allows a change to break a rule: `Samplegate-Allow: ids-stay v2.0: nobody uses it`. */
export interface DeclaredBreak {
  /** The hash of the commit, abbreviated, and its author. */
  readonly commit: string;
  readonly author: string;
  /** What follows the colon, as written. */
  readonly text: string;
  /** Absent where the line is not of the form `RULE SUBJECT: REASON`. */
  readonly allows?: { readonly ruleId: string; readonly subject: string; readonly reason: string };
}

/** Whether a file could not be read in a commit, or is in a folder that could not. */
export function isUnread({ unread }: CommittedState, file: string): boolean {
  return [...unread.keys()].some((each) => file === each || file.startsWith(`${each}/`));
}

const SEPARATOR = ':';

/** A place in a commit. No file in the working tree has such a name: git's own syntax is `COMMIT:FILE`. */
export function placeInCommit({ commit }: CommittedState, place: Place): Place {
  return { ...place, file: commit + SEPARATOR + place.file };
}

/** How texts for people name a commit. */
export function shortHash(commit: string): string {
  return commit.slice(0, 10);
}
