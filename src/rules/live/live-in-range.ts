import type { Negotiation, NegotiationCase } from '../../model/live';
import { formatMicroversion, type Microversion } from '../../model/microversion';
import type { Rule } from '../rule';
import { answerTo, reportOf, type Answered } from './asked';
import { isServedAs, outcomesText } from './served-microversion';
import { versionedEndpoint } from './versioned-endpoint';

export const liveInRange: Rule<'negotiation'> = {
  id: 'live-in-range',
  subject: 'negotiation',
  severity: 'warning',
  summary: 'A microversion in the range that the document offers is served as requested.',
  check: function* (negotiation) {
    const endpoint = versionedEndpoint(negotiation);
    if (endpoint?.stance !== 'negotiates' && endpoint?.stance !== 'ignores-header') return;
    const { oldest, newest } = endpoint.range;
    const range = `${formatMicroversion(oldest)} to ${formatMicroversion(newest)}`;
    const wrong = [
      ...unlessServedAs(negotiation, 'oldest', oldest),
      ...unlessServedAs(negotiation, 'newest', newest),
    ];
    const [first] = wrong;
    if (first !== undefined) {
      yield reportOf(negotiation, first, {
        message:
          endpoint.stance === 'ignores-header'
            ? `responds with ${outcomesText(negotiation, wrong)}, and the same to every other microversion: read the header, and serve ${range} as its document offers`
            : `responds with ${outcomesText(negotiation, wrong)}, but its document offers ${range}: serve each as requested, or fix the document`,
        clients: 'clients that read the document request a microversion that they do not get',
      });
    }
    // The cases below request the newest too, so they would only repeat the finding.
    if (endpoint.stance === 'ignores-header' || unlessServedAs(negotiation, 'newest', newest).length > 0)
      return;
    for (const two of unlessServedAs(negotiation, 'two-values', newest)) {
      yield reportOf(negotiation, two, {
        message: `responds with ${outcomesText(negotiation, [two])}: of several values, read the one for this service`,
        clients: 'a client of several services may send the versions for all of them',
      });
    }
    for (const legacy of unlessServedAs(negotiation, 'legacy-newest', newest)) {
      yield reportOf(negotiation, legacy, {
        message: `responds with ${outcomesText(negotiation, [legacy])}: serve what the older header requests, or remove it from the manifest`,
      });
    }
  },
};

/** The answer, if it is not at that microversion. */
function unlessServedAs(
  negotiation: Negotiation,
  asks: NegotiationCase,
  microversion: Microversion,
): readonly Answered[] {
  const answered = answerTo(negotiation, asks);
  return answered === undefined || isServedAs(negotiation, answered, microversion) ? [] : [answered];
}
