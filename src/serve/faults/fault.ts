import type { Answer, Delivery } from '../answer';
import type { Offer, Outcome } from '../settle-microversion';

/** One way in which a service can misbehave, as changes to each stage of a response. */
export interface Fault {
  /** What the service does wrong: a predicate, such as `responds with 500`. */
  readonly summary: string;
  /** Changes the range of microversions that the service supports. */
  readonly offer?: (offer: Offer) => Offer;
  /** Changes how a requested microversion is settled. */
  readonly outcome?: (outcome: Outcome, offer: Offer) => Outcome;
  readonly answer?: (answer: Answer) => Answer;
  readonly delivery?: Delivery;
}

/** A fault of the API, for every request or for those to one path. */
export interface FaultSetting {
  readonly kind: string;
  readonly fault: Fault;
  /** As returned by `plainPath`. Undefined: every path. */
  readonly path?: string;
}
