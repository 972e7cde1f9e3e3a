import type { Negotiation } from '../../model/live/live';
import {
  compareMicroversions,
  formatMicroversion,
  type Microversion,
} from '../../model/versions/microversion';
import { statedMicroversion } from '../../model/live/microversion-echo';
import { groupBy } from '../../model/group-by';
import { shortList } from '../../wording/list-words';
import { isServed, sentText, type Answered } from './asked';

/** The microversion that an answer states: in its header for this service, else in the legacy one. */
export function servedMicroversion(negotiation: Negotiation, answered: Answered): Microversion | undefined {
  if (!isServed(answered)) return undefined;
  const { service, legacyHeader } = negotiation;
  return statedMicroversion(answered.answer.headers, service, [legacyHeader]);
}

/** Whether the answer is a document that does not state another microversion. */
export function isServedAs(
  negotiation: Negotiation,
  answered: Answered,
  microversion: Microversion,
): boolean {
  const served = servedMicroversion(negotiation, answered);
  return isServed(answered) && (served === undefined || compareMicroversions(served, microversion) === 0);
}

/** The outcome of a request: `200 (microversion 2.1)`, `406`. */
export function outcomeOf(negotiation: Negotiation, answered: Answered): string {
  const served = servedMicroversion(negotiation, answered);
  const { status } = answered.answer;
  return served === undefined ? String(status) : `${status} (microversion ${formatMicroversion(served)})`;
}

/** The outcomes with their requests: ``200 (microversion 2.1) to `compute abc`; 500 to `compute 2` ``. */
export function outcomesText(negotiation: Negotiation, answers: readonly Answered[]): string {
  const groups = groupBy(answers, (answered) => outcomeOf(negotiation, answered));
  return Array.from(
    groups,
    ([outcome, same]) =>
      `${outcome} to ${shortList(same.map((answered) => sentText(negotiation, answered)))}`,
  ).join('; ');
}
