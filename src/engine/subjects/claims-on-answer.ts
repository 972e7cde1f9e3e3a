import { apiVersionValues, headerServiceType } from '../../model/api-version-header';
import { versionsAt, type Claim, type Contract, type LiveRequest } from '../../model/contract';
import type { Exchange } from '../../model/exchange';
import type { Microversion } from '../../model/microversion';
import type { Project } from '../../model/project';

/** The claims of contracts on an answer, each at the microversion that the answer is for. */
export function claimsOnAnswer(
  exchange: Exchange,
  wanted: readonly { readonly contract: Contract; readonly request: LiveRequest }[],
  project: Pick<Project, 'service' | 'baseMicroversion'>,
): readonly Claim[] {
  return wanted.map(({ contract, request }) => {
    const microversion =
      request.microversion ?? echoOf(exchange, project.service) ?? project.baseMicroversion;
    return {
      contract,
      pattern: { pattern: request.sample ?? '', expect: 'valid', place: request.place },
      versions: versionsAt(contract, microversion),
      ...(microversion === undefined ? {} : { microversion }),
    };
  });
}

/** The microversion that a negotiating service names in its answer, as in `OpenStack-API-Version: compute 2.1`. */
function echoOf(exchange: Exchange, service: string | undefined): Microversion | undefined {
  if (exchange.kind === 'failed' || service === undefined) return undefined;
  const type = headerServiceType(service);
  return apiVersionValues(exchange.answer.headers).find((echo) => echo.service === type)?.microversion;
}
