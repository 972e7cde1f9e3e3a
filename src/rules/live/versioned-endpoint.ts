import { API_VERSION_HEADER, apiVersionValues } from '../../model/api-version-header';
import { headerValues } from '../../model/exchange';
import type { Negotiation, NegotiationCase } from '../../model/live';
import { answersTo, answerTo, isServed, type Answered } from './asked';
import { outcomeOf } from './served-microversion';

/**
 * What the endpoint does with the header. One that ignores it, be it that it sends one itself or that it knows of none, or that
 * names another service in it breaks most laws for that one reason: it is said once.
 */
export type Stance = 'negotiates' | 'ignores-header' | 'knows-no-header' | 'names-another-service';

/** A versioned endpoint that the laws of negotiation apply to. */
export interface VersionedEndpoint {
  readonly range: NonNullable<Negotiation['range']>;
  /** The answer to the request without any header for microversions. */
  readonly plain: Answered;
  readonly stance: Stance;
}

/** Undefined where there is nothing to judge: the root, no microversions, a token that is wanted, no answer. */
export function versionedEndpoint(negotiation: Negotiation): VersionedEndpoint | undefined {
  const plain = answerTo(negotiation, 'no-header');
  const { kind, range } = negotiation;
  if (kind === 'root' || range === undefined || plain === undefined || !isServed(plain)) return undefined;
  return { range, plain, stance: stanceOf(negotiation, plain) };
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
