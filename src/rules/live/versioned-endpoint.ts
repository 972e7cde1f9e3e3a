import { API_VERSION_HEADER, apiVersionValues } from '../../model/live/api-version-header';
import { headerValues } from '../../model/live/exchange';
import type { Negotiation, NegotiationCase } from '../../model/live/live';
import { answersTo, answerTo, isServed, type Answered } from './asked';
import { outcomeOf } from './served-microversion';

/**
 * How the endpoint handles the header. An endpoint that ignores it, whether or not it sends one itself, or that names another service in
 * it, breaks most of these rules for that one reason, which is reported once.
 */
export type Stance = 'negotiates' | 'ignores-header' | 'knows-no-header' | 'names-another-service';

/** A versioned endpoint to which the negotiation rules apply. */
export interface VersionedEndpoint {
  readonly range: NonNullable<Negotiation['range']>;
  /** The answer to the request without a microversion header. */
  readonly plain: Answered;
  readonly stance: Stance;
}

/** Undefined if there is nothing to check: for the root, without microversions, if a token is required, or without an answer. */
export function versionedEndpoint(negotiation: Negotiation): VersionedEndpoint | undefined {
  const plain = answerTo(negotiation, 'no-header');
  const { kind, range } = negotiation;
  if (kind === 'root' || range === undefined || plain === undefined || !isServed(plain)) return undefined;
  return { range, plain, stance: stanceOf(negotiation, plain) };
}

/** Whether no microversion can be requested in the common header, so that only the answers to the older one are judged. */
export function readsOnlyOlder({ stance }: VersionedEndpoint): boolean {
  return stance === 'knows-no-header' || stance === 'names-another-service';
}

function stanceOf(negotiation: Negotiation, plain: Answered): Stance {
  const { service } = negotiation;
  if (service === undefined) return 'knows-no-header';
  const named = apiVersionValues(plain.answer.headers);
  if (named.length > 0 && named.every((value) => value.service !== service)) return 'names-another-service';
  const outcome = outcomeOf(negotiation, plain);
  const isIgnored =
    answersTo(negotiation, ['newest', 'above-newest']).length === 2 &&
    answersTo(negotiation, WITH_HEADER).every((answered) => outcomeOf(negotiation, answered) === outcome);
  if (!isIgnored) return 'negotiates';
  return headerValues(plain.answer.headers, API_VERSION_HEADER).length > 0
    ? 'ignores-header'
    : 'knows-no-header';
}

const WITH_HEADER: readonly NegotiationCase[] = [
  'oldest',
  'newest',
  'latest',
  'above-newest',
  'below-oldest',
  'malformed-word',
  'malformed-no-minor',
  'malformed-three-parts',
  'malformed-leading-zero',
  'malformed-trailing-word',
  'two-values',
];
