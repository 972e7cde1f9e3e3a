import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { check } from '../../src/engine/check';
import { checkLaws } from '../../src/engine/check-laws';
import { parseHeaderOption } from '../../src/live/header-setting';
import { REPORTERS } from '../../src/reporters/reporter-registry';
import { tempProject } from '../engine/temp-project';
import { createLoopback } from '../live/loopback';
import { runCli } from './run-cli';

const SECRET = 'gAAA/to+ken "x"~9 end';
const REVERSED = Array.from(SECRET).toReversed().join('');

function escaped(text: string): string {
  return Array.from(
    text,
    (letter) => String.raw`\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  ).join('');
}

/** What a service sends within a string of JSON, for each form of the secret. */
const FORMS: Readonly<Record<string, string>> = {
  plain: JSON.stringify(SECRET).slice(1, -1),
  'JSON-escaped': escaped(SECRET),
  'JSON-escaped in upper case': escaped(SECRET).replaceAll(/[a-f]/g, (digit) => digit.toUpperCase()),
  'JSON with escaped slashes': JSON.stringify(SECRET)
    .slice(1, -1)
    .replaceAll('/', String.raw`\/`),
  'percent-escaped': encodeURIComponent(SECRET),
  'percent-escaped in lower case': encodeURIComponent(SECRET).toLowerCase().replace('gaaa', 'gAAA'),
  'percent-escaped with +': encodeURIComponent(SECRET).replaceAll('%20', '+'),
  reversed: JSON.stringify(REVERSED).slice(1, -1),
  base64: Buffer.from(SECRET).toString('base64'),
  'base64 after one byte': Buffer.from(`:${SECRET}`).toString('base64'),
  'base64 after two bytes': Buffer.from(`u:${SECRET}`).toString('base64'),
  base64url: Buffer.from(SECRET).toString('base64url'),
};

/** What must not be left of base64 in any alignment: all but the characters at its ends. */
const ENCODED = Object.entries(FORMS).flatMap(([name, form]) =>
  name.startsWith('base64') ? [form.slice(6, -6)] : [],
);

/** Undoes what reports do to text, so that a form is found however it is printed. */
function readings(text: string): readonly string[] {
  const json = text
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(/\\(["\\/])/g, '$1');
  const xml = text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return [text, json, xml].flatMap((one) => [
    one,
    one
      .replaceAll('+', ' ')
      .replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  ]);
}

function leaksIn(text: string): readonly string[] {
  const sought = [SECRET, REVERSED, ...ENCODED].flatMap((one) => [one, one.replaceAll('+', ' ')]);
  return readings(text).flatMap((reading) => sought.filter((one) => reading.includes(one)));
}

const loopback = createLoopback();
let cwd = '';
let form = '';
let url = '';

// It repeats the form in its body, as a name and a value, in a link, in its headers, and as the reason of an error.
beforeAll(async () => {
  const service = await loopback.http((request, response) => {
    const base = `http://${request.headers.host ?? ''}`;
    const entry = `{"id":"v1 ${form}","status":"${form}","${form}":1,"min_version":"${form}","version":"${'x'.repeat(50)}${form}",
      "links":[{"rel":"self","href":"${base}/v1/${form}"},{"rel":"${form}","href":"${form}"}]}`;
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('OpenStack-API-Version', encodeURI(form).slice(0, 100));
    if (request.url === '/broken') response.statusCode = 500;
    response.end(
      request.url === '/broken'
        ? `{"error":{"message":"${'y'.repeat(180)} ${form}"}}`
        : request.url === '/text'
          ? `"${form}`
          : `{"versions":[${entry}]}`,
    );
  });
  ({ url } = service);
  const live = ['/', '/broken', '/text'].map((path) => ({ request: `GET ${path}`, token: true }));
  cwd = tempProject({
    'contracts.json': { contracts: { a: { schema: 'a.json', samples: 'a.json', live } } },
    'schemas/a.json': {
      type: 'object',
      additionalProperties: false,
      properties: { versions: { items: { properties: { id: { const: 1 }, status: { type: 'number' } } } } },
    },
    'api_samples/a.json': { versions: [{ id: 1, status: 1 }] },
  });
  writeFileSync(
    join(cwd, 'targets.json'),
    JSON.stringify({ targets: [{ name: 'one', url, headers: { 'X-Auth-Token': '$PLANTED' } }] }),
  );
});

afterAll(loopback.close);

const HEADER = ['--header', 'X-Auth-Token: $PLANTED'];

describe.each(Object.keys(REPORTERS))('a %s report shows no secret that is', (format) => {
  test.each(Object.keys(FORMS))('%s', async (name) => {
    form = FORMS[name] ?? '';
    for (const args of [
      ['check', '--live', url, ...HEADER],
      ['laws', url, '--negotiate', ...HEADER],
      ['check', '--targets', 'targets.json'],
      ['laws', '--targets', 'targets.json'],
    ]) {
      const { out, err, code } = await runCli([...args, '--format', format, '--verbose', '--retries', '0'], {
        cwd,
        env: { PLANTED: SECRET },
      });
      expect(code).toBe(1);
      // Reports for hosts of repositories leave out what is in responses, unless a manifest names them, and say so.
      if (!err.includes('findings left out')) expect(out).toContain('••');
      expect(leaksIn(out + err)).toEqual([]);
    }
  });
});

test.each(Object.keys(FORMS))('a result of the library has no secret that is %s', async (name) => {
  form = FORMS[name] ?? '';
  const live = {
    headers: [parseHeaderOption('X-Auth-Token: $PLANTED', { PLANTED: SECRET })],
    retries: 0,
  };
  const results = [await check({ cwd, live: { url, ...live } }), await checkLaws({ urls: [url], live })];
  for (const result of results) {
    expect(leaksIn(JSON.stringify(result))).toEqual([]);
    for (const { start, end, excerpt } of result.findings) {
      expect(end.offset).toBeGreaterThanOrEqual(start.offset);
      if (excerpt === undefined) continue;
      const { line, column, lines } = excerpt;
      expect(lines[start.line - line]?.length).toBeGreaterThanOrEqual(start.column - column);
    }
  }
});

test.each([
  { args: ['check', `X-Auth-Token: ${SECRET}`] },
  { args: ['check', `--haeder=X-Auth-Token: ${SECRET}`] },
  { args: ['laws', 'admin:s3cret-pass@host.test:8774/v2'] },
  { args: ['laws', 'http://admin:s3cret-pass@host.test:99999/'] },
  { args: ['laws', 'ftp://admin:s3cret-pass@host.test/'] },
  { args: ['laws', 'http://host.test/?token=s3cret-pass'] },
  { args: ['types', 'http://admin:s3cret-pass@host.test/'] },
])('a usage error repeats no secret: $args', async ({ args }) => {
  for (const format of Object.keys(REPORTERS)) {
    const { out, err, code } = await runCli([...args, '--format', format], { cwd });
    expect(code).toBe(2);
    expect(out + err).not.toContain('s3cret-pass');
    expect(leaksIn(out + err)).toEqual([]);
  }
});
