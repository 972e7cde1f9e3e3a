import { schemaKey, type Claim, type Contract } from '../../model/contracts/contract';
import { lastToken, parentPointer, valueAt } from '../../model/json/json-pointer';
import type { EmbeddedExample, OpenApiDocument, OperationPart } from '../../model/project/open-api';

/** The contracts of an OpenAPI document, and its examples with what they must satisfy. */
export interface DocumentContracts {
  readonly contracts: readonly Contract[];
  readonly examples: readonly ClaimedExample[];
}

/** An example with the contracts that it must satisfy. */
export interface ClaimedExample {
  readonly example: EmbeddedExample;
  /** One for each schema and direction; an example of a component may be used with several. */
  readonly claims: readonly Claim[];
}

/**
 * A contract for everything with a schema that the operations of documents send or receive. The examples of unused components have one that is
 * not listed.
 */
export function contractsOf(documents: readonly OpenApiDocument[]): DocumentContracts {
  const contracts = documents.flatMap(({ operations }) =>
    operations.flatMap(({ label, parts }) => parts.flatMap((part) => contractOf(label, part) ?? [])),
  );
  const unused = documents.flatMap((document) =>
    document.unused.flatMap((part) => contractOf(part.label, part) ?? []),
  );
  const examples = new Map<string, ClaimedExample>();
  const exampleKey = createExampleKey();
  for (const { contract, part } of [...contracts, ...unused]) {
    const [version] = contract.versions;
    if (version === undefined) continue;
    for (const example of part.examples) {
      const key = exampleKey(example);
      const known = examples.get(key) ?? { example, claims: [] };
      const { claims } = known;
      const claim = claimOf(contract, example);
      const isSame = ({ versions, pattern }: Claim) =>
        pattern.expect === claim.pattern.expect &&
        versions.some(({ schema }) => schemaKey(schema) === schemaKey(version.schema));
      const also = claims.findIndex(isSame);
      examples.set(key, {
        ...known,
        claims:
          also === -1
            ? [...claims, claim]
            : claims.map((each, index) => (index === also ? withUse(each, part.label) : each)),
      });
    }
  }
  return { contracts: contracts.map(({ contract }) => contract), examples: [...examples.values()] };
}

function contractOf(
  label: string,
  part: OperationPart,
): { readonly contract: Contract; readonly part: OperationPart } | undefined {
  const { contract: name, place, schema } = part;
  if (schema === undefined) return undefined;
  const contract: Contract = {
    name,
    place,
    operation: { label, part: part.label },
    versions: [{ range: {}, schema, place }],
    patterns: [],
    live: [],
    // The examples of a document are not recorded at one time, so they need not agree with each other.
    laws: false,
  };
  return { contract, part };
}

function claimOf(contract: Contract, { expectInvalid }: EmbeddedExample): Claim {
  const { name, place, versions } = contract;
  const pattern =
    expectInvalid === undefined
      ? ({ pattern: name, expect: 'valid', place } as const)
      : ({ pattern: name, expect: 'invalid', place: expectInvalid } as const);
  return { contract, pattern, versions, alsoUsedBy: [] };
}

function withUse(claim: Claim, label: string): Claim {
  return { ...claim, alsoUsedBy: [...(claim.alsoUsedBy ?? []), label] };
}

/** Gives a string that identifies where an example is written: what YAML reads through several aliases is one object. */
function createExampleKey(): (example: EmbeddedExample) => string {
  const known = new Map<unknown, number>();
  return (example) => {
    if (example.kind === 'external') return `${example.path}#${example.pointer}`;
    const { file, pointer } = example;
    const value = valueAt(file.value, pointer);
    const isObject = typeof value === 'object' && value !== null;
    const written = isObject ? value : valueAt(file.value, parentPointer(pointer));
    const number = known.get(written) ?? known.size;
    known.set(written, number);
    const key = isObject ? String(number) : `${number}/${lastToken(pointer)}`;
    return example.kind === 'serialized' ? `${key} ${example.text}` : key;
  };
}
