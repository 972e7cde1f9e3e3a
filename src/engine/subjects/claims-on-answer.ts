import { apiVersionValues, headerServiceType, olderHeaderOf } from '../../model/api-version-header';
import { versionsAt, type Claim, type Contract, type LiveRequest } from '../../model/contract';
import { headerValues, type Exchange } from '../../model/exchange';
import { parseMicroversion, type Microversion } from '../../model/microversion';
import type { Project } from '../../model/project';

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
  const type = headerServiceType(service);
  const { headers } = exchange.answer;
  const common = apiVersionValues(headers).find((echo) => echo.service === type)?.microversion;
  if (common !== undefined) return common;
  const older = [legacyHeader, olderHeaderOf(service)].flatMap((name) =>
    name === undefined ? [] : headerValues(headers, name),
  );
  return older.map(parseMicroversion).find((microversion) => microversion !== undefined);
}
