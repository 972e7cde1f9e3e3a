import type { Claim } from '../../model/contracts/contract';
import type { Finding } from '../../model/findings/finding';
import { formatMicroversion } from '../../model/versions/microversion';
import type { AnyRule, SubjectKind, SubjectLists } from '../../rules/rule';
import { nameOfExchange } from './exchange-name';

/** The contract and the microversion that a finding is about. */
export type FindingContext = Pick<Finding, 'contract' | 'microversion'>;

type Subject<Kind extends SubjectKind = SubjectKind> = SubjectLists[Kind][number];

/** Gives the context of a subject. A method, so that those of different subjects fit in one record. */
interface ContextReader<Kind extends SubjectKind = SubjectKind> {
  contextOf(subject: Subject<Kind>): FindingContext;
}

/** The subjects that know their contract; any other has that of the document that its finding is in. */
const READERS: { readonly [Kind in SubjectKind]?: ContextReader<Kind> } = {
  contract: { contextOf: ({ name }) => ({ contract: name }) },
  sample: { contextOf: ({ claims }) => contextOfClaims(claims) },
  exchange: { contextOf: ({ claims }) => contextOfClaims(claims) },
  'contract-ranges': { contextOf: ({ contract }) => ({ contract: contract.name }) },
  'sample-series': { contextOf: ({ contract }) => ({ contract: contract.name }) },
  'shared-object': { contextOf: ({ listed }) => ({ contract: listed.contract.name }) },
  'unmatched-pattern': {
    contextOf: ({ contracts: [first, ...others] }) =>
      first === undefined || others.length > 0 ? {} : { contract: first.name },
  },
};

/** The context that a subject of a rule gives to its reports. */
export function contextOfSubject({ subject: kind }: AnyRule, subject: Subject): FindingContext {
  const reader: ContextReader | undefined = READERS[kind];
  return reader?.contextOf(subject) ?? {};
}

/** Looks up the contract and the microversion of documents, by name. */
export function createContextOf({
  sample: samples,
  exchange: exchanges,
}: Pick<SubjectLists, 'sample' | 'exchange'>): (document: string) => FindingContext {
  let known: ReadonlyMap<string, readonly Claim[]> | undefined;
  return (document) => {
    known ??= new Map([
      ...exchanges.map((exchange) => [nameOfExchange(exchange), exchange.claims] as const),
      ...samples.map((sample) => [sample.document.source.name, sample.claims] as const),
    ]);
    return contextOfClaims(known.get(document) ?? []);
  };
}

function contextOfClaims(claims: readonly Claim[]): FindingContext {
  const names = new Set(claims.map(({ contract }) => contract.name));
  const versions = new Set(
    claims.map(({ microversion }) =>
      microversion === undefined ? undefined : formatMicroversion(microversion),
    ),
  );
  const [version] = versions;
  return {
    ...(names.size === 0 ? {} : { contract: [...names].join(', ') }),
    ...(version === undefined || versions.size > 1 ? {} : { microversion: version }),
  };
}
