import { describe, expect, test } from '@jest/globals';

import { judgePlan } from '../../../src/engine/pipeline';
import { planLaws } from '../../../src/engine/plan-laws';
import { fetchVersions } from '../../../src/engine/fetch/fetch-versions';
import { answer, BASE, failure, lines, madeService } from '../made-service';
import { brief } from '../brief';
import { entry } from '../versions-subject';

const RANGE = { version: '2.3', min_version: '2.1' };
const SHOW = { version: entry('v2.1', `${BASE}v2.1/`, RANGE) };
const INDEX = { versions: [entry('v2.1', `${BASE}v2.1/`, RANGE)] };

test('the document at the URL is requested with credentials, the targets of its links without', async () => {
  const { live, sent } = madeService([answer('/', INDEX, 300), answer('/v2.1/', SHOW)]);
  const { target, exchanges, links, negotiations } = await fetchVersions({ ...live, service: undefined });
  expect(lines(sent)).toEqual([`GET ${BASE} token`, `GET ${BASE}v2.1/`]);
  expect(target).toEqual({ name: 'cloud', url: BASE });
  expect(exchanges).toMatchObject([{ name: 'GET /compute/', statuses: [200, 300], claims: [], token: true }]);
  expect(links.map(({ exchange }) => exchange.request.url)).toEqual([`${BASE}v2.1/`, `${BASE}v2.1/`]);
  expect(negotiations).toEqual([]);
});

test('every endpoint with microversions and the list of versions are negotiated with', async () => {
  const { live, sent } = madeService([
    answer('/', INDEX),
    answer('/v2.1/', SHOW),
    answer('/v2.1', SHOW),
    { ...answer('/v2.1/', SHOW), request: { method: 'HEAD', path: '/v2.1/' } },
  ]);
  const fetched = await fetchVersions({ ...live, service: 'compute', negotiate: true });
  expect(fetched.negotiations.map(({ kind, url }) => `${kind} ${url}`)).toEqual([
    `versioned ${BASE}v2.1/`,
    `root ${BASE}`,
  ]);
  const asked = lines(sent).filter((line) => line.includes('OpenStack'));
  // The root gets the requests as it got the plain one: with credentials.
  expect(asked.filter((line) => line.startsWith(`GET ${BASE}v2.1/ `) && line.endsWith('token'))).toEqual([]);
  expect(asked.filter((line) => line.startsWith(`GET ${BASE} `) && !line.endsWith('token'))).toEqual([]);
});

test('a service that is down gives a finding, no document and no negotiation', async () => {
  const { live } = madeService([failure('/')]);
  const fetched = await fetchVersions({ ...live, service: undefined, negotiate: true });
  const { findings, versions, summary, live: summed } = judgePlan(planLaws([], {}), [fetched]);
  expect(findings.map(brief)).toEqual([`${BASE} 1:1-1:1 error live-answers refused the connection`]);
  expect({ versions, documents: summary.documents, live: summed }).toEqual({
    versions: [],
    documents: 0,
    live: { requests: 1, answered: 0 },
  });
});

test('the service is checked against the newest microversion that its owner expects', async () => {
  const { live } = madeService([answer('/', INDEX), answer('/v2.1/', SHOW)]);
  const fetched = await fetchVersions({ ...live, service: undefined, newest: { major: 2, minor: 4 } });
  const { findings } = judgePlan(planLaws([], {}), [fetched]);
  expect(findings.filter(({ ruleId }) => ruleId === 'newest-matches-code').map(({ file }) => file)).toEqual([
    BASE,
    `${BASE}v2.1/`,
  ]);
});

/** What `laws` gives for a URL as it was typed, with the answers by path. */
async function typedAt(path: string, answers: Parameters<typeof madeService>[0], more: object = {}) {
  const typed = `${BASE}${path}`;
  const { live, sent } = madeService(answers, { address: typed });
  const fetched = await fetchVersions({ ...live, service: undefined, ...more });
  const { findings, summary } = judgePlan(planLaws([], {}), [fetched]);
  return {
    sent: lines(sent).map((line) => line.replace(' token', '')),
    findings: findings.filter(({ severity }) => severity !== 'info').map(brief),
    notChecked: summary.notChecked.flatMap(({ what, items }) => (what.startsWith('URLs') ? items : [])),
  };
}

const V1 = { version: entry('v1.0', `${BASE}v1`) };
const ROOT = { versions: [entry('v1.0', `${BASE}v1`)] };
const NOT_THERE = { code: 404 };

describe('the versions documents of a URL are looked for', () => {
  test('where it was typed, without a slash more', async () => {
    expect(await typedAt('v1', [answer('/v1', V1)])).toEqual({
      sent: [`GET ${BASE}v1`],
      findings: [],
      notChecked: [],
    });
  });

  test('where it was typed, without a slash less: a 500 there is a fault of the service', async () => {
    const { sent, findings, notChecked } = await typedAt('v1/', [answer('/v1/', {}, 500)]);
    expect(sent).toEqual([`GET ${BASE}v1/`]);
    expect(findings).toEqual([
      `${BASE}v1/ 1:1-1:1 error live-status expected status 200 OK or 300 Multiple Choices, got 500 Internal Server Error: check the log of the service`,
    ]);
    expect(notChecked).toEqual([]);
  });

  test.each([404, 401, 412, 200, 300, 302])(
    'without the id of a project, if it answers %d',
    async (status) => {
      const { sent, findings, notChecked } = await typedAt('v1/p1', [
        answer('/v1/p1', NOT_THERE, status),
        answer('/v1', V1),
      ]);
      expect(sent).toEqual([`GET ${BASE}v1/p1`, `GET ${BASE}v1`]);
      expect(findings).toEqual([]);
      expect(notChecked).toEqual([`${BASE}v1/p1 (${status}): checked ${BASE}v1 instead`]);
    },
  );

  test('at the root of the service', async () => {
    const { sent, findings, notChecked } = await typedAt('v1/p1', [
      answer('/v1/p1', NOT_THERE, 404),
      answer('/v1', NOT_THERE, 401),
      answer('/', ROOT, 300),
    ]);
    // The self link leads to a URL that was already requested, so its 401 is the answer to that link too.
    expect(sent).toEqual([`GET ${BASE}v1/p1`, `GET ${BASE}v1`, `GET ${BASE}`, `GET ${BASE}v1`]);
    expect(findings).toEqual([]);
    expect(notChecked).toEqual([
      `${BASE}v1/p1 (404): checked ${BASE} instead`,
      `${BASE}v1 (401): checked ${BASE} instead`,
    ]);
  });

  test.each([403, 500, 503])('nowhere else, if it answers %d', async (status) => {
    const { sent, findings } = await typedAt('v1/p1', [answer('/v1/p1', {}, status)]);
    expect(sent).toEqual([`GET ${BASE}v1/p1`]);
    expect(findings).toHaveLength(1);
  });

  test('in vain: one finding names every request', async () => {
    const { findings, notChecked } = await typedAt('v1/p1', [
      answer('/v1/p1', NOT_THERE, 404),
      answer('/v1', NOT_THERE, 404),
      failure('/'),
    ]);
    expect(findings).toEqual([
      `${BASE}v1/p1 1:1-1:1 error live-status expected status 200 OK or 300 Multiple Choices, got 404 Not Found: check the host, the port and the path prefix, such as \`/compute\`; also requested: ${BASE}v1 (404 Not Found), ${BASE} (no response)`,
    ]);
    expect(notChecked).toEqual([`${BASE}v1 (404)`, `${BASE} (no response)`]);
  });

  test('and negotiated with as they were found, with the user name and password', async () => {
    const { live, sent } = madeService(
      [
        answer('http://me:pw@cloud/compute/v2/p1', NOT_THERE, 404),
        ...['', 'v2.1'].map((path) =>
          answer(`http://me:pw@cloud/compute/v2${path}`, { version: entry('v2', `${BASE}v2`, RANGE) }),
        ),
        answer('http://me:pw@cloud/compute/v2/', { version: entry('v2', `${BASE}v2`, RANGE) }),
        {
          ...answer('http://me:pw@cloud/compute/v2', {}),
          request: { method: 'HEAD', path: 'http://me:pw@cloud/compute/v2' },
        },
        answer('/v2', { version: entry('v2', `${BASE}v2`, RANGE) }),
      ],
      { address: 'http://me:pw@cloud/compute/v2/p1' },
    );
    const { negotiations } = await fetchVersions({ ...live, service: 'compute', negotiate: true });
    expect(negotiations.length).toBeGreaterThan(0);
    expect(lines(sent).filter((line) => line.includes('OpenStack') && !line.includes('me:pw@'))).toEqual([]);
  });
});
