import { afterAll, describe, expect, test } from '@jest/globals';
import { EventEmitter, once } from 'node:events';

import { tempProject } from '../engine/temp-project';
import { createLoopback } from '../live/loopback';
import { runCli, type CliOutcome } from './run-cli';

const loopback = createLoopback();
const cwd = tempProject({});
afterAll(loopback.close);

async function laws(args: readonly string[]): Promise<CliOutcome> {
  return runCli(['laws', ...args, '--retries', '0', '-q'], { cwd });
}

/** A service that answers every request with this. */
async function answering(body: string): Promise<string> {
  const { url } = await loopback.http((_request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(body);
  });
  return url;
}

describe('a URL that is named is held to the laws whatever it answers', () => {
  test.each([
    '{"hello":"world"}',
    '[1,2,3]',
    'null',
    '"x"',
    '{}',
    '{"versions":null}',
    '{"versions":["v1"]}',
  ])('%s', async (body) => {
    const { code, out } = await laws([await answering(body)]);
    expect(code).toBe(1);
    expect(out).toMatch(/: error (versions-envelope|entry-required|versions-some-usable) /);
  });

  test('and to the newest microversion that it should offer, beside one that offers it', async () => {
    const entry = { id: 'v2.1', status: 'CURRENT', version: '2.60', min_version: '2.1' };
    const good = await answering(
      JSON.stringify({ versions: [{ ...entry, links: [{ rel: 'self', href: '' }] }] }),
    );
    const bad = await answering('{"versions":[]}');
    const { code, out } = await laws([good, bad, '--newest', '2.60']);
    expect(code).toBe(1);
    expect(out).toContain(`${bad}:1:1: error newest-matches-code `);
  });
});

test('a service without a versions document does not pass for one that offers the newest', async () => {
  const url = await answering('{"a":1}');
  const project = tempProject({
    'contracts.json': {
      contracts: { a: { schema: 'a.json', samples: 'a.json', live: { request: 'GET /' } } },
    },
    'schemas/a.json': { type: 'object', required: ['a'] },
    'api_samples/a.json': { a: 1 },
  });
  const { code, out } = await runCli(['check', '--live', url, '--newest', '2.60', '-q'], { cwd: project });
  expect({ code, out }).toEqual({
    code: 1,
    out: `${url}: error newest-matches-code expected the newest microversion to be 2.60, but no document states one: check the URL of the service\n`,
  });
});

test.each([
  [['check', '--live', 'http://a/', '--live', 'http://b/'], '`--live` is given twice, but takes one value'],
  [['laws', 'http://a/', '--timeout', '1', '--timeout', '2'], '`--timeout` is given twice'],
  [['check', ''], 'an argument of `check` is empty: omit it, or set the shell variable that it comes from'],
  [['laws', 'http://a/', ''], 'an argument of `laws` is empty'],
  [['laws', '127.0.0.1:8774'], 'if it is a service, did you mean `http://127.0.0.1:8774`?'],
  [['laws', 'compute.example.com/v2.1'], 'did you mean `http://compute.example.com/v2.1`?'],
])('%j cannot run', async (args, message) => {
  const { code, err } = await runCli(args, { cwd });
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test('a file that is not there is no service', async () => {
  const { err } = await runCli(['laws', 'versions/gone.json'], { cwd });
  expect(err).toContain('`versions/gone.json` cannot be read');
  expect(err).not.toContain('http://');
});

test('an interrupt ends a run with what came of the requests', async () => {
  const asked = new EventEmitter();
  const interrupted = once(asked, 'request').then(() => {});
  const { url } = await loopback.http(() => asked.emit('request'));
  const { code, out } = await runCli(['laws', url, '-q'], { cwd, interrupted: () => interrupted });
  expect(code).toBe(1);
  expect(out).toContain('live-answers was interrupted before it responded');
});
