import type { Negotiation } from '../../model/live/live';
import {
  compareMicroversions,
  formatMicroversion,
  type Microversion,
} from '../../model/versions/microversion';
import type { Rule } from '../rule';
import { orList } from '../../wording/list-words';
import { answersTo, answerTo, reportOf, sentText, type Answered } from './asked';
import { isServedAs, outcomesText, servedMicroversion } from './served-microversion';
import { readsOnlyOlder, versionedEndpoint, type VersionedEndpoint } from './versioned-endpoint';

export const liveOutOfRange: Rule<'negotiation'> = {
  id: 'live-out-of-range',
  subject: 'negotiation',
  severity: 'warning',
  summary: 'A microversion out of range gets status 406, and the body names the oldest and the newest.',
  check: function* (negotiation) {
    const endpoint = versionedEndpoint(negotiation);
    if (endpoint === undefined || !isChecked(negotiation, endpoint)) return;
    const truth = trueRange(negotiation, endpoint);
    const oldest = formatMicroversion(endpoint.range.oldest);
    const newest = formatMicroversion(endpoint.range.newest);
    const ends = `the oldest, ${oldest}, and the newest, ${newest}`;
    const answers = outOfRangeAnswers(negotiation, endpoint, truth);
    const wrong = answers.filter(({ answer }) => answer.status !== 406);
    const [first] = wrong;
    if (first !== undefined) {
      yield reportOf(negotiation, first, {
        message: `responds with ${outcomesText(negotiation, wrong)}, which ${wrong.length === 1 ? 'is' : 'are'} out of range: respond with 406, and name ${ends}, in the body`,
        clients:
          'clients assume that they got the requested microversion, or cannot find out which ones exist',
      });
    }
    for (const answered of answers.filter(({ answer }) => answer.status === 406)) {
      const text = answered.answer.body.source.text;
      const missing = [
        ...(names(text, oldest, truth.oldest) ? [] : [oldest]),
        ...(names(text, newest, truth.newest) ? [] : [newest]),
      ];
      if (missing.length === 0) continue;
      yield reportOf(negotiation, answered, {
        message: `the body of the 406 response to ${sentText(negotiation, answered)} does not name ${orList(missing)}: name ${ends}`,
        clients: 'clients that would retry with another microversion cannot find out which ones exist',
      });
      return;
    }
  },
};

/**
 * `live-in-range` reports an endpoint that ignores the header, unless its oldest microversion is also its newest and it serves that one. It also
 * reports one that reads only the older header, if it does not serve what that requests. `live-echo` reports one that states nothing in either.
 */
function isChecked(negotiation: Negotiation, endpoint: VersionedEndpoint): boolean {
  const { stance, plain, range } = endpoint;
  if (readsOnlyOlder(endpoint)) {
    const older = answerTo(negotiation, 'legacy-newest');
    if (older === undefined || !isServedAs(negotiation, older, range.newest)) return false;
    return negotiation.rangeSource === 'headers' || servedMicroversion(negotiation, older) !== undefined;
  }
  return (
    stance === 'negotiates' ||
    (stance === 'ignores-header' &&
      isServedAs(negotiation, plain, range.oldest) &&
      isServedAs(negotiation, plain, range.newest))
  );
}

/** The microversions that are served by default and as the latest. They may differ from the document: `live-default` and `live-latest` report that. */
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

/** Without those that are served correctly because the true range is wider. */
function outOfRangeAnswers(
  negotiation: Negotiation,
  endpoint: VersionedEndpoint,
  truth: TrueRange,
): readonly Answered[] {
  if (readsOnlyOlder(endpoint)) return answersTo(negotiation, ['legacy-above-newest']);
  const { range } = endpoint;
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

/** Whether the text, prose or JSON, contains one of the two as a separate number: 2.10 does not contain 2.1. */
function names(text: string, documented: string, served: Microversion | undefined): boolean {
  return [documented, ...(served === undefined ? [] : [formatMicroversion(served)])].some((end) =>
    new RegExp(String.raw`(?<![\d.])${end.replace('.', String.raw`\.`)}(?!\.?\d)`).test(text),
  );
}
