import type { Sample } from '../../model/contracts/contract';
import type { Named } from '../../model/named';
import type { Project } from '../../model/project/project';
import { mayMatchBelow } from '../../project/samples/may-match-below';
import type { SubjectLists } from '../../rules/rule';

/**
 * Everything among the subjects of a run that the manifest names: a contract claims it or compares it with a response. A folder that cannot
 * be opened counts if its files could be claimed. `around`: all samples of the project, where only a part of it is checked.
 */
export function namedIn(
  { contracts }: Pick<Project, 'contracts'>,
  { sample: samples, exchange: exchanges, fact: facts }: Pick<SubjectLists, 'sample' | 'exchange' | 'fact'>,
  around: readonly Sample[],
): Named {
  const compared = new Set(contracts.flatMap(({ live }) => live.flatMap(({ sample }) => sample ?? [])));
  const patterns = contracts.flatMap((contract) => contract.patterns.map(({ pattern }) => pattern));
  const hidesNamed = ({ path, document }: Sample) =>
    document.problems.some(({ kind }) => kind === 'unreadable') &&
    patterns.some((pattern) => mayMatchBelow(pattern, path));
  return {
    samples: samples.filter(
      (sample) => sample.claims.length > 0 || compared.has(sample.path) || hidesNamed(sample),
    ),
    exchanges: exchanges.filter(({ claims }) => claims.length > 0),
    facts,
    around,
  };
}
