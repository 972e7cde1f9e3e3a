import {
  formatSchemaRef,
  versionsAt,
  type Claim,
  type Contract,
  type NamelessSample,
  type Sample,
  type SchemaRef,
} from '../../model/contracts/contract';
import type { SchemaNaming } from './schema-naming';

interface Claimed {
  readonly contracts: readonly Contract[];
  readonly samples: readonly Sample[];
}

/**
 * Replaces each contract with `schema: { from: $schema }` by one contract per schema that its samples name. What no schema is known for is
 * noted at the sample.
 */
export function takeNamedSchemas(
  { contracts, samples }: Claimed,
  { schemaOf, namesOf }: SchemaNaming,
): Claimed {
  if (!contracts.some(({ schemaFrom }) => schemaFrom !== undefined)) return { contracts, samples };
  const made = new Map<Contract, Map<string, Contract>>();
  const named = samples.map((sample) => {
    if (!sample.claims.some(({ contract }) => contract.schemaFrom !== undefined)) return sample;
    const found = schemaOf(sample);
    const claims = sample.claims.flatMap((claim) => claimOf(claim, found));
    return { ...sample, claims, ...('kind' in found ? { nameless: found } : {}) };
  });
  return {
    contracts: contracts.flatMap((contract) =>
      contract.schemaFrom === undefined ? [contract] : [...(made.get(contract)?.values() ?? [])],
    ),
    samples: named,
  };

  function claimOf(claim: Claim, found: SchemaRef | NamelessSample): readonly Claim[] {
    if (claim.contract.schemaFrom === undefined) return [claim];
    if ('kind' in found) return [];
    const contract = contractFor(claim.contract, claim.contract.schemaFrom, found);
    return [{ ...claim, contract, versions: versionsAt(contract, claim.microversion) }];
  }

  /** The contract for one schema. Its name is short, unless another schema has the same short name. */
  function contractFor(
    from: Contract,
    place: NonNullable<Contract['schemaFrom']>,
    schema: SchemaRef,
  ): Contract {
    const known = made.get(from) ?? new Map<string, Contract>();
    made.set(from, known);
    const key = formatSchemaRef(schema);
    const contract = known.get(key) ?? create();
    known.set(key, contract);
    return contract;

    function create(): Contract {
      const { schemaFrom: _, ...rest } = from;
      const [short, long] = namesOf(schema).map((name) => `${from.name}/${name}`);
      const isTaken = [...contracts, ...known.values()].some(({ name }) => name === short);
      return {
        ...rest,
        name: (isTaken ? long : short) ?? from.name,
        versions: [{ range: {}, schema, place }],
      };
    }
  }
}
