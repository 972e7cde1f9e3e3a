import { childPointer } from '../../model/json-pointer';
import { nearest } from '../../model/nearest';
import type { Project } from '../../model/project';
import { UsageError, type UsageDetail } from '../../model/usage-error';
import { loadManifest, type ManifestReading } from '../../project/load-manifest';
import { loadProject } from '../../project/load-project';
import { RULES } from '../../rules/rule-registry';
import { describeManifest } from './describe-manifest';

/** Which manifest, seen from where. */
export interface ProjectOptions {
  /** The working folder; what findings name is relative to it. Default: the process's. */
  readonly cwd?: string;
  /** The manifest. Default: contracts.yaml, contracts.yml or contracts.json in the working folder. */
  readonly manifest?: string;
  /** The manifest's text, where it is not on disk: read as if it stood at `manifest`, by default in a contracts.json. */
  readonly manifestText?: string;
}

/** Opens a manifest and reads all that it speaks of. Throws a UsageError that says everything that is wrong with the manifest. */
export function openProject({ cwd = process.cwd(), manifest, manifestText }: ProjectOptions = {}): Project {
  const reading = loadManifest(cwd, manifest, manifestText);
  const details = reading.kind === 'wrong' ? describeManifest(reading) : unknownRules(reading);
  if (reading.kind === 'wrong' || details.length > 0) {
    throw new UsageError('the manifest is wrong, so nothing was checked', details, reading.source);
  }
  return loadProject(reading, cwd);
}

/** A rule that is set to a level but does not exist would leave its author believing it is on, or off. */
function unknownRules({
  manifest,
  source,
}: Extract<ManifestReading, { kind: 'ready' }>): readonly UsageDetail[] {
  const ids = RULES.map(({ id }) => id);
  return Object.keys(manifest.rules)
    .filter((id) => !ids.includes(id))
    .map((id) => {
      const near = nearest(id, ids);
      return {
        place: { file: source.name, pointer: childPointer('/rules', id), token: 'key' },
        message: `there is no rule \`${id}\`: ${near === undefined ? '`samplegate explain` lists them' : `did you mean \`${near}\`?`}`,
      };
    });
}
