import { compareText } from '../model/finding';
import { contractNames } from './contract-names';
import { microversionFolderIndex } from './microversion-folder';

/** The samples that one contract claims. */
export interface SampleGroup {
  /** The contract's name: dotted, lower-case kebab words, unique. */
  readonly name: string;
  /** The glob that claims exactly these paths, with `{microversion}` for their `vX.Y` folder. */
  readonly pattern: string;
  /** Relative to the sample root, sorted. */
  readonly paths: readonly string[];
  readonly hasMicroversions: boolean;
}

/** Stands for the `vX.Y` folder in a template; no segment of a path is empty. */
const FOLDER = '';

/** Paths with one pattern: the path's segments, `FOLDER` among them where the pattern has `{microversion}`. */
interface Claimed {
  readonly template: readonly string[];
  readonly paths: readonly string[];
}

/**
 * Sample paths as contracts, each path in exactly one: `servers/v2.3/list.json` and `servers/list.json` are both
 * `servers/{microversion}/list.json`. Where two such patterns would claim one path, the one with fewer paths is not
 * used, and what it alone claimed stands for itself.
 */
export function groupSamples(paths: readonly string[]): readonly SampleGroup[] {
  const sorted = [...new Set(paths)].sort(compareText);
  const shared = shareFolders(sorted);
  const claimed = new Set(shared.flatMap((group) => group.paths));
  const single = sorted
    .filter((path) => !claimed.has(path))
    .map((path) => ({ template: path.split('/'), paths: [path] }));
  const groups = [...shared, ...single].sort((a, b) =>
    compareText(a.template.join('/'), b.template.join('/')),
  );
  const names = contractNames(groups.map(({ template }) => template.filter((segment) => segment !== FOLDER)));
  return groups.map((group, index) => ({
    name: names[index] ?? '',
    pattern: group.template.map((name) => (name === FOLDER ? '{microversion}' : escapeGlob(name))).join('/'),
    paths: group.paths,
    hasMicroversions: group.template.includes(FOLDER),
  }));
}

/** The templates that are used, with all the paths that each claims; no path is claimed twice. */
function shareFolders(paths: readonly string[]): readonly Claimed[] {
  const byTemplate = new Map<string, string[]>(paths.flatMap(openFolder).map((template) => [template, []]));
  for (const path of paths) {
    for (const template of [...openFolder(path), ...absentFolders(path)])
      byTemplate.get(template)?.push(path);
  }
  const taken = new Set<string>();
  return [...byTemplate]
    .sort(([a, pathsA], [b, pathsB]) => pathsB.length - pathsA.length || compareText(a, b))
    .flatMap(([template, claimed]) => {
      if (claimed.some((path) => taken.has(path))) return [];
      for (const path of claimed) taken.add(path);
      return [{ template: template.split('/'), paths: claimed }];
    });
}

/** The template that leaves the path's `vX.Y` folder open; none where it has no such folder. */
function openFolder(path: string): readonly string[] {
  const segments = path.split('/');
  const index = microversionFolderIndex(segments);
  return index === -1 ? [] : [segments.with(index, FOLDER).join('/')];
}

/** The templates that would claim the path with their folder absent. */
function absentFolders(path: string): readonly string[] {
  const segments = path.split('/');
  return segments.map((_, index) => segments.toSpliced(index, 0, FOLDER).join('/'));
}

/** A glob that matches exactly this text: every character with a meaning of its own is preceded by a backslash. */
export function escapeGlob(text: string): string {
  return text.replaceAll(/[\\*?[\]{}()!|"+@]/g, '\\$&');
}
