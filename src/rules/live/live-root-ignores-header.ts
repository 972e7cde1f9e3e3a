import type { Rule } from '../rule';
import { answersTo, answerTo, isServed, reportOf, sentText } from './asked';

/** Info only: clients ask the root without the header. Block storage and placement negotiate there. */
export const liveRootIgnoresHeader: Rule<'negotiation'> = {
  id: 'live-root-ignores-header',
  subject: 'negotiation',
  severity: 'info',
  summary: 'The root answers the same whatever microversion is asked for.',
  check: (negotiation) => {
    const plain = answerTo(negotiation, 'no-header');
    if (negotiation.kind !== 'root' || plain === undefined || !isServed(plain)) return [];
    const { status, body } = plain.answer;
    const differing = answersTo(negotiation, ['above-newest', 'newest', 'latest']).find(
      ({ answer }) => answer.status !== status || answer.body.source.text !== body.source.text,
    );
    if (differing === undefined) return [];
    const sent = sentText(negotiation, differing);
    const how =
      differing.answer.status === status
        ? `answers ${sent} with another body than without the header`
        : `answers ${differing.answer.status} to ${sent}, but ${status} without the header`;
    return [
      reportOf(negotiation, differing, {
        message: `${how}: list the versions whatever is asked for, so that every client can find out what there is`,
      }),
    ];
  },
};
