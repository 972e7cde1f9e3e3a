import { isWrongOnPurpose, type Sample } from '../../model/contracts/contract';
import type { ContractRanges } from '../../model/contracts/contract-ranges';
import { isParsed } from '../../model/documents/document';
import { groupBy } from '../../model/group-by';
import { memoizeObject } from '../../model/memoize';
import { compareMicroversions, folderMicroversion } from '../../model/versions/microversion';
import type { SampleFolder, SampleSeries } from '../../model/contracts/sample-series';

/** The samples of each contract, grouped by name and ordered by microversion. Samples without a microversion are in no series. */
export function sampleSeries(
  samples: readonly Sample[],
  ranges: readonly ContractRanges[],
): readonly SampleSeries[] {
  const claimed = samples.flatMap((sample) => {
    const { document, claims } = sample;
    if (!isParsed(document)) return [];
    const { name } = splitPath(sample);
    return claims.flatMap(({ contract, microversion, pattern }) =>
      microversion === undefined || pattern.expect === 'invalid'
        ? []
        : [{ contract, name, microversion, document }],
    );
  });
  const contractsOf = groupBy(claimed, ({ name }) => name);
  const rangesOf = (name: string) =>
    [...new Set((contractsOf.get(name) ?? []).map(({ contract }) => contract))].flatMap((contract) =>
      contract.versions.map(({ range }) => range),
    );
  const byContract = groupBy(claimed, ({ contract }) => contract);
  return ranges.flatMap(({ contract, versions }) => {
    const ofContract = byContract.get(contract) ?? [];
    const recordedAt = ofContract.map(({ microversion }) => microversion);
    return Array.from(
      groupBy(ofContract, ({ name }) => name),
      ([name, ofName]) => ({
        contract,
        versions,
        name,
        samples: ofName.toSorted((a, b) => compareMicroversions(a.microversion, b.microversion)),
        recordedAt,
        // One rule asks for it.
        get rangesOfName() {
          return rangesOf(name);
        },
      }),
    );
  });
}

/** The `vX.Y` folders with their samples. A sample outside these folders counts as older than all of them. */
export function sampleFolders(samples: readonly Sample[]): readonly SampleFolder[] {
  if (samples.every(({ folder }) => folder === undefined)) return [];
  const located = samples
    .filter((sample) => isParsed(sample.document) && !isWrongOnPurpose(sample))
    .map((sample) => ({ document: sample.document, folder: sample.folder, ...splitPath(sample) }));
  const byName = groupBy(located, ({ name }) => name);
  const inFolders = located.flatMap(({ folder, name, document, above }) => {
    if (folder === undefined) return [];
    const before = (byName.get(name) ?? [])
      .filter((other) => other.folder === undefined || compareMicroversions(other.folder, folder) < 0)
      .toSorted((a, b) => compareFolders(a.folder, b.folder))
      .at(-1);
    return [{ above, sample: { document, ...(before === undefined ? {} : { before: before.document }) } }];
  });
  return Array.from(
    groupBy(inFolders, ({ above }) => above),
    ([folder, members]) => ({
      folder,
      samples: members.map(({ sample }) => sample),
    }),
  );
}

function compareFolders(a: Sample['folder'], b: Sample['folder']): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compareMicroversions(a, b);
}

interface SplitPath {
  /** The path without its `vX.Y` folder. */
  readonly name: string;
  /** The path up to and including that folder. */
  readonly above: string;
}

/** Series and folders ask for each. */
const splitPath = memoizeObject(({ path, folder }: Sample): SplitPath => {
  if (folder === undefined) return { name: path, above: '' };
  const segments = path.split('/');
  const at = segments.slice(0, -1).findIndex((segment) => folderMicroversion(segment) !== undefined);
  return at === -1
    ? { name: path, above: '' }
    : { name: segments.toSpliced(at, 1).join('/'), above: segments.slice(0, at + 1).join('/') };
});
