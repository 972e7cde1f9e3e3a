import { isAbsentAt, type Claim } from '../../model/contracts/contract';
import { formatMicroversion } from '../../model/versions/microversion';
import { formatRange } from '../../model/versions/version-range';
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
        message: absentOperationMessage(claim, document.kind === 'response' ? 'response' : 'sample'),
        related: [{ at: claim.contract.place, message: `the contract ${claim.contract.name}` }],
      })),
};

function absentOperationMessage(
  { contract: { name, range = {} }, microversion }: Claim,
  what: 'sample' | 'response',
): string {
  const at = microversion === undefined ? '' : formatMicroversion(microversion);
  const remedy = what === 'sample' ? 'delete the sample' : 'remove the request, expect another status';
  return `the ${what} is from ${at}, where the operation of ${name} does not exist (its range: ${formatRange(range)}): ${remedy}, or widen the range`;
}
