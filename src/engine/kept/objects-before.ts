import type { Contract, Sample } from '../../model/contracts/contract';
import type { Project } from '../../model/project/project';
import type { Tree } from '../../project/tree/tree';
import { isSameData } from './same-data';

/**
 * Gives the contracts and samples of a project that an earlier run has judged, in place of equal ones that are read again. What is made of the same objects
 * is then the same without being compared.
 */
export function objectsBefore(before: Project): Pick<Tree, 'knownContract' | 'knownSample'> {
  const contracts = new Map(before.contracts.map((contract) => [contract.name, contract]));
  const samples = new Map(before.samples.map((sample) => [sample.document.source.name, sample]));
  return {
    knownContract: (contract: Contract) => {
      const known = contracts.get(contract.name);
      return known !== undefined && isSameData(known, contract) ? known : contract;
    },
    knownSample: (sample: Sample) => {
      // Of a changed document, nothing is known.
      const known =
        sample.document.known === undefined ? undefined : samples.get(sample.document.source.name);
      return known !== undefined && isSameData(known, sample) ? known : sample;
    },
  };
}
