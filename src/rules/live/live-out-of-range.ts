import type { Negotiation } from '../../model/live';
import { compareMicroversions, formatMicroversion, type Microversion } from '../../model/microversion';
import type { Rule } from '../rule';
import { orList } from '../../wording/list-words';
import { answersTo, answerTo, reportOf, sentText, type Answered } from './asked';
import { isServedAs, outcomesText, servedMicroversion } from './served-microversion';
import { versionedEndpoint, type VersionedEndpoint } from './versioned-endpoint';

export const liveOutOfRange: Rule<'negotiation'> = {
  id: 'live-out-of-range',
  subject: 'negotiation',
  severity: 'warning',
  summary: 'A microversion out of range is answered 406, and the body tells the oldest and the newest.',
  check: function* (negotiation) {
    const endpoint = versionedEndpoint(negotiation);
    if (endpoint === undefined || !isJudged(negotiation, endpoint)) return;
    const truth = trueRange(negotiation, endpoint);
    const oldest = formatMicroversion(endpoint.range.oldest);
    const newest = formatMicroversion(endpoint.range.newest);
    const tell = `the oldest, ${oldest}, and the newest, ${newest}`;
    const answers = outOfRangeAnswers(negotiation, endpoint, truth);
    const wrong = answers.filter(({ answer }) => answer.status !== 406);
    const [first] = wrong;
    if (first !== undefined) {
      yield reportOf(negotiation, first, {
        message: `answers ${outcomesText(negotiation, wrong)}, which ${wrong.length === 1 ? 'is' : 'are'} out of range: answer 406, and tell ${tell}, in the body`,
        clients: 'clients take it for the microversion they asked for, or do not find out what there is',
      });
    }
    for (const answered of answers.filter(({ answer }) => answer.status === 406)) {
      const text = answered.answer.body.source.text;
      const untold = [
        ...(tells(text, oldest, truth.oldest) ? [] : [oldest]),
        ...(tells(text, newest, truth.newest) ? [] : [newest]),
      ];
      if (untold.length === 0) continue;
      yield reportOf(negotiation, answered, {
        message: `the body of the 406 to ${sentText(negotiation, answered)} does not tell ${orList(untold)}: tell ${tell}`,
        clients: 'clients that would try again with another microversion do not find out which there are',
      });
      return;
    }
  },
};

/** Of an endpoint that ignores the header `live-in-range` tells, unless its oldest is its newest, which it serves. */
function isJudged(negotiation: Negotiation, { stance, plain, range }: VersionedEndpoint): boolean {
  return (
    stance === 'negotiates' ||
    (stance === 'ignores-header' &&
      isServedAs(negotiation, plain, range.oldest) &&
      isServedAs(negotiation, plain, range.newest))
  );
}

/** What is served by default and as the latest, which may be more or less than the document says: `live-default` and `live-latest` tell. */
interface TrueRange {
  readonly oldest: Microversion | undefined;
  readonly newest: Microversion | undefined;
}

function trueRange(negotiation: Negotiation, { plain }: VersionedEndpoint): TrueRange {
  const latest = answerTo(negotiation, 'latest');
  return {
    oldest: servedMicroversion(negotiation, plain),
    newest: latest === undefined ? undefined : servedMicroversion(negotiation, latest),
  };
}

/** Not those that are rightly served, as the true range is wider. */
function outOfRangeAnswers(
  negotiation: Negotiation,
  { range }: VersionedEndpoint,
  truth: TrueRange,
): readonly Answered[] {
  return [
    ...(isBefore(range.newest, truth.newest)
      ? []
      : answersTo(negotiation, ['above-newest', 'legacy-above-newest'])),
    ...(isBefore(truth.oldest, range.oldest) ? [] : answersTo(negotiation, ['below-oldest'])),
  ];
}

function isBefore(a: Microversion | undefined, b: Microversion | undefined): boolean {
  return a !== undefined && b !== undefined && compareMicroversions(a, b) < 0;
}

/** Whether either stands in the text, be it prose or fields, as a number of its own: 2.1 does not stand in 2.10. */
function tells(text: string, documented: string, served: Microversion | undefined): boolean {
  return [documented, ...(served === undefined ? [] : [formatMicroversion(served)])].some((end) =>
    new RegExp(String.raw`(?<![\d.])${end.replace('.', String.raw`\.`)}(?!\.?\d)`).test(text),
  );
}
