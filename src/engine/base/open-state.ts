import { basename, dirname, join, resolve } from 'node:path';

import { shortHash, type CommittedState } from '../../model/project/change';
import { UsageError } from '../../model/usage-error';
import { openCommitTree } from '../../project/git/commit-tree';
import { displayPath } from '../../project/disk/file-path';
import { MANIFEST_NAMES } from '../../project/manifest/find-manifest';
import type { GitBlobs } from '../../project/git/git-blobs';
import type { Project } from '../../model/project/project';
import { openProjectIn } from '../open/open-project';
import { versionsSets } from '../subjects/subjects';

/** A project as it was in a commit, or why it cannot be opened. */
export type StateReading =
  | { readonly kind: 'open'; readonly state: CommittedState }
  | { readonly kind: 'not-open'; readonly reason: string };

/** Opens a project as it was in a commit: its manifest and all that the manifest named then. */
export function openState(
  { manifest, folders }: Pick<Project, 'manifest' | 'folders'>,
  commit: string,
  { cwd, blobs }: { readonly cwd: string; readonly blobs: GitBlobs },
): StateReading {
  const tree = openCommitTree(folders.project, commit, blobs);
  const own = resolve(cwd, manifest.name);
  const names = [basename(own), ...(MANIFEST_NAMES.includes(basename(own)) ? MANIFEST_NAMES : [])];
  const path = names.map((name) => join(dirname(own), name)).find((each) => tree.kind(each) === 'file');
  const [unread] = tree.unread.values();
  if (path === undefined) {
    const reason =
      unread === undefined
        ? `${shortHash(commit)} has no ${manifest.name}`
        : `${manifest.name} in ${shortHash(commit)}: ${unread}`;
    return { kind: 'not-open', reason };
  }
  try {
    const project = openProjectIn(tree, { cwd, manifest: path });
    return {
      kind: 'open',
      state: {
        project,
        sets: versionsSets(project),
        commit: shortHash(commit),
        unread: new Map([...tree.unread].map(([file, reason]) => [displayPath(cwd, file), reason])),
      },
    };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const [{ message } = error] = error.details;
    // A folder that is a link seems to be missing.
    const link = [...tree.unread].find(([file]) => message.includes(`\`${displayPath(cwd, file)}\``));
    const reason =
      link === undefined
        ? `the manifest in ${shortHash(commit)} is wrong: ${message}`
        : `${displayPath(cwd, link[0])} in ${shortHash(commit)}: ${link[1]}`;
    return { kind: 'not-open', reason };
  }
}
