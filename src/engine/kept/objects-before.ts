import type { Contract, Sample } from '../../model/contracts/contract';
import type { Project } from '../../model/project/project';
import type { Tree } from '../../project/tree/tree';
import { isSameData } from './same-data';

/**
 * Gives the documents, contracts and samples of a project that an earlier run has judged, in place of equal ones that would be read again. What is made of the
 * same objects is then the same without being compared. `changed` are the names of the documents that have changed.
 */
export function objectsBefore(
  before: Project,
  changed: ReadonlySet<string>,
): Pick<Tree, 'knownDocument' | 'knownContract' | 'knownSample'> {
  const contracts = new Map(before.contracts.map((contract) => [contract.name, contract]));
  const samples = new Map(before.samples.map((sample) => [sample.document.source.name, sample]));
  return {
    knownDocument: (name) => (changed.has(name) ? undefined : samples.get(name)?.document),
    knownContract: (contract: Contract) => {
      const known = contracts.get(contract.name);
      return known !== undefined && isSameData(known, contract) ? known : contract;
    },
    knownSample: (sample: Sample) => {
      const { name } = sample.document.source;
      const known = changed.has(name) ? undefined : samples.get(name);
      return known !== undefined && isSameData(known, sample) ? known : sample;
    },
  };
}
