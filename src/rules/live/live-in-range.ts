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
  summary: 'A microversion in the range that the document offers is served as asked.',
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
            ? `answers ${outcomesText(negotiation, wrong)}, and the same whatever is asked for: read the header and serve ${range}, as its document offers`
            : `answers ${outcomesText(negotiation, wrong)}, but its document offers ${range}: serve each as asked, or correct the document`,
        clients: 'clients that read the document ask for what they do not get',
      });
    }
    // What is asked for in these ways is the newest too.
    if (endpoint.stance === 'ignores-header' || unlessServedAs(negotiation, 'newest', newest).length > 0)
      return;
    for (const two of unlessServedAs(negotiation, 'two-values', newest)) {
      yield reportOf(negotiation, two, {
        message: `answers ${outcomesText(negotiation, [two])}: of several values the one of this service counts`,
        clients: 'a client of several services may send the versions for all of them',
      });
    }
    for (const legacy of unlessServedAs(negotiation, 'legacy-newest', newest)) {
      yield reportOf(negotiation, legacy, {
        message: `answers ${outcomesText(negotiation, [legacy])}: serve what the older header asks for, or stop naming it in the manifest`,
      });
    }
  },
};

/** The answer where it is not of that microversion. */
function unlessServedAs(
  negotiation: Negotiation,
  asks: NegotiationCase,
  microversion: Microversion,
): readonly Answered[] {
  const answered = answerTo(negotiation, asks);
  return answered === undefined || isServedAs(negotiation, answered, microversion) ? [] : [answered];
}
