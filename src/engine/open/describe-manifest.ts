import type { UsageDetail } from '../../model/usage-error';
import type { ManifestReading } from '../../project/load-manifest';
import { describeWrongFile, type FileWording } from './describe-wrong-file';
import { wrongName } from './wrong-name';

const WORDING: FileWording = {
  empty: 'the manifest is empty: it needs `contracts:`, which `samplegate init` writes for the samples here',
  microversions: new Set(['base_microversion', 'min_version', 'max_version', 'microversion']),
  maximums: new Map([['/limits/depth', 'the stack of Node.js is too small to judge deeper values']]),
  wrongName,
};

/** Describes every mistake in a manifest, each at its token. */
export function describeManifest(
  reading: Extract<ManifestReading, { kind: 'wrong' }>,
): readonly UsageDetail[] {
  return describeWrongFile(reading, WORDING);
}
