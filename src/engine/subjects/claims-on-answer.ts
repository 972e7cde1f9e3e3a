import { headerServiceType, olderHeaderOf } from '../../model/live/api-version-header';
import { versionsAt, type Claim, type Contract, type LiveRequest } from '../../model/contracts/contract';
import type { Exchange } from '../../model/live/exchange';
import type { Microversion } from '../../model/versions/microversion';
import { statedMicroversion } from '../../model/live/microversion-echo';
import type { Project } from '../../model/project/project';

/** Newer than every microversion, so that only ranges without an upper end contain it. */
const NEWEST: Microversion = { major: Number.MAX_SAFE_INTEGER, minor: 0 };

/** The claims of contracts on an answer, each at the microversion that the answer is for. */
export function claimsOnAnswer(
  exchange: Exchange,
  wanted: readonly { readonly contract: Contract; readonly request: LiveRequest }[],
  project: Pick<Project, 'service' | 'baseMicroversion' | 'legacyHeader'>,
): readonly Claim[] {
  return wanted.map(({ contract, request }) => {
    const isLatest = request.microversion === 'latest';
    const stated = isLatest || request.microversion === undefined ? statedIn(exchange, project) : undefined;
    const microversion = isLatest ? stated : (request.microversion ?? stated ?? project.baseMicroversion);
    return {
      contract,
      pattern: { pattern: request.sample ?? '', expect: 'valid', place: request.place },
      versions: versionsAt(contract, microversion ?? (isLatest ? NEWEST : undefined)),
      ...(microversion === undefined ? {} : { microversion }),
    };
  });
}

/** The microversion that a negotiating service states in its answer, as in `OpenStack-API-Version: compute 2.1`, or in its older header. */
function statedIn(
  exchange: Exchange,
  { service, legacyHeader }: Pick<Project, 'service' | 'legacyHeader'>,
): Microversion | undefined {
  if (exchange.kind === 'failed' || service === undefined) return undefined;
  return statedMicroversion(exchange.answer.headers, headerServiceType(service), [
    legacyHeader,
    olderHeaderOf(service),
  ]);
}
