import { childPointer } from '../../model/json/json-pointer';
import { nearest } from '../../model/nearest';
import type { Project } from '../../model/project/project';
import type { Source } from '../../model/documents/source';
import { UsageError, type UsageDetail } from '../../model/usage-error';
import { DISK } from '../../project/tree/disk-tree';
import { displayPath } from '../../project/disk/file-path';
import { loadManifest, type ManifestReading } from '../../project/load-manifest';
import type { ListedManifest } from '../../project/manifest/manifest-list';
import { loadProject } from '../../project/load-project';
import { withOpenApi } from '../../project/openapi/expand-project';
import type { Tree } from '../../project/tree/tree';
import { RULES } from '../../rules/rule-registry';
import { count } from '../../wording/list-words';
import { OPTION_KINDS, type OptionKinds } from '../options/option-kinds';
import { refuseWrongOptions } from '../options/refuse-wrong-options';
import { describeManifest } from './describe-manifest';

/** Which manifest to open, and from which folder. */
export interface ProjectOptions {
  /** The working folder: paths in findings are relative to it. Default: the process's. */
  readonly cwd?: string;
  /** The path of the manifest. Default: contracts.yaml, contracts.yml or contracts.json in the working folder or the nearest folder above. */
  readonly manifest?: string;
  /** The text of a manifest that is not on disk: it is read as if it were the file at `manifest`. Default: at contracts.json. */
  readonly manifestText?: string;
}

export const PROJECT_OPTIONS: OptionKinds<ProjectOptions> = {
  cwd: OPTION_KINDS.text,
  manifest: OPTION_KINDS.text,
  manifestText: OPTION_KINDS.anyText,
};

/** Opens a manifest and reads everything that it refers to. Throws a UsageError that lists every mistake in the manifest. */
export function openProject(options: ProjectOptions = {}): Project {
  refuseWrongOptions(options, PROJECT_OPTIONS, '`openProject`');
  return openProjectIn(DISK, options);
}

/** As `openProject`, with files from a tree. */
export function openProjectIn(
  tree: Tree,
  { cwd = process.cwd(), manifest, manifestText }: ProjectOptions,
): Project {
  const opened = openManifest(tree, cwd, manifest, manifestText);
  if ('project' in opened) return opened.project;
  const [first] = opened.listed;
  const example = first === undefined ? 'FILE' : displayPath(cwd, first.file);
  throw new UsageError(
    `\`${opened.source.name}\` lists ${count(opened.listed.length, 'manifest')}, and only one can be used here: choose one with \`--manifest ${example}\``,
  );
}

/** A project, or the manifests that a manifest lists instead of having contracts. */
export type OpenedManifest =
  { readonly project: Project } | { readonly source: Source; readonly listed: readonly ListedManifest[] };

/** Opens a manifest of either kind. Throws a UsageError that lists every mistake in it. */
export function openManifest(
  tree: Tree,
  cwd: string,
  manifest?: string,
  manifestText?: string,
): OpenedManifest {
  const reading = loadManifest(tree, cwd, manifest, manifestText);
  const details = reading.kind === 'wrong' ? describeManifest(reading) : unknownRules(reading);
  if (reading.kind === 'wrong' || details.length > 0) {
    throw new UsageError('the manifest is wrong, so nothing was checked', details, reading.source);
  }
  if (reading.listed !== undefined) return { source: reading.source, listed: reading.listed };
  return { project: withOpenApi(loadProject(reading, cwd, tree), reading, cwd, tree) };
}

/** Rules that are now part of another one. */
const RENAMED: ReadonlyMap<string, string> = new Map([['validation-ends', 'sample-judged']]);

/** A misspelt rule id under `rules:` would leave its author believing that the rule is on, or off. */
function unknownRules({
  manifest,
  source,
}: Extract<ManifestReading, { kind: 'ready' }>): readonly UsageDetail[] {
  const ids = RULES.map(({ id }) => id);
  return Object.keys(manifest.rules)
    .filter((id) => !ids.includes(id))
    .map((id) => {
      const near = RENAMED.get(id) ?? nearest(id, ids);
      return {
        place: { file: source.name, pointer: childPointer('/rules', id), token: 'key' },
        message: `there is no rule \`${id}\`: ${near === undefined ? '`samplegate explain` lists them' : `did you mean \`${near}\`?`}`,
      };
    });
}
