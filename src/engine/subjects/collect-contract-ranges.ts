import type { Contract } from '../../model/contracts/contract';
import { compareStarts, type ContractRanges } from '../../model/contracts/contract-ranges';
import { groupBy } from '../../model/group-by';
import { valueAt } from '../../model/json/json-pointer';
import { compareMicroversions, type Microversion } from '../../model/versions/microversion';
import type { Project } from '../../model/project/project';
import type { Scope } from '../../model/project/scope';
import type { VersionRange } from '../../model/versions/version-range';

/** The ranges of each contract in the scope, oldest first, each with its schema as written. */
export function contractRanges(project: Project, scope: Pick<Scope, 'contract'>): readonly ContractRanges[] {
  const known = knownRange(project);
  const claims = groupBy(
    project.samples.flatMap((sample) => sample.claims),
    ({ contract }) => contract,
  );
  return project.contracts.filter(scope.contract).map((contract: Contract) => ({
    contract,
    versions: contract.versions
      .map((version) => ({
        ...version,
        written: () => writtenAs(project, version.schema),
      }))
      .toSorted((a, b) => compareStarts(a.range, b.range)),
    known,
    recordedAt: (claims.get(contract) ?? []).flatMap(({ microversion }) => microversion ?? []),
  }));
}

function writtenAs(
  { schemas }: Project,
  { file, pointer }: { readonly file: string; readonly pointer: string },
): unknown {
  return valueAt(schemas.get(file)?.value, pointer);
}

/** The microversions that the project is known to have: from the manifest's base microversion up to the newest recorded one. */
function knownRange({ samples, baseMicroversion }: Project): VersionRange {
  const recorded = [
    ...samples.flatMap(({ folder, claims }) => [folder, ...claims.map(({ microversion }) => microversion)]),
    baseMicroversion,
  ].filter((microversion): microversion is Microversion => microversion !== undefined);
  const newest = recorded.toSorted(compareMicroversions).at(-1);
  return {
    ...(baseMicroversion === undefined ? {} : { min: baseMicroversion }),
    ...(newest === undefined ? {} : { max: newest }),
  };
}
