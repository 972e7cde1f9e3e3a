import { basename, dirname, relative, resolve } from 'node:path';

import type { Source } from '../model/documents/source';
import type { Violation } from '../model/schemas/violation';
import type { TextProblem } from '../model/documents/text-problem';
import { displayPath, isBelow } from './disk/file-path';
import { findManifest } from './manifest/find-manifest';
import { isSurelyManifest } from './manifest/is-surely-manifest';
import type { Manifest, ManifestMistake } from './manifest/manifest';
import { listedManifests, type ListedManifest } from './manifest/manifest-list';
import { findManifestMistakes } from './mistakes/manifest-mistakes';
import { readDataFile, readDataText } from './tree/read-data-file';
import { readManifest } from './manifest/read-manifest';
import { realPath } from './disk/real-path';
import { violationsOfShipped } from './shipped/shipped-schemas';
import type { Tree } from './tree/tree';

/** The result of reading a manifest: ready to use, or everything that is wrong with it. */
export type ManifestReading =
  | {
      readonly kind: 'ready';
      readonly manifest: Manifest;
      readonly source: Source;
      /** Absolute paths: the manifest, and the folder that it is in. */
      readonly file: string;
      readonly folder: string;
      /** The manifests that it lists; absent where it lists none. */
      readonly listed?: readonly ListedManifest[];
    }
  | {
      readonly kind: 'wrong';
      readonly source: Source;
      readonly problems: readonly TextProblem[];
      readonly violations: readonly Violation[];
      readonly mistakes: readonly ManifestMistake[];
    };

/**
 * Reads the manifest at `path`, or the one that is found from `cwd` upwards. Where `text` is given, it is read as the content of that file, as JSON unless
 * `path` has another extension. Without `path`, the manifest is looked for on disk. Throws a UsageError when there is no manifest or it cannot be read.
 */
export function loadManifest(tree: Tree, cwd: string, path?: string, text?: string): ManifestReading {
  const file = nearestSpelling(
    cwd,
    resolve(cwd, path ?? (text === undefined ? findManifest(cwd) : 'contracts.json')),
  );
  const { source, value, problems } =
    text === undefined ? readDataFile(tree, cwd, file, 'manifest') : readDataText(cwd, file, text);
  if (problems.some(({ kind }) => kind !== 'not-json')) return wrong(source, { problems });
  const violations = violationsOf(value);
  if (problems.length + violations.length > 0) return wrong(source, { problems, violations });
  const manifest = readManifest(value);
  const folder = dirname(file);
  const ofList = manifest.list === undefined ? undefined : listedManifests(manifest.list, file);
  const mistakes = ofList === undefined ? findManifestMistakes(manifest, file, cwd, tree) : ofList.mistakes;
  if (mistakes.length > 0) return wrong(source, { mistakes });
  const ready = { kind: 'ready', manifest, source, file, folder } as const;
  return ofList === undefined ? ready : { ...ready, listed: ofList.listed };
}

/**
 * The path of a file in another spelling of its folder, if that makes the names in findings shorter: the working folder has no symbolic links,
 * but a path may start with one, as /tmp is one on macOS.
 */
function nearestSpelling(cwd: string, path: string): string {
  const [here, there] = [realPath(cwd), realPath(dirname(path))];
  // Above a folder that is a link itself, `..` would not lead where the system leads.
  if (here !== cwd && !isBelow(here, there)) return path;
  const near = resolve(cwd, relative(here, there), basename(path));
  return displayPath(cwd, near).length < displayPath(cwd, path).length ? near : path;
}

function wrong(
  source: Source,
  what: Partial<Pick<Extract<ManifestReading, { kind: 'wrong' }>, 'problems' | 'violations' | 'mistakes'>>,
): ManifestReading {
  return { kind: 'wrong', source, problems: [], violations: [], mistakes: [], ...what };
}

/** The manifest is validated against its schema with the same validator as every sample. */
function violationsOf(value: unknown): readonly Violation[] {
  return isSurelyManifest(value) ? [] : violationsOfShipped('contracts.schema.json', value);
}
