import { afterAll } from '@jest/globals';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { bundledRunners } from '../bundled-source';
import { tempProject } from '../engine/temp-project';
import { entry } from '../engine/versions-subject';
import { createLoopback } from '../live/loopback';
import { runRunner, type ChildSuite } from './run-runner';

/** What each runner reports about every file of tests/fixtures/projects/runners, and the URL of the service that they check. */
export interface ChildRuns {
  readonly jest: ReadonlyMap<string, ChildSuite>;
  readonly vitest: ReadonlyMap<string, ChildSuite>;
  readonly url: string;
}

let runs: Promise<ChildRuns> | undefined;

/** One child process per runner for all tests, as starting each takes most of the time. */
export function childRuns(): Promise<ChildRuns> {
  return (runs ??= run());
}

const loopback = createLoopback();
afterAll(loopback.close);

/** A project with live requests to the service of `startService`, which gives one wrong answer. */
function liveProject(): string {
  return tempProject({
    'contracts.json': {
      contracts: {
        right: { schema: 'a.json', samples: 'a.json', live: { request: 'GET /right' } },
        wrong: { schema: 'a.json', live: { request: 'GET /wrong' } },
        versions: { schema: 'any.json', live: { request: 'GET /' } },
      },
    },
    'schemas/a.json': { type: 'object', properties: { a: { const: 1 } } },
    'schemas/any.json': { type: 'object' },
    'api_samples/a.json': { a: 1 },
  });
}

function startService(): ReturnType<typeof loopback.http> {
  return loopback.http((request, response) => {
    const self = (path: string) => `http://${request.headers.host}${path}`;
    const bodies: Readonly<Record<string, unknown>> = {
      '/right': { a: 1 },
      '/wrong': { a: 2 },
      '/': { versions: [entry('v1.0', self('/v1/'), { version: '', min_version: '' })] },
      '/v1/': { version: entry('v1.0', self('/v1/'), { version: '1.0.1', min_version: '' }) },
    };
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(bodies[request.url ?? '']));
  });
}

async function run(): Promise<ChildRuns> {
  const missing = tempProject({
    'contracts.json': {
      contracts: { a: { schema: 'a.json', samples: '*.json' } },
      facts: {
        x: [
          { file: 'gone.txt', match: 'x' },
          { sample: 'a.json', at: '$.x' },
        ],
      },
    },
    'schemas/a.json': { type: 'object' },
    'api_samples/a.json': { x: 1 },
  });
  symlinkSync('nowhere', join(missing, 'api_samples/dangling.json'));
  const unjudged = tempProject({
    'contracts.json': {
      contracts: {
        a: { schema: 'broken.json', samples: 'a.json' },
        b: { schema: 'broken.json', samples: { path: 'b.json', expect: 'invalid' } },
        c: { schema: 'c.json', samples: ['c.json', 'd.json'] },
      },
      facts: {
        x: [
          { file: 'gone.txt', match: 'x' },
          { sample: 'c.json', at: '$.x' },
        ],
      },
      rules: { 'schema-readable': 'off', 'json-well-formed': 'off', 'fact-found': 'off' },
    },
    'schemas/broken.json': '{',
    'schemas/c.json': { type: 'object' },
    'api_samples/a.json': {},
    'api_samples/b.json': {},
    'api_samples/c.json': { x: 1 },
    'api_samples/d.json': '{',
  });
  const broken = tempProject({
    'contracts.json': {
      contracts: { broken: { schema: 'a.json' }, silent: { schema: 'gone.json' } },
      rules: { 'schema-readable': 'off' },
    },
    'schemas/a.json': { type: 'obect' },
    'api_samples/.keep': '',
  });
  const { url } = await startService();
  // One child process with few files for all tests, as starting each takes most of the time.
  const files = [
    'projects',
    'wrong-manifest',
    'no-manifest',
    'package/tests/above',
    'package/tests/chosen',
    'live',
    'live-elsewhere',
    'live-without-requests',
    'matcher',
  ];
  const env = {
    MISSING_FILES: missing,
    UNJUDGED_FILES: unjudged,
    BROKEN_SCHEMA: broken,
    LIVE_PROJECT: liveProject(),
    LIVE_SERVICE: url,
  };
  const entries = bundledRunners();
  return {
    jest: await runRunner('jest', files, { entries, env }),
    vitest: await runRunner('vitest', files, { entries, env }),
    url,
  };
}
