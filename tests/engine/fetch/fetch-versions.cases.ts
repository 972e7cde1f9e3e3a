import { expect, test } from '@jest/globals';

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
