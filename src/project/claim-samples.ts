import { formatSchemaRef, type Claim, type Contract } from '../model/contracts/contract';
import type { ContractTemplate } from '../model/contracts/contract-template';
import { groupBy } from '../model/group-by';
import type { Microversion } from '../model/versions/microversion';
import { placeKey } from '../model/documents/place';
import { schemaFileName, schemaFileNamed, type SchemaFiles } from '../model/project/schema-files';
import { expandContracts } from './contracts/expand-contracts';
import { createSampleFinder } from './samples/find-samples';
import type { ManifestReading } from './load-manifest';
import type { SamplePath } from './samples/load-samples';
import { matchSamples, type Matching } from './samples/match-samples';
import { createMissingSchemas } from './contracts/missing-schemas';
import { refuseMistakes } from './manifest/refuse-mistakes';
import type { Tree } from './tree/tree';

/** The contracts of a manifest with the samples that they claim. */
export interface ClaimedSamples extends Matching<SamplePath> {
  readonly contracts: readonly Contract[];
  readonly templates: readonly ContractTemplate[];
  /** The schemas, as users see them, that would give a file a contract, but do not exist. */
  readonly missing: ReadonlyMap<SamplePath, readonly string[]>;
}

/** Gives each contract its samples. Throws a UsageError for mistakes of the manifest that show only with the list of schema files. */
export function claimSamples(
  { manifest, source }: Extract<ManifestReading, { kind: 'ready' }>,
  schemas: SchemaFiles,
  files: readonly SamplePath[],
  base: Microversion | undefined,
  { knownContract }: Pick<Tree, 'knownContract'>,
): ClaimedSamples {
  const { contracts: read, mistakes } = expandContracts(manifest, source.name, schemas);
  refuseMistakes(source, mistakes);
  const all = knownContract === undefined ? read : read.map(knownContract);
  const matching = matchSamples(all, files, base);
  if (all.every(({ template }) => template === undefined))
    return { ...matching, contracts: all, templates: [], missing: new Map() };
  const claiming = new Set([...matching.claims.values()].flat().map(({ contract }) => contract));
  const contracts = settleSplits(all, claiming);
  const missing = missingOf(manifest.contracts, schemas, matching.claims);
  const findMissing = createSampleFinder([...missing.keys()]);
  return {
    ...matching,
    contracts,
    templates: templatesOf(contracts, claiming, schemas),
    missing,
    // A pattern whose samples only lack their schemas is right.
    unmatched: matching.unmatched.filter(
      ({ pattern: { template } }) => template === undefined || findMissing(template).length === 0,
    ),
  };
}

/**
 * The contracts, with one for each schema of a template. A schema a-b-c.json matches `{service}-{op}.json` in two ways; those ways count
 * that have samples, or else the first.
 */
function settleSplits(contracts: readonly Contract[], claiming: ReadonlySet<Contract>): readonly Contract[] {
  const groups = groupBy(contracts, (contract) =>
    contract.template === undefined
      ? contract
      : `${placeKey(contract.place)}\0${contract.versions.map(({ schema }) => formatSchemaRef(schema)).join('\0')}`,
  );
  const kept = new Set(
    [...groups.values()].flatMap((group) => {
      const used = group.filter((contract) => claiming.has(contract));
      return used.length > 0 ? used : group.slice(0, 1);
    }),
  );
  return contracts.filter((contract) => kept.has(contract));
}

function schemaFilesOf({ versions }: Contract): readonly string[] {
  return versions.map(({ schema }) => schema.file);
}

function templatesOf(
  contracts: readonly Contract[],
  claiming: ReadonlySet<Contract>,
  schemas: SchemaFiles,
): readonly ContractTemplate[] {
  const used = new Set([...claiming].flatMap(schemaFilesOf));
  const generated = contracts.filter(({ template }) => template !== undefined);
  return [...groupBy(generated, ({ place }) => placeKey(place)).values()].flatMap((family) => {
    const [first] = family;
    const withoutSample = family.filter(
      (contract) => !schemaFilesOf(contract).some((file) => used.has(file)),
    );
    return first === undefined
      ? []
      : [
          {
            name: first.template ?? first.name,
            place: first.place,
            withoutSample,
            schemas: [...new Set(withoutSample.flatMap(schemaFilesOf))].map((file) =>
              schemaFileName(schemas, file),
            ),
          },
        ];
  });
}

function missingOf(
  contracts: Parameters<typeof createMissingSchemas>[0],
  schemas: SchemaFiles,
  claims: ReadonlyMap<SamplePath, readonly Claim[]>,
): ReadonlyMap<SamplePath, readonly string[]> {
  const missingFor = createMissingSchemas(contracts, schemas);
  return new Map(
    [...claims].flatMap(([file, of]) => {
      const missing = of.length > 0 ? undefined : missingFor(file);
      return missing === undefined
        ? []
        : [[file, missing.map((each) => schemaFileName(schemas, schemaFileNamed(schemas, each)))] as const];
    }),
  );
}
