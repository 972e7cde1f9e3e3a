import type { Negotiation, NegotiationCase } from '../../model/live/live';
import { formatMicroversion, type Microversion } from '../../model/versions/microversion';
import { API_VERSION_HEADER, olderHeaderOf } from '../../model/live/api-version-header';
import { headerValues } from '../../model/live/exchange';
import { groupBy } from '../../model/group-by';
import { shortList } from '../../wording/list-words';
import type { Report, Rule } from '../rule';
import { answerTo, isServed, reportOf, sentText, type Answered } from './asked';
import { brokenAnswers, type BrokenAnswer } from './broken-answers';
import { offerWords } from './offer-words';
import { isServedAs, outcomesText } from './served-microversion';
import { readsOnlyOlder, versionedEndpoint } from './versioned-endpoint';

export const liveInRange: Rule<'negotiation'> = {
  id: 'live-in-range',
  subject: 'negotiation',
  severity: 'warning',
  summary: 'A microversion in the range that the service offers is served as requested.',
  check: function* (negotiation) {
    yield* brokenRoot(negotiation);
    const endpoint = versionedEndpoint(negotiation);
    if (endpoint === undefined) return;
    const { oldest, newest } = endpoint.range;
    const { offers, fix } = offerWords(negotiation);
    const range = `${formatMicroversion(oldest)} to ${formatMicroversion(newest)}`;
    const broken = brokenAnswers(negotiation, endpoint.plain);
    for (const alike of groupBy(broken, ({ kind }) => kind).values())
      yield* brokenReport(negotiation, alike, range);
    const reported = new Set(broken.map(({ answered }) => answered));
    if (readsOnlyOlder(endpoint)) {
      yield* olderReport(negotiation, newest, reported);
      return;
    }
    const wrong = [
      ...unlessServedAs(negotiation, 'oldest', oldest),
      ...unlessServedAs(negotiation, 'newest', newest),
    ].filter((answered) => !reported.has(answered));
    const [first] = wrong;
    if (first !== undefined) {
      yield reportOf(negotiation, first, {
        message:
          endpoint.stance === 'ignores-header'
            ? `responds with ${outcomesText(negotiation, wrong)}, and the same to every other microversion: read the header, and serve ${range} as ${offers}`
            : `responds with ${outcomesText(negotiation, wrong)}, but ${offers} ${range}: serve each as requested, or ${fix}`,
        clients: WRONG_MICROVERSION,
      });
    }
    // The cases below request the newest too, so they would only repeat the finding.
    if (endpoint.stance === 'ignores-header' || unlessServedAs(negotiation, 'newest', newest).length > 0)
      return;
    for (const two of unlessServedAs(negotiation, 'two-values', newest)) {
      if (reported.has(two)) continue;
      yield reportOf(negotiation, two, {
        message: `responds with ${outcomesText(negotiation, [two])}: ${READ_OWN}`,
        clients: SEVERAL_SERVICES,
      });
    }
    yield* olderReport(negotiation, newest, reported);
  },
};

/** A report if the newest is not served to a request for it in the older header. */
function* olderReport(
  negotiation: Negotiation,
  newest: Microversion,
  reported: ReadonlySet<Answered>,
): Generator<Report> {
  for (const legacy of unlessServedAs(negotiation, 'legacy-newest', newest)) {
    if (reported.has(legacy)) continue;
    yield reportOf(negotiation, legacy, {
      message: `responds with ${outcomesText(negotiation, [legacy])}: serve what the older header requests${isSentByClients(negotiation) ? ', which clients send' : ', or remove it from the manifest'}`,
    });
  }
}

/** A root may well negotiate, but a client that sends its header with every request still needs the list of versions. */
function* brokenRoot(negotiation: Negotiation): Generator<Report> {
  const plain = answerTo(negotiation, 'no-header');
  if (negotiation.kind !== 'root' || plain === undefined || !isServed(plain)) return;
  for (const alike of groupBy(brokenAnswers(negotiation, plain), ({ kind }) => kind).values()) {
    const [first] = alike;
    if (first === undefined) continue;
    const to = shortList(alike.map(({ answered }) => sentText(negotiation, answered)));
    yield reportOf(negotiation, first.answered, {
      severity: 'error',
      message: `responds with ${first.what} to ${to}, but with the versions without the header: respond with the same list to each`,
      clients: 'clients that send the header with every request cannot find the service',
    });
  }
}

/** Whether clients send the older header to every service of this type, not only because the manifest names it. */
function isSentByClients({ service, legacyHeader }: Negotiation): boolean {
  const known = service === undefined ? undefined : olderHeaderOf(service);
  return known !== undefined && known.toLowerCase() === legacyHeader?.toLowerCase();
}

const WRONG_MICROVERSION = 'clients that read the document request a microversion that they do not get';
const READ_OWN = 'of several values, read the one for this service';
const SEVERAL_SERVICES = 'a client of several services may send the versions for all of them';

/** One report about answers that are broken in the same way. No client can use them, so it is an error. */
function* brokenReport(
  negotiation: Negotiation,
  broken: readonly BrokenAnswer[],
  range: string,
): Generator<Report> {
  const [first] = broken;
  if (first === undefined) return;
  const { offers, fix } = offerWords(negotiation);
  const answers = broken.map(({ answered }) => answered);
  const to = shortList(answers.map((answered) => sentText(negotiation, answered)));
  const isOnlyTwo = answers.every(
    ({ request }) => headerValues(request.headers, API_VERSION_HEADER).length > 1,
  );
  const responds =
    first.kind === 'server-error'
      ? `responds with ${outcomesText(negotiation, answers)}`
      : `responds with ${first.what} to ${to}`;
  const remedies = {
    'server-error': isOnlyTwo
      ? `: ${READ_OWN}`
      : `, but ${offers} ${range}: serve each as requested, or ${fix}`,
    'not-json': ', but with JSON without the header: respond with the document, as JSON, to each',
    'other-document':
      ', which is not the version that it describes without the header: respond with the document of that version',
  };
  yield reportOf(negotiation, first.answered, {
    severity: 'error',
    message: responds + remedies[first.kind],
    clients: isOnlyTwo ? SEVERAL_SERVICES : WRONG_MICROVERSION,
  });
}

/** The answer, if it is not at that microversion. */
function unlessServedAs(
  negotiation: Negotiation,
  asks: NegotiationCase,
  microversion: Microversion,
): readonly Answered[] {
  const answered = answerTo(negotiation, asks);
  return answered === undefined || isServedAs(negotiation, answered, microversion) ? [] : [answered];
}
