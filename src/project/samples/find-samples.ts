import picomatch from 'picomatch';

import type { SampleFile } from '../../model/contracts/contract';
import { isGlob, unescapeGlob } from '../../model/escape-glob';
import { folderMicroversion, type Microversion } from '../../model/versions/microversion';
import { compilePlaceholders, hasMicroversion, MICROVERSION, placeholdersIn } from './placeholders';
import { createCandidates, type Candidates } from './sample-candidates';

/** A file that a pattern claims. */
export interface SampleMatch<File extends SampleFile> {
  readonly file: File;
  /** The microversion that the placeholder matched; without a placeholder, of the first `vX.Y` folder. */
  readonly folder: Microversion | undefined;
}

/** Finds the files that a pattern claims. A pattern is relative to the sample roots, or to the manifest's folder where it starts with `./`. */
export function createSampleFinder<File extends SampleFile>(
  files: readonly File[],
): (pattern: string) => readonly SampleMatch<File>[] {
  const inRoots = createFinder(files, ({ path }) => path);
  const inProject = createFinder(files, ({ local }) => local);
  return (pattern) =>
    isRelativeToManifest(pattern) ? inProject(pattern.slice(LOCAL.length)) : inRoots(pattern);
}

const LOCAL = './';

/** Whether a pattern is relative to the manifest's folder, and not to the sample roots. */
export function isRelativeToManifest(pattern: string): boolean {
  return pattern.startsWith(LOCAL);
}

/** The microversion of a sample path: its first folder `vX.Y`. */
export function versionFolder(path: string): Microversion | undefined {
  for (const segment of path.split('/').slice(0, -1)) {
    const microversion = folderMicroversion(segment);
    if (microversion !== undefined) return microversion;
  }
  return undefined;
}

const PLACEHOLDER = `{${MICROVERSION}}`;

/** Most patterns have no wildcard and need only one look-up. The other patterns are compared only with paths that contain their literal parts. */
function createFinder<File extends SampleFile>(
  files: readonly File[],
  nameOf: (file: File) => string,
): (pattern: string) => readonly SampleMatch<File>[] {
  const inFolder = (file: File) => ({ file, folder: versionFolder(file.path) });
  let byPlaceholder: ReadonlyMap<string, readonly SampleMatch<File>[]> | undefined;
  let known: Candidates<File> | undefined;
  return (pattern) => {
    known ??= createCandidates(files, nameOf);
    // A file name may look like a glob, such as `list (all).json`: then the pattern means that file.
    const named = known.named(pattern);
    if (named.length > 0) return named.map(inFolder);
    const words = placeholdersIn(pattern);
    const isInName = hasMicroversion(pattern.replaceAll(FOLDER, ''));
    const hasFolder = hasMicroversion(pattern);
    const isPlain = words.length === 0 && !isInName && !isGlob(pattern.replaceAll(FOLDER, 'v0.0/'));
    if (isPlain && hasFolder) {
      byPlaceholder ??= indexByPlaceholder(files, nameOf);
      return byPlaceholder.get(unescapeGlob(pattern)) ?? [];
    }
    if (isPlain) return known.named(unescapeGlob(pattern)).map(inFolder);
    const candidates = known.mayMatch(pattern);
    if (candidates.length === 0) return [];
    if (words.length > 0 || hasFolder) {
      const { match } = compilePlaceholders(pattern);
      return candidates.flatMap(({ name, file }) => {
        const found = match(name);
        return found === undefined ? [] : [{ file, folder: found.microversion ?? versionFolder(file.path) }];
      });
    }
    // Hidden files are samples too.
    const matches = picomatch(pattern, { dot: true });
    return candidates.filter(({ name }) => matches(name)).map(({ file }) => inFolder(file));
  };
}

/** A folder that is `{microversion}`. */
const FOLDER = /(?<=^|\/)\{microversion\}\//g;

/**
 * The paths by the patterns with a placeholder that match them: `a/{microversion}/b.json` leads to `a/v2.1/b.json` and to `a/b.json`. A
 * placeholder can replace any `vX.Y` folder, or be inserted between any two segments.
 */
function indexByPlaceholder<File extends SampleFile>(
  files: readonly File[],
  nameOf: (file: File) => string,
): ReadonlyMap<string, readonly SampleMatch<File>[]> {
  const index = new Map<string, SampleMatch<File>[]>();
  const add = (parts: readonly string[], match: SampleMatch<File>) => {
    const key = parts.join('/');
    const found = index.get(key);
    if (found === undefined) index.set(key, [match]);
    else found.push(match);
  };
  for (const file of files) {
    const parts = nameOf(file).split('/');
    for (const [at, part] of parts.entries()) {
      const folder = at < parts.length - 1 ? folderMicroversion(part) : undefined;
      if (folder !== undefined) add(parts.with(at, PLACEHOLDER), { file, folder });
      add(parts.toSpliced(at, 0, PLACEHOLDER), { file, folder: versionFolder(file.path) });
    }
  }
  return index;
}
