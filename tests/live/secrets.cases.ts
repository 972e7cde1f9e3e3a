import type { IncomingMessage } from 'node:http';

import { afterEach, describe, expect, test } from '@jest/globals';

import { createClient } from '../../src/live/create-client';
import { parseHeaderOption } from '../../src/live/header-setting';
import { createRedact } from '../../src/live/secrets/redact';
import type { Exchange } from '../../src/model/exchange';
import { createLoopback, get, plain, SETTINGS } from './loopback';

const loopback = createLoopback();
afterEach(loopback.close);

const ENV = { OS_TOKEN: 'gAAAAAtoken/with+signs=="', SERVICE: 'service-only-7431', SESSION: 'sess10n-value' };
const HEADERS = [
  parseHeaderOption('X-Auth-Token: $OS_TOKEN', ENV),
  parseHeaderOption('X-Trace: from ${SERVICE} only', ENV),
  parseHeaderOption('Authorization: Bearer literal-bearer-99', ENV),
  parseHeaderOption('Cookie: lang=en; session=$SESSION', ENV),
  parseHeaderOption('X-Api-Key: k3y', ENV),
];

/** Every planted secret on its own, as a server may repeat it. */
const PLANTED = [
  ENV.OS_TOKEN,
  ENV.SERVICE,
  ENV.SESSION,
  'literal-bearer-99',
  'url-pass#word',
  'query-s3cret',
  'own-header-secret',
  'other-target-token',
  'proxy-pass',
  Buffer.from('me and:url-pass#word').toString('base64'),
];

const SETTINGS_WITH_SECRETS = {
  ...SETTINGS,
  headers: HEADERS,
  env: { HTTPS_PROXY: 'http://proxy-user:proxy-pass@127.0.0.1:1' },
};

/** A body that repeats the request and all secrets, in every way that JSON and URLs can escape them. */
function echoOf({ rawHeaders, url = '' }: IncomingMessage): string {
  const texts = [...rawHeaders, url, ...PLANTED];
  const escaped = texts.map((text) =>
    Array.from(text, (letter) => String.raw`\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join(
      '',
    ),
  );
  const slashed = texts.map((text) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replaceAll('/', String.raw`\/`),
  );
  const percent = texts.map((text) => encodeURIComponent(text));
  return `[${[...texts.map((text) => JSON.stringify(text).slice(1, -1)), ...escaped, ...slashed, ...percent].map((text) => `"${text}"`).join(',')}]`;
}

function secretsSeenIn(exchange: Exchange): readonly string[] {
  const text = JSON.stringify(plain(exchange));
  return PLANTED.filter(
    (secret) =>
      text.includes(JSON.stringify(secret).slice(1, -1)) || text.includes(encodeURIComponent(secret)),
  );
}

describe('secrets', () => {
  test.each([true, false])(
    'are redacted everywhere in a response that repeats them (token: %s)',
    async (token) => {
      const { url } = await loopback.http((request, response) => {
        response.setHeader('Set-Cookie', ['session=server-made; Path=/', `a=${ENV.SESSION}`]);
        response.setHeader('X-Echo', PLANTED.join(' '));
        response.setHeader('X-Subject-Token', 'server-made');
        response.setHeader(
          'Location',
          `http://user:server-made@h.example.com/?signature=server-made&limit=1`,
        );
        response.end(echoOf(request));
      });
      const client = loopback.client(createClient(SETTINGS_WITH_SECRETS));
      const exchange = await client.send(
        get(url.replace('//', '//me%20and:url-pass%23word@').concat('?limit=1&api_key=query-s3cret'), {
          token,
          headers: [['X-Service-Token', 'own-header-secret']],
          settings: [
            { name: 'X-Service-Token', value: 'other-target-token', shown: '***', credential: true },
          ],
        }),
      );
      expect(secretsSeenIn(exchange)).toEqual([]);
      expect(JSON.stringify(plain(exchange))).not.toContain('server-made');
      expect(exchange.request.url).toBe(`${url}?limit=1&api_key=***`);
      const shown = [
        ['X-Auth-Token', '$OS_TOKEN'],
        ['Authorization', '***'],
        ['Cookie', 'lang=en; session=$SESSION'],
        ['X-Api-Key', '***'],
      ];
      expect(exchange.request.headers).toEqual(
        expect.arrayContaining(token ? shown : [['Authorization', '***']]),
      );
      expect(exchange.request.headers).toEqual(
        expect.arrayContaining([
          ['X-Trace', 'from ${SERVICE} only'],
          ['X-Service-Token', '***'],
        ]),
      );
      expect(plain(exchange)).toMatchObject({
        answer: {
          headers: expect.arrayContaining([
            ['Set-Cookie', '***'],
            ['Location', 'http://h.example.com/?signature=***&limit=1'],
          ]),
          body: {
            problems: [],
            value: expect.arrayContaining(['*'.repeat(JSON.stringify(ENV.OS_TOKEN).length - 2)]),
          },
        },
      });
    },
  );

  test.each([
    { name: 'an unknown host', url: `http://${'n'.repeat(64)}.invalid/?token=query-s3cret` },
    { name: 'a proxy that refuses', url: 'https://service.invalid/?token=query-s3cret' },
    { name: 'a port that refuses', url: 'http://me%20and:url-pass%23word@127.0.0.1:1/' },
  ])('are redacted in the reason of a failure: $name', async ({ url }) => {
    const client = loopback.client(createClient(SETTINGS_WITH_SECRETS));
    const exchange = await client.send(get(url, { token: true }));
    expect(exchange.kind).toBe('failed');
    expect(secretsSeenIn(exchange)).toEqual([]);
  });

  test('are redacted in the reason of a failure that quotes the server', async () => {
    const { url } = await loopback.http((_, response) => {
      response.setHeader('Content-Encoding', ENV.SERVICE).end('{}');
    });
    const client = loopback.client(createClient(SETTINGS_WITH_SECRETS));
    expect(await client.send(get(url))).toMatchObject({
      failure: {
        kind: 'bad-encoding',
        reason: expect.stringContaining(`\`${'*'.repeat(ENV.SERVICE.length)}\``),
      },
    });
  });

  test('do not include a version from the environment, so that its echo can be checked', async () => {
    const { url } = await loopback.http((request, response) => {
      response.setHeader('OpenStack-API-Version', request.headers['openstack-api-version'] ?? '').end('{}');
    });
    const headers = [parseHeaderOption('OpenStack-API-Version: compute $VERSION', { VERSION: '2.93' })];
    const client = loopback.client(createClient({ ...SETTINGS, headers }));
    expect(plain(await client.send(get(url)))).toMatchObject({
      answer: { headers: expect.arrayContaining([['OpenStack-API-Version', 'compute 2.93']]) },
    });
  });
});

describe('redacting', () => {
  test.each([
    { text: '{"a":"s3cret"}', shown: '{"a":"******"}' },
    { text: '{"a":"s3cret s3cret"}', shown: '{"a":"****** ******"}' },
    { text: String.raw`{"a":"\u0073\u0033cret"}`, shown: `{"a":"${'*'.repeat(16)}"}` },
    { text: 'a%2Fb%22c and a%2fb"c', shown: '********* and *******' },
    { text: String.raw`a\/b\"c`, shown: '*******' },
    { text: 'Bearer s3cret', shown: '*************' },
    { text: 'abc', shown: 'abc' },
    { text: 's3cre', shown: 's3cre' },
  ])('$text', ({ text, shown }) => {
    const redact = createRedact(['s3cret', 'Bearer s3cret', 'a/b"c', 'abc', '']);
    expect(redact(text)).toBe(shown);
  });
});
