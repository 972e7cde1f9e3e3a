import { afterEach, describe, expect, test } from '@jest/globals';

import { check } from '../../../src/engine/check';
import { judgeProject } from '../check-made';
import type { LiveOptions } from '../../../src/engine/fetch/connect';
import { fetchProject } from '../../../src/engine/fetch/fetch-project';
import { openProject } from '../../../src/engine/open/open-project';
import type { Fetched } from '../../../src/model/live/live';
import { createLoopback } from '../../live/loopback';
import { brief } from '../brief';
import { answer, BASE, failure, lines, madeService } from '../made-service';
import { tempProject } from '../temp-project';
import { entry } from '../versions-subject';

type Contracts = Readonly<Record<string, object>>;

const loopback = createLoopback();

afterEach(loopback.close);

function folder(contracts: Contracts, manifest: object = {}): string {
  return tempProject({
    'contracts.json': { contracts, rules: { 'schema-used': 'off', 'ranges-reach-ends': 'off' }, ...manifest },
    'schemas/any.json': { type: 'object' },
    'schemas/with-a.json': { type: 'object', required: ['a'] },
    'schemas/list.json': { type: 'array' },
    'api_samples/README': '',
  });
}

async function fetched(
  contracts: Contracts,
  exchanges: Parameters<typeof madeService>[0],
  manifest: object = {},
) {
  const { live, sent } = madeService(exchanges);
  const project = openProject({ cwd: folder(contracts, manifest) });
  const result = await fetchProject(project, live);
  return {
    sent: lines(sent),
    exchanges: exchangesOf(result),
    findings: judgeProject(project, { fetched: result }).findings.map(brief),
  };
}

/** `GET /a 200: a x.json, b y.json` for each request and expected status: the contracts that check its answer, with their schemas. */
function exchangesOf({ exchanges }: Fetched): readonly string[] {
  return exchanges.map(({ name, statuses, claims }) => {
    const claimed = claims.map(({ contract, versions }) =>
      [contract.name, ...versions.map(({ schema }) => schema.file)].join(' '),
    );
    return `${name} ${statuses.join()}: ${claimed.join(', ')}`;
  });
}

const schema = 'any.json';

test('each live request goes below the base URL, without a header or credentials unless the manifest asks for them', async () => {
  const contracts = {
    a: { schema, live: [{ request: 'GET /a/b?c=d' }, { request: 'GET //b', token: true }] },
    c: { schema },
  };
  const { sent, exchanges, findings } = await fetched(contracts, [answer('/a/b?c=d', {}), answer('/b', {})]);
  expect(sent).toEqual([`GET ${BASE}a/b?c=d`, `GET ${BASE}b token`]);
  expect(exchanges).toEqual(['GET /a/b?c=d 200: a any.json', 'GET //b 200: a any.json']);
  expect(findings).toEqual([
    'contracts.json 1:112-1:115 error contract-has-document /contracts/c c has neither `samples:` nor `live:`, so it checks nothing: add one, or delete the contract',
  ]);
});

test('variables in a path are filled from the environment, and names keep them', async () => {
  const contracts = {
    a: { schema, live: [{ request: 'GET /v1/${OS_PROJECT_ID}/a' }, { request: 'GET /v1/{id}?$top=1' }] },
    b: { schema, live: { request: 'GET /v1/p%201/a' } },
  };
  const { live, sent } = madeService([answer('/v1/p%201/a', {}), answer('/v1/{id}?$top=1', {})], {
    env: { OS_PROJECT_ID: 'p 1' },
  });
  const result = await fetchProject(openProject({ cwd: folder(contracts) }), live);
  expect(lines(sent)).toEqual([`GET ${BASE}v1/p%201/a`, `GET ${BASE}v1/{id}?$top=1`]);
  expect(exchangesOf(result)).toEqual([
    'GET /v1/${OS_PROJECT_ID}/a 200: a any.json, b any.json',
    'GET /v1/{id}?$top=1 200: a any.json',
  ]);
});

test('a request of several contracts is sent once, and each contract checks the answer', async () => {
  const live = { request: 'GET /a' };
  const contracts = {
    a: { schema, live },
    b: { schema: 'with-a.json', live },
    c: { schema: 'list.json', live },
  };
  expect(await fetched(contracts, [answer('/a', {})])).toEqual({
    sent: [`GET ${BASE}a`],
    exchanges: ['GET /a 200: a any.json, b with-a.json, c list.json'],
    findings: [
      'http://cloud/compute/a 1:1-1:2 error sample-matches-schema \'\' required property "a" is missing',
      "http://cloud/compute/a 1:1-1:3 error sample-matches-schema '' expected an array, got an empty object",
    ],
  });
});

test('if two contracts expect different statuses of one URL, one gets a finding and the other checks the body', async () => {
  const contracts = {
    a: { schema: 'list.json', live: { request: 'GET /a' } },
    b: { schema: 'with-a.json', live: { request: 'GET /a', status: 300 } },
  };
  expect(await fetched(contracts, [answer('/a', {}, 300)])).toEqual({
    sent: [`GET ${BASE}a`],
    exchanges: ['GET /a 200: a list.json', 'GET /a 300: b with-a.json'],
    findings: [
      'http://cloud/compute/a 1:1-1:1 error live-status expected status 200 OK, got 300 Multiple Choices: this URL offers several versions, so request the URL of one, or set `status: 300` {sample-judged}',
      'http://cloud/compute/a 1:1-1:2 error sample-matches-schema \'\' required property "a" is missing',
    ],
  });
});

describe('a microversion', () => {
  const ranges = [
    { max_version: '2.78', schema: 'list.json' },
    { min_version: '2.79', schema: 'with-a.json' },
  ];
  const manifest = { service: 'compute', base_microversion: '2.1' };

  test("is sent in the header, is part of the document's name and selects the schema", async () => {
    const contracts = {
      a: { ranges, live: [{ request: 'GET /a', microversion: '2.79' }, { request: 'GET /a' }] },
    };
    expect(await fetched(contracts, [answer('/a', {})], manifest)).toEqual({
      sent: [
        `GET ${BASE}a OpenStack-API-Version: compute 2.79 X-OpenStack-Nova-API-Version: 2.79`,
        `GET ${BASE}a`,
      ],
      exchanges: ['GET /a 200: a with-a.json', 'GET /a 200: a list.json'],
      findings: [
        "http://cloud/compute/a 1:1-1:3 error sample-matches-schema '' expected an array, got an empty object",
        'http://cloud/compute/a at 2.79 1:1-1:1 warning live-asked-microversion expected a response at microversion 2.79, but it does not state one: send `OpenStack-API-Version: compute 2.79`',
        'http://cloud/compute/a at 2.79 1:1-1:2 error sample-matches-schema \'\' required property "a" is missing',
      ],
    });
  });

  test('is sent with the service type that clients use in the header', async () => {
    const contracts = { a: { schema, live: { request: 'GET /a', microversion: '3.5' } } };
    const { sent } = await fetched(contracts, [answer('/a', {})], { service: 'block-storage' });
    expect(sent).toEqual([`GET ${BASE}a OpenStack-API-Version: volume 3.5`]);
  });

  test.each([
    ['shared-file-system', undefined, ['shared-file-system 2.30', 'X-OpenStack-Manila-API-Version: 2.30']],
    ['sharev2', undefined, ['shared-file-system 2.30', 'X-OpenStack-Manila-API-Version: 2.30']],
    ['manila', undefined, ['shared-file-system 2.30', 'X-OpenStack-Manila-API-Version: 2.30']],
    ['Ironic', undefined, ['baremetal 2.30', 'X-OpenStack-Ironic-API-Version: 2.30']],
    ['glance', undefined, ['image 2.30']],
    ['cinder', undefined, ['volume 2.30']],
    ['made-up', 'X-Made-Up-API-Version', ['made-up 2.30', 'X-Made-Up-API-Version: 2.30']],
    ['nova', 'x-openstack-nova-api-version', ['compute 2.30', 'X-OpenStack-Nova-API-Version: 2.30']],
  ])('is sent in every header that the service %s may read', async (service, legacy, headers) => {
    const contracts = { a: { schema, live: { request: 'GET /a', microversion: '2.30' } } };
    const legacyHeader = legacy === undefined ? {} : { legacy_microversion_header: legacy };
    const { sent } = await fetched(contracts, [answer('/a', {})], { service, ...legacyHeader });
    expect(sent).toEqual([`GET ${BASE}a OpenStack-API-Version: ${headers.join(' ')}`]);
  });

  test('may be the latest, and the answer states which that is', async () => {
    const contracts = { a: { ranges, live: { request: 'GET /a', microversion: 'latest' } } };
    const stated = answer('/a', {}, 200, [['OpenStack-API-Version', 'compute 2.78']]);
    expect(await fetched(contracts, [stated], manifest)).toEqual({
      sent: [`GET ${BASE}a OpenStack-API-Version: compute latest X-OpenStack-Nova-API-Version: latest`],
      exchanges: ['GET /a 200: a list.json'],
      findings: [
        "http://cloud/compute/a at latest 1:1-1:3 error sample-matches-schema '' expected an array, got an empty object",
      ],
    });
  });

  test('that is the latest, and that no header states, selects the newest range', async () => {
    const contracts = { a: { ranges, live: { request: 'GET /a', microversion: 'latest' } } };
    const { exchanges, findings } = await fetched(contracts, [answer('/a', { a: 1 })], manifest);
    expect(exchanges).toEqual(['GET /a 200: a with-a.json']);
    expect(findings).toEqual([
      'http://cloud/compute/a at latest 1:1-1:1 warning live-asked-microversion expected a response at microversion latest, but it does not state one: send `OpenStack-API-Version: compute X.Y`',
    ]);
  });

  test('other than the requested one is the only finding about the answer', async () => {
    const contracts = { a: { ranges, live: { request: 'GET /a', microversion: '2.79' } } };
    const older = answer('/a', {}, 200, [['X-OpenStack-Nova-API-Version', '2.1']]);
    const { findings } = await fetched(contracts, [older], manifest);
    expect(findings).toEqual([
      'http://cloud/compute/a at 2.79 1:1-1:1 error live-asked-microversion expected a response at microversion 2.79, got 2.1: serve the requested microversion, or respond with 406 {sample-judged}',
    ]);
  });

  test('other than the requested one is an error, even where its own rule is off', async () => {
    const contracts = { a: { ranges, live: { request: 'GET /a', microversion: '2.79' } } };
    const older = answer('/a', {}, 200, [['OpenStack-API-Version', 'compute 2.1']]);
    const quiet = { ...manifest, rules: { 'live-asked-microversion': 'off' } };
    const { findings } = await fetched(contracts, [older], quiet);
    expect(findings.filter((finding) => finding.startsWith('http'))).toEqual([
      'http://cloud/compute/a at 2.79 1:1-1:1 error sample-judged not checked: expected a response at microversion 2.79, got 2.1: serve the requested microversion, or respond with 406',
    ]);
  });

  test('in the answer selects the schema if the request asked for none', async () => {
    const contracts = { a: { ranges, live: { request: 'GET /a' } } };
    const echo = [['OpenStack-API-Version', 'identity 3.0, compute 2.80']] as const;
    const { exchanges } = await fetched(contracts, [answer('/a', {}, 200, echo)], manifest);
    expect(exchanges).toEqual(['GET /a 200: a with-a.json']);
  });

  test('at which the operation does not exist is a finding about the response', async () => {
    const contracts = {
      a: { schema: 'with-a.json', max_version: '2.78', live: { request: 'GET /a', microversion: '2.79' } },
    };
    const own = answer('/a', {}, 200, [['OpenStack-API-Version', 'compute 2.79']]);
    const { findings } = await fetched(contracts, [own], manifest);
    expect(findings).toEqual([
      expect.stringMatching(
        /^http:\/\/cloud\/compute\/a at 2\.79 1:1-1:1 error sample-in-contract-range the response is from 2\.79, where the operation of a does not exist \(its range: up to 2\.78\): remove the request, expect another status, or widen the range/,
      ),
    ]);
  });

  test('without a schema is a finding about the response', async () => {
    const contracts = { a: { ranges: ranges.slice(1), live: { request: 'GET /a' } } };
    const { findings } = await fetched(contracts, [answer('/a', {})], manifest);
    expect(findings).toEqual([
      expect.stringMatching(
        /^http:\/\/cloud\/compute\/a 1:1-1:1 error sample-has-schema the response is from 2\.1, but a has schemas only for 2\.79 and later: /,
      ),
    ]);
  });
});

test('a failed request does not stop the others from being checked', async () => {
  const contracts = {
    a: { schema: 'list.json', live: [{ request: 'GET /a' }, { request: 'GET /b' }] },
  };
  expect((await fetched(contracts, [failure('/a'), answer('/b', {})])).findings).toEqual([
    'http://cloud/compute/a 1:1-1:1 error live-answers refused the connection {sample-judged}',
    "http://cloud/compute/b 1:1-1:3 error sample-matches-schema '' expected an array, got an empty object",
  ]);
});

const version = (url: string) => ({
  version: entry('v2.1', `${url}v2.1/`, { status: 'SUPORTED', version: '2.9', min_version: '2.1' }),
});

const redirecting: Parameters<typeof loopback.http>[0] = (request, response) => {
  if (request.url === '/v2.1') response.writeHead(302, { Location: '/v2.1/' }).end();
  else response.end(JSON.stringify(version(`http://${request.headers.host}/`)));
};

async function onNetwork(
  contracts: Contracts,
  listener: Parameters<typeof loopback.http>[0],
  options: (url: string) => LiveOptions,
) {
  const requests: string[] = [];
  const { url, port } = await loopback.http((request, response) => {
    requests.push([request.url, request.headers.authorization].filter(Boolean).join(' '));
    response.setHeader('Content-Type', 'application/json');
    listener(request, response);
  });
  const result = await check({ cwd: folder(contracts), live: options(url) });
  const everywhere = JSON.stringify(result);
  return {
    requests,
    everywhere,
    result,
    errors: result.findings
      .filter(({ severity }) => severity === 'error')
      .map((finding) => brief(finding).replaceAll(`127.0.0.1:${port}`, 'HOST')),
  };
}

describe('a service that reads only its older header', () => {
  const HEADER = 'X-OpenStack-Manila-API-Version';
  const contracts = {
    limits: {
      ranges: [
        { max_version: '2.72', schema: 'list.json' },
        { min_version: '2.73', schema: 'with-a.json' },
      ],
      live: { request: 'GET /v2/limits', microversion: '2.73' },
    },
  };
  const manifest = { service: 'manila', base_microversion: '2.0' };

  /** Answers at the microversion in the older header, and states it there. */
  const manila: Parameters<typeof loopback.http>[0] = (request, response) => {
    const asked = request.headers[HEADER.toLowerCase()] ?? '2.0';
    response.setHeader('Content-Type', 'application/json').setHeader(HEADER, asked);
    response.end(JSON.stringify(asked === '2.73' ? { a: 1 } : []));
  };

  test('is asked for the microversion there, and its answer is checked at it', async () => {
    const { url } = await loopback.http(manila);
    const { findings } = await check({ cwd: folder(contracts, manifest), live: { url } });
    expect(findings.map(brief)).toEqual([]);
  });

  test('that answers at its oldest microversion has that one error', async () => {
    const { url, port } = await loopback.http((request, response) => {
      delete request.headers[HEADER.toLowerCase()];
      manila(request, response);
    });
    const { findings } = await check({ cwd: folder(contracts, manifest), live: { url } });
    expect(findings.map((finding) => brief(finding).replaceAll(`127.0.0.1:${port}`, 'HOST'))).toEqual([
      'http://HOST/v2/limits at 2.73 1:1-1:1 error live-asked-microversion expected a response at microversion 2.73, got 2.0: serve the requested microversion, or respond with 406 {sample-judged}',
    ]);
  });
});

describe('over the network', () => {
  const SUPORTED =
    'error status-known /version/status expected one of "CURRENT", "SUPPORTED", "DEPRECATED", got "SUPORTED": did you mean "SUPPORTED"? [gophercloud rejects the whole document; keystoneauth skips this version]';

  test('credentials in the URL are sent, but not along links, and never shown; the answer is checked once', async () => {
    const contracts = { a: { schema, live: { request: 'GET /v2.1/' } } };
    const { requests, everywhere, errors, result } = await onNetwork(
      contracts,
      (request, response) => response.end(JSON.stringify(version(`http://${request.headers.host}/`))),
      (url) => ({ url: url.replace('//', '//joe:open-sesame@') }),
    );
    const basic = Buffer.from('joe:open-sesame').toString('base64');
    expect(requests).toEqual([`/v2.1/ Basic ${basic}`, '/v2.1/']);
    expect(errors).toEqual([`http://HOST/v2.1/ 1:34-1:44 ${SUPORTED}`]);
    expect(result.verdicts.filter(({ group }) => group === 'response').map(({ name }) => name)).toEqual([
      'GET /v2.1/',
    ]);
    expect(result.summary.documents).toBe(1);
    expect(everywhere).not.toMatch(/joe|sesame/);
    expect(everywhere).not.toContain(basic);
  });

  test('a redirect that is not followed is a finding; a followed one leads to one document, checked once', async () => {
    const contracts = {
      a: { schema: 'with-a.json', live: [{ request: 'GET /v2.1' }, { request: 'GET /v2.1/' }] },
    };
    const body = [
      'http://HOST/v2.1/ 1:1-1:2 error sample-matches-schema \'\' required property "a" is missing',
      `http://HOST/v2.1/ 1:34-1:44 ${SUPORTED}`,
    ];
    const without = await onNetwork(contracts, redirecting, (url) => ({ url }));
    expect(without.errors).toEqual([
      'http://HOST/v2.1 1:1-1:1 error live-status expected status 200 OK, got 302 Found: request "http://HOST/v2.1/" directly, or follow redirects with `--follow` {sample-judged}',
      ...body,
    ]);
    const following = await onNetwork(contracts, redirecting, (url) => ({ url, follow: true }));
    expect(following.errors).toEqual(body);
  });

  test('two different bodies of one URL are two documents, and findings point into the right one', async () => {
    const contracts = {
      a: { schema: 'with-a.json', live: [{ request: 'GET /a' }, { request: 'GET /a', token: true }] },
    };
    const token = { name: 'X-Auth-Token', value: 'secret-token', shown: '$T', credential: true };
    const { errors } = await onNetwork(
      contracts,
      (request, response) =>
        response.end(request.headers['x-auth-token'] === undefined ? '{}' : '\n  {"b": 1}'),
      (url) => ({ url, headers: [token] }),
    );
    expect(errors).toEqual([
      'http://HOST/a 1:1-1:2 error sample-matches-schema \'\' required property "a" is missing',
      'http://HOST/a with a token 2:3-2:4 error sample-matches-schema \'\' required property "a" is missing',
    ]);
  });
});

describe('where every endpoint negotiates', () => {
  const LINKED = { version: entry('v2.1', `${BASE}v2.1/`, { version: '2.3', min_version: '2.1' }) };
  const contracts = { index: { schema, live: { request: 'GET /' } } };

  async function negotiated(list: object, negotiate: boolean) {
    const { live } = madeService(
      [
        answer('/', { versions: [list] }),
        answer('/v2.1/', LINKED),
        answer('/v2.1', LINKED),
        { ...answer('', LINKED), request: { method: 'HEAD', path: '/v2.1/' } },
      ],
      { negotiate },
    );
    const project = openProject({ cwd: folder(contracts, { service: 'compute' }) });
    const { negotiations } = await fetchProject(project, live);
    return negotiations.map(({ kind, url, asked }) => `${kind} ${url} ${asked.length}`);
  }

  test('the targets of self links negotiate, even if the manifest does not request them', async () => {
    expect(await negotiated(LINKED.version, true)).toEqual([`versioned ${BASE}v2.1/ 16`, `root ${BASE} 4`]);
    expect(await negotiated(LINKED.version, false)).toEqual([]);
  });

  test('a service without microversions has one negotiation without requests', async () => {
    const none = entry('v3.0', 'http://elsewhere/v3/', { version: '', min_version: '' });
    expect(await negotiated(none, true)).toEqual([`versioned ${BASE} 1`]);
  });
});
