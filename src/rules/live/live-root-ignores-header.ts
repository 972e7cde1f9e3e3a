import { brokenAnswers } from './broken-answers';
import type { Rule } from '../rule';
import { answersTo, answerTo, isServed, reportOf, sentText } from './asked';

/** Only an info: clients request the root without the header. Block storage and placement negotiate there. */
export const liveRootIgnoresHeader: Rule<'negotiation'> = {
  id: 'live-root-ignores-header',
  subject: 'negotiation',
  severity: 'info',
  summary: 'The root responds the same to every requested microversion.',
  check: (negotiation) => {
    const plain = answerTo(negotiation, 'no-header');
    if (negotiation.kind !== 'root' || plain === undefined || !isServed(plain)) return [];
    const { status, body } = plain.answer;
    // An error of `live-in-range`.
    if (brokenAnswers(negotiation, plain).length > 0) return [];
    const differing = answersTo(negotiation, ['above-newest', 'newest', 'latest']).find(
      ({ answer }) => answer.status !== status || answer.body.source.text !== body.source.text,
    );
    if (differing === undefined) return [];
    const sent = sentText(negotiation, differing);
    const how =
      differing.answer.status === status
        ? `responds to ${sent} with a different body than without the header`
        : `responds with ${differing.answer.status} to ${sent}, but with ${status} without the header`;
    return [
      reportOf(negotiation, differing, {
        message: `${how}: list the versions in every response, so that every client can discover them`,
      }),
    ];
  },
};
