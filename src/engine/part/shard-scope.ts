import type { Contract, Sample } from '../../model/contract';
import { compareText } from '../../model/finding';
import type { Project } from '../../model/project';
import type { Scope, Shard } from '../../model/scope';
import { versionsSets } from '../subjects/subjects';

/**
 * The scope of one of `count` parts of equal size, which together find the same as a whole run. Samples are ordered by contract and path, so
 * that those of one contract stay together; a contract belongs to the part of its first sample. Documents that must agree with each other,
 * and checks across documents, belong to the first part.
 */
export function shardScope(project: Project, shard: Shard): Scope {
  const { index, count } = shard;
  const isFirst = index === 1;
  const compared = new Set(
    versionsSets(project).flatMap(({ members }) => members.map(({ document }) => document)),
  );
  const order = new Map(project.contracts.map((contract, place) => [contract, place]));
  const placeOf = ({ claims: [claim] }: Sample) =>
    claim === undefined ? -1 : (order.get(claim.contract) ?? -1);
  const alone = project.samples
    .filter(({ document }) => !compared.has(document))
    .toSorted((a, b) => placeOf(a) - placeOf(b) || compareText(a.path, b.path));
  const isMine = (place: number, total: number) => Math.floor((place * count) / total) === index - 1;
  const mine = new Set(
    project.samples
      .filter(({ document }) => compared.has(document) && isFirst)
      .concat(alone.filter((_, place) => isMine(place, alone.length))),
  );
  const firstOf = new Map<Contract, Sample>();
  for (const sample of alone.toReversed()) {
    for (const { contract } of sample.claims) firstOf.set(contract, sample);
  }
  const contracts = new Set(
    project.contracts.filter((contract, place) => {
      const first = firstOf.get(contract);
      return first === undefined ? isMine(place, project.contracts.length) : mine.has(first);
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
