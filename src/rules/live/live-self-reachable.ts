import type { FollowedLink } from '../../model/live/live';
import { curlOf, type HttpAnswer } from '../../model/live/exchange';
import { readVersions } from '../../model/versions/versions-document';
import { placeIn } from '../place-in';
import type { Report, Rule } from '../rule';
import { quote } from '../../wording/quote';
import { contentTypeOf } from './content-type';
import { describeBody } from './describe-body';
import { describedVersions, isDescribed } from './described-versions';
import { mediaTypeProblem } from './media-type-problem';
import { statusText } from '../../wording/status-text';

/**
 * Only an info: five of 24 services let clients read a versioned endpoint without a token, and clients send one if needed. A warning if
 * following the link fails in a way that a token would not fix.
 */
export const liveSelfReachable: Rule<'followed-link'> = {
  id: 'live-self-reachable',
  subject: 'followed-link',
  severity: 'info',
  summary: 'Each self link can be followed without a token and leads to the document of its version.',
  check: function* (link) {
    const [problem, typed] = [problemOf(link), contentTypeProblem(link)];
    if (problem === undefined && typed === undefined) return;
    const rest = {
      at: placeIn(link.document, link.pointer, 'value'),
      curl: curlOf(link.exchange.request),
    };
    if (problem !== undefined) yield { ...rest, ...problem, ...(link.compute ? { severity: 'error' } : {}) };
    if (typed !== undefined) yield { severity: link.compute ? 'error' : 'warning', ...rest, ...typed };
  },
};

type Problem = Pick<Report, 'message' | 'severity' | 'related'>;

function problemOf(link: FollowedLink): Problem | undefined {
  const { exchange } = link;
  const self = `the self link of ${quote(link.id)}`;
  if (exchange.kind === 'failed')
    return {
      message: `${self} cannot be followed: its service ${exchange.failure.reason}`,
      severity: 'warning',
    };
  const { status, body } = exchange.answer;
  // Some services respond with 300 and several versions to choose from, which may include the right one.
  if (status !== 200 && status !== 300) {
    const remedy = remedyFor(status);
    return {
      message: `${self} responds with ${statusText(status)}${remedy === undefined ? '' : `: ${remedy}`}`,
      ...(isBroken(status) ? { severity: 'warning' } : {}),
    };
  }
  // Compute responds with choices at any unknown path, so the right version is always among them.
  if (readVersions(body.value)?.shape === 'choices')
    return { message: `${self} leads to a choice of versions, not to the document of that version` };
  const described = describedVersions(body);
  const [first, ...more] = described;
  if (first === undefined) {
    const isJson = body.value !== undefined;
    return {
      message: `${self} leads to ${isJson ? 'JSON without a version' : describeBody(body)}, not to the document of that version`,
      // `json-well-formed` reports the body if its Content-Type is JSON.
      ...(isJson || judgedAsJson(exchange.answer) ? {} : { severity: 'warning' }),
    };
  }
  if (isDescribed(link, described)) return undefined;
  const others = more.length === 0 ? quote(first.id) : `${quote(first.id)} and ${more.length} more`;
  return {
    message: `${self} leads to the document of ${others}, not of that version`,
    related: [{ at: placeIn(body, first.pointer, 'value'), message: `describes ${quote(first.id)}` }],
  };
}

/** Whether the status means that nobody gets a document there: a server error, or no content. */
function isBroken(status: number): boolean {
  return status >= 500 || (status > 200 && status < 300);
}

function judgedAsJson({ headers, body }: HttpAnswer): boolean {
  return contentTypeOf(headers)?.isJson === true && body.source.text.trim() !== '';
}

/** A wrong Content-Type of the document that the link leads to. `live-json` reports that of other requests. */
function contentTypeProblem({ id, sent, exchange }: FollowedLink): Problem | undefined {
  if (!sent || exchange.kind === 'failed') return undefined;
  const { status, headers, body } = exchange.answer;
  if ((status !== 200 && status !== 300) || body.value === undefined) return undefined;
  const problem = mediaTypeProblem(contentTypeOf(headers), body);
  return problem && { ...problem, message: `behind the self link of ${quote(id)}, ${problem.message}` };
}

function remedyFor(status: number): string | undefined {
  if (status === 401 || status === 403) return 'allow clients to read versions without a token';
  if (status === 404) return 'is a path prefix missing from the URL?';
  return status > 300 && status < 400 ? 'link to the target of the redirect' : undefined;
}
