import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { openProject } from '../../src/engine/open/open-project';
import type { Project } from '../../src/model/project/project';
import { createApi } from '../../src/serve/create-api';
import { tempProject } from '../engine/temp-project';
import { ask, at, compute, echoOf, headerOf, servers } from './ask';

const PROJECTS = join(__dirname, '..', 'fixtures', 'projects');
const api = createApi(compute);
const serversApi = createApi(servers);

function sample(name: string): string {
  return readFileSync(join(__dirname, '..', '..', 'api_samples', 'versions', name), 'utf8');
}

/** The microversion that a response echoes, and the one that its sample was recorded at. */
function recordedAt(microversion: string): readonly (string | undefined)[] {
  const answer = ask(serversApi, 'GET /v2.1/servers/7', at(microversion));
  return [echoOf(answer), /"as of (.+)"/.exec(answer.body)?.[1]];
}

/** The names of the headers in the response to `GET /v2.1/`. */
function headerNames(project: Project): readonly string[] {
  return ask(createApi(project), 'GET /v2.1/').headers.map(([name]) => name);
}

/** A contract with one sample of its name. */
function contractOf(name: string, live: object): object {
  return { schema: 'any.json', samples: `${name}.json`, live };
}

describe('a sample is served', () => {
  test.each([
    ['/', 'versions-get-resp.json'],
    ['/v2', 'v2-version-get-resp.json'],
    ['/v2/', 'v2-version-get-resp.json'],
    ['/v2.1/', 'v21-version-get-resp.json'],
  ])('at %s, unchanged except for the host in its links', (path, name) => {
    expect(ask(api, `GET ${path}`)).toMatchObject({
      status: 200,
      body: sample(name).replaceAll('http://openstack.example.com', 'http://api.test'),
    });
  });

  test('with numbers, property names and foreign links unchanged, and its own links rewritten everywhere', () => {
    expect(ask(serversApi, 'GET /v2.1/servers/7').body).toBe(`{
    "server": {
        "name": "as of 2.1",
        "progress": 1.0,
        "id": 12345678901234567890,
        "http://cloud.example.com/compute": "a key is no link",
        "link": "http://api.test/v2.1/servers/7",
        "text": "see http://api.test/v2.1/ and http://cloud.example.com/computer",
        "elsewhere": ["http://cloud.example.com:8080/compute/v2.1/", "https://cloud.example.com/compute/"]
    }
}
`);
  });

  test('with the length of its body in bytes, also for HEAD, which has no body', () => {
    const answer = ask(api, 'GET /v2.1/');
    expect(headerOf(answer, 'Content-Length')).toBe(String(Buffer.byteLength(answer.body)));
    expect(ask(api, 'HEAD /v2.1/')).toEqual({ ...answer, body: '' });
  });

  test('with the status of the contract', () => {
    expect(ask(serversApi, 'POST /v2.1/servers')).toMatchObject({
      status: 202,
      body: '{ "server": { "id": "7" } }\n',
    });
  });

  test('of the newest microversion that is not newer than the requested one', () => {
    expect(['2.1', '2.2', '2.3', '2.9', '2.10', '2.57', 'latest'].map(recordedAt)).toEqual([
      ['compute 2.1', '2.1'],
      ['compute 2.2', '2.1'],
      ['compute 2.3', '2.3'],
      ['compute 2.9', '2.3'],
      ['compute 2.10', '2.10'],
      ['compute 2.57', '2.10'],
      ['compute 2.90', '2.10'],
    ]);
  });

  test('that the manifest names, if the contract has several', () => {
    expect(ask(serversApi, 'GET /v2.1/stated').body).toContain('as of 2.3');
  });
});

describe('no sample is served', () => {
  test('for a microversion before the oldest recording', () => {
    expect(ask(serversApi, 'GET /v2.1/late', at('2.56'))).toMatchObject({ status: 404 });
    expect(echoOf(ask(serversApi, 'GET /v2.1/late', at('2.56')))).toBe('compute 2.56');
    expect(ask(serversApi, 'GET /v2.1/late', at('2.57'))).toMatchObject({ status: 200 });
  });

  test.each(['/v2.1/two', '/v2.1/flavors', '/v2.1/broken', '/v2/', '/v2/anything'])(
    'at %s, below a version',
    (path) => {
      expect(ask(serversApi, `GET ${path}`).status).toBe(404);
    },
  );

  test('for a method that the path does not have', () => {
    const answer = ask(serversApi, 'DELETE /v2.1/servers/7');
    expect([answer.status, headerOf(answer, 'Allow')]).toEqual([405, 'GET, HEAD']);
    expect(headerOf(ask(serversApi, 'GET /v2.1/servers'), 'Allow')).toBe('POST');
  });
});

test('a path without a known version gets the choice of versions, with links to the same path there', () => {
  expect(JSON.parse(ask(serversApi, 'GET /v3/servers/').body)).toEqual({
    choices: [
      {
        id: 'v2.0',
        status: 'SUPPORTED',
        links: [{ rel: 'self', href: 'http://api.test/v2/v3/servers' }],
      },
      {
        id: 'v2.1',
        status: 'CURRENT',
        links: [{ rel: 'self', href: 'http://api.test/v2.1/v3/servers' }],
        'media-types': [
          { base: 'application/json', type: 'application/vnd.openstack.compute+json;version=2.1' },
        ],
      },
    ],
  });
});

test('with a prefix, only paths under it are served, and links include it', () => {
  const below = createApi(compute, { prefix: '/compute/' });
  expect(JSON.parse(ask(below, 'GET /compute/v2.1').body).version.links[0].href).toBe(
    'http://api.test/compute/v2.1/',
  );
  expect(JSON.parse(ask(below, 'GET /compute').body).versions).toHaveLength(2);
  expect(ask(below, 'GET /compute/v3').body).toContain('http://api.test/compute/v2.1/v3');
  expect(['/', '/v2.1/', '/computer'].map((path) => ask(below, `GET ${path}`).status)).toEqual([
    404, 404, 404,
  ]);
});

test('an API lists what it serves, and what it does not serve and why', () => {
  expect(serversApi.routes.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /',
    'GET /v2.1/',
    'GET /v2.1/servers/7',
    'GET /v2.1/late',
    'GET /v2.1/stated',
    'POST /v2.1/servers',
  ]);
  expect(serversApi.unserved).toEqual([
    {
      method: 'GET',
      path: '/v2.1/two',
      status: 200,
      reason: '`pairs` has 2 samples: choose one with `sample:`',
    },
    { method: 'GET', path: '/v2.1/flavors', status: 200, reason: '`flavors.list` has no sample' },
    { method: 'GET', path: '/v3', status: 300, reason: '`versions.choices` has no sample' },
    {
      method: 'GET',
      path: '/v2.1/broken',
      status: 200,
      reason: 'api_samples/flavors/broken.json is not JSON: run `samplegate check` to see why',
    },
  ]);
});

test('a version has the range of its own document where the list of versions states none', () => {
  const entry = { id: 'v2.1', status: 'CURRENT', links: [{ rel: 'self', href: 'http://cloud/v2.1/' }] };
  const project = openProject({
    cwd: tempProject({
      'contracts.json': {
        service: 'compute',
        contracts: {
          index: contractOf('index', { request: 'GET /' }),
          show: contractOf('show', { request: 'GET /v2.1/' }),
          servers: contractOf('servers', { request: 'GET /v2.1/servers', negotiates: true }),
        },
      },
      'schemas/any.json': { type: 'object' },
      'api_samples/index.json': { versions: [entry] },
      'api_samples/show.json': { version: { ...entry, min_version: '2.1', version: '2.3' } },
      'api_samples/servers.json': { servers: [] },
    }),
  });
  const statuses = ['2.1', '2.3', '2.4'].map(
    (microversion) => ask(createApi(project), 'GET /v2.1/servers', at(microversion)).status,
  );
  expect(statuses).toEqual([200, 200, 406]);
});

describe('a live request without a response body is served', () => {
  const bodiless = createApi(
    openProject({
      cwd: tempProject({
        'contracts.json': {
          contracts: {
            head: contractOf('head', { request: 'HEAD /head' }),
            gone: contractOf('gone', { request: 'DELETE /gone', status: 204 }),
          },
        },
        'schemas/any.json': { type: 'object' },
        'api_samples/head.json': {},
        'api_samples/gone.json': {},
      }),
    }),
  );

  test('for HEAD, also without one for GET', () => {
    expect(ask(bodiless, 'HEAD /head')).toMatchObject({ status: 200, body: '' });
    expect(headerOf(ask(bodiless, 'GET /head'), 'Allow')).toBe('HEAD');
  });

  test('with 204, which has no `Content-Length`', () => {
    expect(ask(bodiless, 'DELETE /gone')).toEqual({ status: 204, headers: [], body: '', delivery: 'whole' });
  });
});

describe('a project that cannot be served is rejected', () => {
  const { service: _, ...nameless } = compute;

  const noLiveRequest = openProject({ cwd: join(PROJECTS, 'servers-right') });
  const lateOnly = servers.contracts.filter(({ name }) => name === 'servers.late');

  test.each([
    {
      lacks: 'a live request',
      project: noLiveRequest,
      said: ['nothing to serve: no contract in contracts.yaml has a `live:` request'],
    },
    {
      lacks: 'a sample for its live requests',
      project: { ...servers, samples: [] },
      said: ['nothing to serve: no `live:` request in contracts.yaml has a sample'],
    },
    {
      lacks: 'a service type to negotiate with',
      project: nameless,
      said: [
        'the samples cannot be served',
        'GET /v2.1/ negotiates, but the manifest does not name the service: add `service:`, such as `service: compute`',
      ],
    },
    {
      lacks: 'a microversion range',
      project: { ...servers, contracts: lateOnly },
      said: [
        'the samples cannot be served',
        'GET /v2.1/late negotiates, but its microversion range is unknown: add a sample whose version has `min_version` and `version`',
      ],
    },
  ])('without $lacks', ({ project, said: [message, ...details] }) => {
    expect(() => createApi(project)).toThrow(
      expect.objectContaining({
        message,
        details: details.map((text) => expect.objectContaining({ message: text })),
      }),
    );
  });
});

test.each([
  ['nova', 'X-OpenStack-Nova-API-Version'],
  ['ironic', 'X-OpenStack-Ironic-API-Version'],
  ['shared-file-system', 'X-OpenStack-Manila-API-Version'],
])('the service %s states its microversion in %s too', (service, header) => {
  const { legacyHeader: _computes, ...others } = compute;
  expect(headerNames({ ...others, service })).toContain(header);
});

test('a service other than Compute has only the legacy header that its manifest names', () => {
  const { legacyHeader: _computes, ...others } = compute;
  const placement = { ...others, service: 'placement' };
  expect(headerNames(placement)).toEqual(['Content-Type', 'OpenStack-API-Version', 'Vary', 'Content-Length']);
  expect(headerNames({ ...placement, legacyHeader: 'X-Old' })).toEqual([
    'Content-Type',
    'OpenStack-API-Version',
    'X-Old',
    'Vary',
    'Vary',
    'Content-Length',
  ]);
});
