import type { Claim, Contract, Sample } from '../../model/contracts/contract';
import { nearest } from '../../model/nearest';
import type { ManifestMistake } from '../manifest/manifest';

/** The contracts of a manifest together with those of OpenAPI documents. */
export interface RefinedContracts {
  readonly contracts: readonly Contract[];
  /** What replaces each contract of the manifest that has no schema of its own. */
  readonly replaced: ReadonlyMap<Contract, Contract>;
  readonly mistakes: readonly ManifestMistake[];
}

/**
 * A contract of the manifest with a schema replaces the generated one of its name. Without a schema it refines that one: its samples and live
 * requests must satisfy the schema in the document.
 */
export function refineContracts(own: readonly Contract[], generated: readonly Contract[]): RefinedContracts {
  const byName = new Map<string, Contract>();
  const mistakes: ManifestMistake[] = [];
  for (const contract of generated) byName.set(contract.name, contract);
  const replaced = new Map<Contract, Contract>();
  for (const contract of own) {
    const { name, versions, place } = contract;
    const base = byName.get(name);
    if (versions.length > 0) continue;
    if (base !== undefined) {
      replaced.set(contract, { ...base, ...contract, versions: base.versions });
      continue;
    }
    const like = nearest(name, [...byName.keys()]);
    const remedy =
      like === undefined ? 'add `schema:`' : `did you mean \`${like}\`? Otherwise add \`schema:\``;
    const pointer = 'token' in place ? place.pointer : '';
    mistakes.push({
      pointer,
      message: `the contract \`${name}\` has no schema, and no OpenAPI document gives one: ${remedy}`,
    });
  }
  const names = new Set(own.map(({ name }) => name));
  return {
    contracts: [
      ...own.map((contract) => replaced.get(contract) ?? contract),
      ...generated.filter(({ name }) => !names.has(name)),
    ],
    replaced,
    mistakes,
  };
}

/** A sample with the claims of the contracts that replace those of the manifest. */
export function withReplaced(sample: Sample, replaced: RefinedContracts['replaced']): Sample {
  if (replaced.size === 0 || !sample.claims.some(({ contract }) => replaced.has(contract))) return sample;
  return {
    ...sample,
    claims: sample.claims.map((claim): Claim => {
      const contract = replaced.get(claim.contract);
      return contract === undefined ? claim : { ...claim, contract, versions: contract.versions };
    }),
  };
}
