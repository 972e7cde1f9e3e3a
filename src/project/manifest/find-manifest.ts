import { join, parse } from 'node:path';

import { UsageError } from '../../model/usage-error';
import { fileKind } from '../disk/file-kind';
import { displayPath, isBelow, selfAndFolders } from '../disk/file-path';
import { homeFolder } from '../disk/home-folder';
import { globFiles } from '../disk/list-files';
import { linkTarget, realPath } from '../disk/real-path';
import { repositoryFolder } from '../disk/repository-folder';
import { shortList } from '../../wording/list-words';

export const MANIFEST_NAMES: readonly string[] = ['contracts.yaml', 'contracts.yml', 'contracts.json'];

/** Where packages of a monorepo have theirs. */
const BELOW = `{*,*/*}/{${MANIFEST_NAMES.join(',')}}`;

/** What was found on the way up from a folder. */
interface Search {
  /** The manifests of the nearest folder that has any: more than one is a mistake. */
  readonly found: readonly string[];
  /** Folders that cannot be searched. */
  readonly locked: readonly string[];
}

/** The absolute path of the manifest for a folder, as seen from the working folder. Throws a UsageError if there is none, or more than one in a folder. */
export function findManifest(folder: string, cwd: string = folder): string {
  const { found, locked } = searchManifest(folder);
  const [first, second] = found.map((path) => displayPath(cwd, path));
  if (second !== undefined)
    throw new UsageError(
      `\`${first}\` and \`${second}\` both exist: delete one, or choose one with \`--manifest FILE\``,
    );
  const [path] = found;
  if (path !== undefined) return path;
  const unsearched = locked.map((each) => `; \`${displayPath(cwd, each)}\` cannot be searched`).join('');
  const here = folder === cwd ? 'here' : `in \`${displayPath(cwd, folder)}\``;
  const none = `there is no ${MANIFEST_NAMES[0]} ${here} or in a folder above`;
  // Outside a repository, the folders below may be anything.
  const below = (repositoryFolder(folder) === undefined ? [] : globFiles(BELOW, folder)).map((name) =>
    displayPath(cwd, join(folder, name)),
  );
  throw new UsageError(
    below.length === 0
      ? `${none}: run \`samplegate init\` to write one, or choose one with \`--manifest FILE\`${unsearched}`
      : `${none}, but there is ${shortList(below)}: choose one with \`--manifest FILE\`, or list them under \`manifests:\` in a ${MANIFEST_NAMES[0]} ${here}${unsearched}`,
  );
}

/**
 * Looks for manifests in a folder and then in the folders above it, up to the top of the repository. Outside of a repository, the search
 * goes up to the root of the file system. It never leaves the user's home folder.
 */
export function searchManifest(cwd: string, home: string | undefined = homeFolder()): Search {
  const here = manifestsIn(cwd);
  if (here.found.length > 0) return here;
  // Like git and the shell's `cd -P ..`, upwards means the real folders.
  const [, ...above] = selfAndFolders(realPath(cwd), topOf(realPath(cwd), home));
  const locked = [...here.locked];
  for (const folder of above) {
    const level = manifestsIn(folder);
    // A folder of this name may be anything.
    const found = level.found.filter((path) => fileKind(path) !== 'folder');
    if (found.length > 0) return { found, locked };
    locked.push(...level.locked);
  }
  return { found: [], locked };
}

/** How far up from a folder files of its project may be: the top of its repository, else the root of the file system or the home folder. */
export function topOf(folder: string, home: string | undefined = homeFolder()): string {
  const realHome = home === undefined ? undefined : realPath(home);
  const tops = [
    parse(folder).root,
    repositoryFolder(folder) ?? '',
    realHome !== undefined && isBelow(realHome, folder) ? realHome : '',
  ];
  // Each of them is the folder or above it, so the longest is the nearest.
  return tops.reduce((nearest, top) => (top.length > nearest.length ? top : nearest));
}

function manifestsIn(folder: string): Search {
  const paths = MANIFEST_NAMES.map((name) => join(folder, name));
  // Without permission to search a folder, every path in it seems to be locked.
  if (paths.every((path) => fileKind(path) === 'locked')) return { found: [], locked: [folder] };
  // A link that leads nowhere is a mistake to report, and no reason to use a manifest above it.
  const found = paths.filter((path) => fileKind(path) !== 'nothing' || linkTarget(path) !== undefined);
  return { found, locked: [] };
}
