import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { openProject } from '../../src/engine/open/open-project';
import { serve } from '../../src/serve/serve';
import { runCli, type CliOutcome } from '../cli/run-cli';

const ROOT = join(__dirname, '..', '..');
const PROJECT = join(ROOT, 'tests', 'fixtures', 'projects', 'serve');

/** Runs `serve`, calls `visit` with its URL, and then interrupts it. */
async function serveUntil(
  args: readonly string[],
  cwd: string,
  visit: (url: string) => Promise<void> = async () => {},
): Promise<CliOutcome> {
  const interrupts: (() => void)[] = [];
  const visits: Promise<void>[] = [];
  const outcome = await runCli(['serve', ...args], {
    cwd,
    interrupted: () =>
      new Promise((resolve) => {
        interrupts.push(resolve);
      }),
    onOut: (text) => {
      const [url] = /http:\S+/.exec(text) ?? [];
      if (url !== undefined)
        visits.push(visit(url).finally(() => interrupts.forEach((interrupt) => interrupt())));
    },
  });
  await Promise.all(visits);
  return outcome;
}

function withoutPort({ code, out, err }: CliOutcome): CliOutcome {
  return { code, out: out.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT'), err };
}

test('it prints where and what it serves, responds to requests, and exits with 0 when interrupted', async () => {
  const statuses: number[] = [];
  const outcome = await serveUntil(['--verbose'], ROOT, async (url) => {
    statuses.push((await fetch(`${url}/v2.1/`)).status);
  });
  expect(statuses).toEqual([200]);
  expect(withoutPort(outcome)).toEqual({
    code: 0,
    out: `contracts.yaml is served at http://127.0.0.1:PORT until interrupted

  GET /       200  api_samples/versions/versions-get-resp.json
  GET /v2/    200  api_samples/versions/v2-version-get-resp.json
  GET /v2.1/  200  api_samples/versions/v21-version-get-resp.json, negotiates 2.1 to 2.60
  GET /v3     300  choices from v2.0, v2.1, as for every path without a version
`,
    err: 'GET /v2.1/ 200\n',
  });
});

test('it prints what it does not serve and why, and its faults', async () => {
  const outcome = await serveUntil(
    ['--prefix', '/compute', '--fault', 'no-echo', '--fault', 'slow@/v2.1'],
    PROJECT,
  );
  expect(withoutPort(outcome)).toEqual({
    code: 0,
    out: `contracts.yaml is served at http://127.0.0.1:PORT/compute until interrupted

  GET /                200  api_samples/versions/index.json
  GET /v2.1/           200  api_samples/versions/v21.json
  GET /v2.1/servers/7  200  api_samples/servers/v2.10/server.json and 2 older, negotiates 2.1 to 2.90
  GET /v2.1/late       200  api_samples/servers/late.json, negotiates 2.1 to 2.90
  GET /v2.1/stated     200  api_samples/servers/v2.3/server.json
  POST /v2.1/servers   202  api_samples/servers/create.json
  GET /v2.1/two        200  not served: \`pairs\` has 2 samples: choose one with \`sample:\`
  GET /v2.1/flavors    200  not served: \`flavors.list\` has no sample
  GET /v3              300  choices from v2.0, v2.1, as for every path without a version
  GET /v2.1/broken     200  not served: api_samples/flavors/broken.json is not JSON: run \`samplegate check\` to see why
  fault no-echo: does not say which microversion a response has
  fault slow at /v2.1/: waits half a minute before it responds
`,
    err: '',
  });
});

test('`--fault help` lists the faults, as `--help` does', async () => {
  const [list, help] = await Promise.all([
    runCli(['serve', '--fault', 'help'], { cwd: PROJECT }),
    runCli(['serve', '--help'], { cwd: PROJECT }),
  ]);
  expect(list).toMatchObject({ code: 0, out: expect.stringMatching(/^ {2}stale-newest {10}offers one /) });
  expect(help.out).toContain(list.out);
});

describe('it cannot run', () => {
  test.each([
    [['--port', '65536'], '`--port` expects a number up to 65535, got `65536`: omit it for any free port'],
    [['--port', 'http'], '`--port` expects a number up to 65535, got `http`: omit it for any free port'],
    [['--fault', 'stale'], 'unknown fault `stale`: list them with `samplegate serve --fault help`'],
    [
      ['--prefix', 'compute'],
      '`--prefix` expects a path that starts with a slash, such as `/compute`, got `compute`',
    ],
    [['--prot', '1'], 'unknown option `--prot`: did you mean `--port`?'],
    [
      ['-m', '../servers-right/contracts.yaml'],
      'nothing to serve: no contract in ../servers-right/contracts.yaml has a `live:` request',
    ],
  ])('with %s', async (args, message) => {
    expect(await runCli(['serve', ...args], { cwd: PROJECT })).toEqual({
      code: 2,
      out: '',
      err: `samplegate: ${message}\n`,
    });
  });

  test('on a port that is in use', async () => {
    const { url, close } = await serve(openProject({ cwd: PROJECT }));
    const { port } = new URL(url);
    expect(await runCli(['serve', '--port', port], { cwd: PROJECT })).toMatchObject({
      code: 2,
      err: `samplegate: port ${port} is in use: choose another one with \`--port\`, or omit \`--port\` to use a free one\n`,
    });
    await close();
  });
});
