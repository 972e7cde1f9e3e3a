import { formatMicroversion } from '../../model/versions/microversion';
import { formatRange } from '../../model/versions/version-range';
import { isAbsentAt, type Claim } from '../../model/contracts/contract';
import type { Rule } from '../rule';

export const sampleHasSchema: Rule<'sample'> = {
  id: 'sample-has-schema',
  subject: 'sample',
  severity: 'error',
  summary: 'A contract has a schema for the microversion of each of its samples.',
  check: ({ document, claims }) =>
    claims
      .filter(
        ({ contract, microversion, versions }) =>
          versions.length === 0 && !isAbsentAt(contract, microversion),
      )
      .map((claim) => ({
        at: { file: document.source.name },
        message: missingSchemaMessage(claim, document.kind === 'response' ? 'response' : 'sample'),
        related: [{ at: claim.contract.place, message: `the contract ${claim.contract.name}` }],
      })),
};

function missingSchemaMessage({ contract, microversion }: Claim, what: 'sample' | 'response'): string {
  const ranges = contract.versions.map(({ range }) => formatRange(range)).join(', ');
  return microversion === undefined
    ? `the microversion of this ${what} is unknown, but ${contract.name} has a schema per range: set \`base_microversion\`, or \`microversion:\` for this ${what === 'sample' ? what : 'request'}`
    : `the ${what} is from ${formatMicroversion(microversion)}, but ${contract.name} has schemas only for ${ranges}: widen a range, or add one`;
}
