import type { Contract, Sample } from '../../model/contracts/contract';
import { compareText } from '../../model/findings/finding';
import type { Project } from '../../model/project/project';
import type { Scope, Shard } from '../../model/project/scope';
import { versionsSets } from '../subjects/subjects';

/**
 * The scopes of one of `count` parts of equal size, which together find the same as a whole run: one scope for each of the projects that are checked together. Samples
 * are ordered by project, contract and path, so that those of one contract stay together; a contract belongs to the part of its first sample. Documents that must
 * agree with each other, and checks across documents, belong to the first part.
 */
export function shardScopes(projects: readonly Project[], shard: Shard): readonly Scope[] {
  const comparedIn = projects.map(
    (project) =>
      new Set(versionsSets(project).flatMap(({ members }) => members.map(({ document }) => document))),
  );
  const samples = createCounter(
    projects.map(
      (project, at) => project.samples.filter(({ document }) => !comparedIn[at]?.has(document)).length,
    ),
  );
  const contracts = createCounter(projects.map((project) => project.contracts.length));
  return projects.map((project, at) =>
    scopeOf(project, shard, {
      compared: comparedIn[at] ?? new Set(),
      samples: samples(at),
      contracts: contracts(at),
    }),
  );
}

/** How many items of all projects there are, and how many are in the projects before one. */
interface Share {
  readonly before: number;
  readonly total: number;
}

function createCounter(counts: readonly number[]): (at: number) => Share {
  return (at) => ({ before: sum(counts.slice(0, at)), total: sum(counts) });
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function scopeOf(
  project: Project,
  shard: Shard,
  shares: {
    readonly compared: ReadonlySet<Sample['document']>;
    readonly samples: Share;
    readonly contracts: Share;
  },
): Scope {
  const { index, count } = shard;
  const { compared } = shares;
  const isFirst = index === 1;
  const order = new Map(project.contracts.map((contract, place) => [contract, place]));
  const placeOf = ({ claims: [claim] }: Sample) =>
    claim === undefined ? -1 : (order.get(claim.contract) ?? -1);
  const alone = project.samples
    .filter(({ document }) => !compared.has(document))
    .toSorted((a, b) => placeOf(a) - placeOf(b) || compareText(a.path, b.path));
  const isMine = (place: number, { before, total }: Share) =>
    Math.floor(((before + place) * count) / total) === index - 1;
  const mine = new Set(
    project.samples
      .filter(({ document }) => compared.has(document) && isFirst)
      .concat(alone.filter((_, place) => isMine(place, shares.samples))),
  );
  const firstOf = new Map<Contract, Sample>();
  for (const sample of alone.toReversed()) {
    for (const { contract } of sample.claims) firstOf.set(contract, sample);
  }
  const contracts = new Set(
    project.contracts.filter((contract, place) => {
      const first = firstOf.get(contract);
      return first === undefined ? isMine(place, shares.contracts) : mine.has(first);
    }),
  );
  const contract = (asked: Contract) => contracts.has(asked);
  return {
    part: { kind: 'shard', shard },
    sample: (sample) => mine.has(sample),
    contract,
    series: (series) => contract(series.contract),
    folder: () => isFirst,
    set: () => isFirst,
    fact: () => isFirst,
    shared: () => isFirst,
    change: isFirst,
    unused: isFirst,
    openApi: isFirst,
  };
}
