import type { Named } from '../../model/named';
import type { Project } from '../../model/project';
import type { SubjectLists } from '../../rules/rule';

/** Everything among the subjects of a run that the manifest names: a contract claims it, or compares it with a response. */
export function namedIn(
  { contracts }: Pick<Project, 'contracts'>,
  { sample: samples, exchange: exchanges, fact: facts }: Pick<SubjectLists, 'sample' | 'exchange' | 'fact'>,
): Named {
  const compared = new Set(contracts.flatMap(({ live }) => live.flatMap(({ sample }) => sample ?? [])));
  return {
    samples: samples.filter(({ path, claims }) => claims.length > 0 || compared.has(path)),
    exchanges: exchanges.filter(({ claims }) => claims.length > 0),
    facts,
  };
}
