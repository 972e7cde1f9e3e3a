import type { FollowedLink } from '../../model/live';
import { curlOf } from '../../model/exchange';
import { readVersions } from '../../model/versions-document';
import { placeIn } from '../place-in';
import type { Report, Rule } from '../rule';
import { quote } from '../../wording/quote';
import { describeBody } from './describe-body';
import { describedVersions, isDescribed } from './described-versions';
import { statusText } from './status-text';

/** Only an info: five of 24 services let clients read a versioned endpoint without a token, and clients send one if needed. */
export const liveSelfReachable: Rule<'followed-link'> = {
  id: 'live-self-reachable',
  subject: 'followed-link',
  severity: 'info',
  summary: 'Each self link can be followed without a token and leads to the document of its version.',
  check: function* (link) {
    const problem = problemOf(link);
    if (problem === undefined) return;
    yield {
      at: placeIn(link.document, link.pointer, 'value'),
      ...problem,
      ...(link.compute ? { severity: 'error' } : {}),
      curl: curlOf(link.exchange.request),
    };
  },
};

function problemOf(link: FollowedLink): Pick<Report, 'message' | 'related'> | undefined {
  const { exchange } = link;
  const self = `the self link of ${quote(link.id)}`;
  if (exchange.kind === 'failed')
    return { message: `${self} cannot be followed: its service ${exchange.failure.reason}` };
  const { status, body } = exchange.answer;
  // Some services respond with 300 and several versions to choose from, which may include the right one.
  if (status !== 200 && status !== 300) {
    const remedy = remedyFor(status);
    return {
      message: `${self} responds with ${statusText(status)}${remedy === undefined ? '' : `: ${remedy}`}`,
    };
  }
  // Compute responds with choices at any unknown path, so the right version is always among them.
  if (readVersions(body.value)?.shape === 'choices')
    return { message: `${self} leads to a choice of versions, not to the document of that version` };
  const described = describedVersions(body);
  const [first, ...more] = described;
  if (first === undefined) {
    const what = body.value === undefined ? describeBody(body) : 'JSON without a version';
    return { message: `${self} leads to ${what}, not to the document of that version` };
  }
  if (isDescribed(link, described)) return undefined;
  const others = more.length === 0 ? quote(first.id) : `${quote(first.id)} and ${more.length} more`;
  return {
    message: `${self} leads to the document of ${others}, not of that version`,
    related: [{ at: placeIn(body, first.pointer, 'value'), message: `describes ${quote(first.id)}` }],
  };
}

function remedyFor(status: number): string | undefined {
  if (status === 401 || status === 403) return 'allow clients to read versions without a token';
  if (status === 404) return 'is a path prefix missing from the URL?';
  return status > 300 && status < 400 ? 'link to the target of the redirect' : undefined;
}
