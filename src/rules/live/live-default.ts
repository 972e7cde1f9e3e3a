import { isRedirect } from '../../model/live/exchange';
import type { Negotiation } from '../../model/live/live';
import { formatMicroversion } from '../../model/versions/microversion';
import type { Report, Rule } from '../rule';
import { answerTo, reportOf, type Answered } from './asked';
import { offerWords } from './offer-words';
import { isServedAs, outcomeOf, outcomesText } from './served-microversion';
import { versionedEndpoint } from './versioned-endpoint';

export const liveDefault: Rule<'negotiation'> = {
  id: 'live-default',
  subject: 'negotiation',
  severity: 'warning',
  summary: 'A request without a microversion for the service is served with the oldest one.',
  check: function* (negotiation) {
    const endpoint = versionedEndpoint(negotiation);
    if (endpoint?.stance !== 'negotiates') return;
    const { plain, range } = endpoint;
    const { offers, fix } = offerWords(negotiation);
    const oldest = formatMicroversion(range.oldest);
    // If the oldest is not served even when it is requested, `live-in-range` reports that.
    const asNamed = answerTo(negotiation, 'oldest');
    const isOffered = asNamed === undefined || isServedAs(negotiation, asNamed, range.oldest);
    if (isOffered && !isServedAs(negotiation, plain, range.oldest)) {
      yield reportOf(negotiation, plain, {
        message: `responds with ${outcomesText(negotiation, [plain])}, but the oldest that ${offers} is ${oldest}: serve that one, or ${fix}`,
        clients:
          'clients that send no header, such as gophercloud by default, get a microversion that they were not written for',
      });
    }
    const usual = outcomeOf(negotiation, plain);
    const other = answerTo(negotiation, 'other-service');
    if (other !== undefined && outcomeOf(negotiation, other) !== usual) {
      yield reportOf(negotiation, other, {
        message: `responds with ${outcomesText(negotiation, [other])}, which is for another service, but with ${usual} without the header: respond the same to both`,
        clients: 'a client of several services may send the versions for all of them',
      });
    }
    const head = answerTo(negotiation, 'head');
    if (head !== undefined) yield* headReports(negotiation, head, usual);
    const slash = answerTo(negotiation, 'other-slash');
    if (slash !== undefined && outcomeOf(negotiation, slash) !== usual && !leadsTo(slash, plain)) {
      yield reportOf(negotiation, slash, {
        message: `responds with ${outcomeOf(negotiation, slash)} to \`${new URL(slash.request.url).pathname}\`, but with ${usual} to \`${new URL(plain.request.url).pathname}\`: respond the same to both, or redirect one to the other`,
      });
    }
  },
};

const NOT_OFFERED: ReadonlySet<number> = new Set([404, 405, 501]);

/** No client of versions documents uses HEAD, so a service need not support it. If it does, HEAD and GET must have the same outcome. */
function* headReports(negotiation: Negotiation, head: Answered, usual: string): Generator<Report> {
  const outcome = outcomeOf(negotiation, head);
  if (outcome === usual) return;
  yield reportOf(negotiation, head, {
    message: `responds with ${outcome} to HEAD, but with ${usual} to GET: send the same status and headers for both`,
    ...(NOT_OFFERED.has(head.answer.status) ? { severity: 'info' as const } : {}),
  });
}

/** Whether the first answer redirects to the URL of the second. */
function leadsTo({ request, answer }: Answered, { request: { url } }: Answered): boolean {
  const location = answer.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  return (
    isRedirect(answer.status) &&
    location !== undefined &&
    URL.canParse(location, request.url) &&
    new URL(location, request.url).pathname === new URL(url).pathname
  );
}
