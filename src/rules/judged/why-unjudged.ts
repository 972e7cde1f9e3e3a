import { isAbsentAt, type Claim } from '../../model/contracts/contract';
import { isParsed, type Document } from '../../model/documents/document';
import { hasNoBody } from '../../model/live/exchange';
import type { LiveExchange } from '../../model/live/live';
import { isMisserved } from '../../model/live/microversion-echo';
import { contentTypeOf } from '../live/content-type';
import type { Evidence } from '../rule';

/**
 * Why no validator judged a document for a contract: its text is not JSON, the contract has no schema or several for its microversion, the
 * schema cannot be used, the validator failed or was stopped. `absent`: the operation does not exist there, so nothing must be judged.
 */
export type UnjudgedClaim =
  'absent' | 'unreadable' | 'no-schema' | 'several-schemas' | 'unusable-schema' | 'failed' | 'timed-out';

/** Why a document was not judged for a contract; undefined if it was. */
export function whyClaimUnjudged(
  document: Document,
  { contract, microversion, versions: [version, ...others] }: Claim,
  evidence: Evidence,
): UnjudgedClaim | undefined {
  if (isAbsentAt(contract, microversion)) return 'absent';
  if (!isParsed(document)) return 'unreadable';
  if (version === undefined) return 'no-schema';
  if (others.length > 0) return 'several-schemas';
  const verdict = evidence.verdict(document, version.schema);
  switch (verdict.kind) {
    case 'checked':
      return undefined;
    case 'timed-out':
      return 'timed-out';
    case 'unusable-schema':
      return verdict.reason === undefined ? 'unusable-schema' : 'failed';
  }
}

/**
 * Why a live request gave nothing to judge. `refused`, `other-media-type` and `no-body` are not errors by themselves: the service did not grant access,
 * the contract is about JSON and the response is not, or HTTP allows no body.
 */
export type UnjudgedExchange =
  | 'no-answer'
  | 'refused'
  | 'other-status'
  | 'other-microversion'
  | 'other-media-type'
  | 'no-body'
  | 'not-json';

/** The statuses by which a service refuses a client: unauthorized, forbidden, too many requests. */
const REFUSALS: ReadonlySet<number> = new Set([401, 403, 429]);

/** Why the answer to a live request has no body to judge; undefined if it has. */
export function whyExchangeUnjudged({ exchange, statuses }: LiveExchange): UnjudgedExchange | undefined {
  if (exchange.kind === 'failed') return 'no-answer';
  const { status, headers, body } = exchange.answer;
  if (!statuses.includes(status)) return REFUSALS.has(status) ? 'refused' : 'other-status';
  if (isMisserved(exchange)) return 'other-microversion';
  if (hasNoBody(exchange.request.method, status)) return 'no-body';
  if (body.value !== undefined) return undefined;
  const type = contentTypeOf(headers);
  // The text of a body that claims to be JSON is judged as a document.
  if (type?.isJson === true && body.source.text !== '') return undefined;
  return type === undefined || body.source.text === '' ? 'not-json' : 'other-media-type';
}
