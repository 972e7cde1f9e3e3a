import { escapeGlob } from '../model/escape-glob';
import { compareText } from '../model/findings/finding';
import { contractNames } from './contract-names';
import { microversionFolderIndex } from './microversion-folder';

/** The samples of one contract. */
export interface SampleGroup {
  /** The contract's name: dotted, lower-case kebab words, unique. */
  readonly name: string;
  /** The glob that matches exactly these paths, with `{microversion}` for their `vX.Y` folder. */
  readonly pattern: string;
  /** Relative to the sample root, sorted. */
  readonly paths: readonly string[];
  readonly hasMicroversions: boolean;
}

/** The segment for the `vX.Y` folder in a template. No real path segment is empty. */
const FOLDER = '';

/** Paths that match one pattern. The template has the segments of the pattern, with `FOLDER` for `{microversion}`. */
interface Claimed {
  readonly template: readonly string[];
  readonly paths: readonly string[];
}

/**
 * Groups sample paths into contracts, each path in exactly one: `servers/v2.3/list.json` and `servers/list.json` both
 * match `servers/{microversion}/list.json`. If two patterns match the same path, only the one with more paths is used,
 * and the remaining paths of the other get contracts of their own.
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

/** The templates to use, with all the paths that each matches. No path occurs twice. */
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

/** The template for any microversion in place of the path's `vX.Y` folder; empty if it has no such folder. */
function openFolder(path: string): readonly string[] {
  const segments = path.split('/');
  const index = microversionFolderIndex(segments);
  return index === -1 ? [] : [segments.with(index, FOLDER).join('/')];
}

/** The templates that match the path because `{microversion}` may also match nothing. */
function absentFolders(path: string): readonly string[] {
  const segments = path.split('/');
  return segments.map((_, index) => segments.toSpliced(index, 0, FOLDER).join('/'));
}
