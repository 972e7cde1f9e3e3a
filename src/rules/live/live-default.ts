import type { Negotiation } from '../../model/live';
import { formatMicroversion } from '../../model/microversion';
import type { Report, Rule } from '../rule';
import { answerTo, reportOf, type Answered } from './asked';
import { isServedAs, outcomeOf, outcomesText } from './served-microversion';
import { versionedEndpoint } from './versioned-endpoint';

export const liveDefault: Rule<'negotiation'> = {
  id: 'live-default',
  subject: 'negotiation',
  severity: 'warning',
  summary:
    'A request that names no microversion of the service is served with the oldest, however it is made.',
  check: function* (negotiation) {
    const endpoint = versionedEndpoint(negotiation);
    if (endpoint?.stance !== 'negotiates') return;
    const { plain, range } = endpoint;
    const oldest = formatMicroversion(range.oldest);
    // Where the oldest is not served when it is asked for, `live-in-range` says so.
    const asNamed = answerTo(negotiation, 'oldest');
    const isOffered = asNamed === undefined || isServedAs(negotiation, asNamed, range.oldest);
    if (isOffered && !isServedAs(negotiation, plain, range.oldest)) {
      yield reportOf(negotiation, plain, {
        message: `answers ${outcomesText(negotiation, [plain])}, but the oldest that its document offers is ${oldest}: serve that one, or correct the document`,
        clients:
          'clients that send no header, gophercloud unless told otherwise, get what they were not written for',
      });
    }
    const usual = outcomeOf(negotiation, plain);
    const other = answerTo(negotiation, 'other-service');
    if (other !== undefined && outcomeOf(negotiation, other) !== usual) {
      yield reportOf(negotiation, other, {
        message: `answers ${outcomesText(negotiation, [other])}, which is about another service, but ${usual} without the header: answer both alike`,
        clients: 'a client of several services may send the versions for all of them',
      });
    }
    const head = answerTo(negotiation, 'head');
    if (head !== undefined) yield* headReports(negotiation, head, usual);
    const slash = answerTo(negotiation, 'other-slash');
    if (slash !== undefined && outcomeOf(negotiation, slash) !== usual && !leadsTo(slash, plain)) {
      yield reportOf(negotiation, slash, {
        message: `answers ${outcomeOf(negotiation, slash)} to \`${new URL(slash.request.url).pathname}\`, but ${usual} to \`${new URL(plain.request.url).pathname}\`: answer both alike, or redirect to one`,
      });
    }
  },
};

const NOT_OFFERED: ReadonlySet<number> = new Set([404, 405, 501]);

/** No client of versions documents uses HEAD, so that a service without it harms nobody; one that answers it otherwise than GET misleads. */
function* headReports(negotiation: Negotiation, head: Answered, usual: string): Generator<Report> {
  const outcome = outcomeOf(negotiation, head);
  if (outcome === usual) return;
  yield reportOf(negotiation, head, {
    message: `answers ${outcome} to HEAD, but ${usual} to GET: answer both with the same status and headers`,
    ...(NOT_OFFERED.has(head.answer.status) ? { severity: 'info' as const } : {}),
  });
}

/** Whether an answer redirects to where the other one came from. */
function leadsTo({ request, answer }: Answered, { request: { url } }: Answered): boolean {
  const location = answer.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  return (
    [301, 302, 303, 307, 308].includes(answer.status) &&
    location !== undefined &&
    URL.canParse(location, request.url) &&
    new URL(location, request.url).pathname === new URL(url).pathname
  );
}
