import type { Answer, Delivery } from '../answer';
import type { Offer, Outcome } from '../settle-microversion';

/** One way in which a service misbehaves, by what it does to an answer on its way. */
export interface Fault {
  /** What the service does then, in words that follow the kind. */
  readonly summary: string;
  /** The microversions that it negotiates about, instead of those that the samples tell. */
  readonly offer?: (offer: Offer) => Offer;
  /** What it makes of a request for a microversion. */
  readonly outcome?: (outcome: Outcome, offer: Offer) => Outcome;
  readonly answer?: (answer: Answer) => Answer;
  readonly delivery?: Delivery;
}

/** A fault that the API has, for every request or those for one path. */
export interface FaultSetting {
  readonly kind: string;
  readonly fault: Fault;
  /** Plain, as `plainPath` has it; undefined: every path. */
  readonly path?: string;
}
