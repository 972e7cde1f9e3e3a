import { isAbsentAt, type Claim } from '../../model/contract';
import { formatMicroversion } from '../../model/microversion';
import { formatRange } from '../../model/version-range';
import type { Rule } from '../rule';

export const sampleInContractRange: Rule<'sample'> = {
  id: 'sample-in-contract-range',
  subject: 'sample',
  severity: 'error',
  summary: 'The operation of a contract exists at the microversion of each of its samples.',
  check: ({ document, claims }) =>
    claims
      .filter(({ contract, microversion }) => isAbsentAt(contract, microversion))
      .map((claim) => ({
        at: { file: document.source.name },
        message: describe(claim),
        related: [{ at: claim.contract.place, message: `the contract ${claim.contract.name}` }],
      })),
};

function describe({ contract: { name, range = {} }, microversion }: Claim): string {
  const at = microversion === undefined ? '' : formatMicroversion(microversion);
  return `the operation is absent at this microversion: the sample is recorded at ${at}, and ${name} has the range ${formatRange(range)}: delete the sample, or widen the range of the contract`;
}
