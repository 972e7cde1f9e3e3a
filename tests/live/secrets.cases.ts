import type { IncomingMessage } from 'node:http';

import { afterEach, describe, expect, test } from '@jest/globals';

import { createClient } from '../../src/live/create-client';
import { parseHeaderOption } from '../../src/live/header-setting';
import { createBlanks } from '../../src/live/secrets/create-blanks';
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
  'k3y',
  'url-pass#word',
  'query-s3cret',
  'own-header-secret',
  'other-target-token',
  'proxy-pass',
  'made-by-the-server',
  'new-token-of-server',
  Buffer.from('me and:url-pass#word').toString('base64'),
];

const SETTINGS_WITH_SECRETS = {
  ...SETTINGS,
  headers: HEADERS,
  env: { HTTPS_PROXY: 'http://proxy-user:proxy-pass@127.0.0.1:1' },
};

function echoOf({ rawHeaders, url = '' }: IncomingMessage): string {
  return JSON.stringify([...rawHeaders, url, ...PLANTED]);
}

describe('secrets', () => {
  test.each([true, false])(
    'are collected, and the answer stays as it was sent (token: %s)',
    async (token) => {
      const { url } = await loopback.http((request, response) => {
        response.setHeader('Set-Cookie', ['session=made-by-the-server; Path=/', 'lang=en']);
        response.setHeader('X-Subject-Token', 'new-token-of-server');
        response.end(echoOf(request));
      });
      const client = loopback.client(createClient(SETTINGS_WITH_SECRETS));
      const exchange = await client.send(
        get(url.replace('//', '//me%20and:url-pass%23word@').concat('?limit=1&api_key=query-s3cret'), {
          token,
          headers: [['X-Service-Token', 'own-header-secret']],
          settings: [
            { name: 'X-Service-Token', value: 'other-target-token', shown: '•••', credential: true },
          ],
        }),
      );
      expect(client.secrets()).toEqual(expect.arrayContaining(PLANTED));
      expect(client.secrets()).not.toContain('en');
      expect(exchange.request.url).toBe(`${url}?limit=1&api_key=query-s3cret`);
      const shown = [
        ['X-Auth-Token', '$OS_TOKEN'],
        ['Authorization', '•••'],
        ['Cookie', 'lang=en; session=$SESSION'],
        ['X-Api-Key', '•••'],
      ];
      expect(exchange.request.headers).toEqual(
        expect.arrayContaining(token ? shown : [['Authorization', '•••']]),
      );
      expect(exchange.request.headers).toEqual(
        expect.arrayContaining([
          ['X-Trace', 'from ${SERVICE} only'],
          ['X-Service-Token', '•••'],
        ]),
      );
      expect(plain(exchange)).toMatchObject({
        answer: {
          headers: expect.arrayContaining([['X-Subject-Token', 'new-token-of-server']]),
          body: { problems: [], value: expect.arrayContaining(PLANTED) },
        },
      });
    },
  );

  test('do not include a version from the environment, so that its echo can be shown', async () => {
    const { url } = await loopback.http((request, response) => {
      response.setHeader('OpenStack-API-Version', request.headers['openstack-api-version'] ?? '').end('{}');
    });
    const headers = [parseHeaderOption('OpenStack-API-Version: compute $VERSION', { VERSION: '2.93' })];
    const client = loopback.client(createClient({ ...SETTINGS, headers }));
    expect(plain(await client.send(get(url)))).toMatchObject({
      answer: { headers: expect.arrayContaining([['OpenStack-API-Version', 'compute 2.93']]) },
    });
    expect(client.secrets()).toEqual([]);
  });
});

const SECRET = 'pa/ss+w"rd?~';
const { value, source } = createBlanks([SECRET]);

function hexOf(text: string): string {
  return Buffer.from(text).toString('hex');
}

function jsonEscaped(text: string): string {
  return Array.from(
    text,
    (letter) => String.raw`\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  ).join('');
}

function percentEscaped(text: string): string {
  return hexOf(text).replaceAll(/../g, '%$&');
}

const FORMS: Readonly<Record<string, string>> = {
  plain: SECRET,
  'in JSON': JSON.stringify(SECRET).slice(1, -1),
  'in JSON with escaped slashes': JSON.stringify(SECRET)
    .slice(1, -1)
    .replaceAll('/', String.raw`\/`),
  'with JSON escapes in lower case': jsonEscaped(SECRET),
  'with JSON escapes in upper case': jsonEscaped(SECRET).replaceAll(/[a-f]/g, (digit) => digit.toUpperCase()),
  'with some JSON escapes': SECRET.replace('"', String.raw`\u0022`),
  'percent-escaped': encodeURIComponent(SECRET),
  'percent-escaped in lower case': percentEscaped(SECRET),
  'percent-escaped in upper case': percentEscaped(SECRET).toUpperCase(),
  'percent-escaped within JSON escapes': jsonEscaped(encodeURIComponent(SECRET)),
  'JSON within JSON': JSON.stringify(JSON.stringify(SECRET)).slice(1, -1).slice(2, -2),
  'in a JSON Pointer': SECRET.replaceAll('~', '~0').replaceAll('/', '~1'),
  'in upper case': SECRET.toUpperCase(),
  reversed: Array.from(SECRET).toReversed().join(''),
  'reversed and percent-escaped': encodeURIComponent(Array.from(SECRET).toReversed().join('')),
  base64: Buffer.from(SECRET).toString('base64'),
  'base64 in JSON': Buffer.from(SECRET)
    .toString('base64')
    .replaceAll('/', String.raw`\/`),
  'base64, percent-escaped': encodeURIComponent(Buffer.from(SECRET).toString('base64')),
  base64url: Buffer.from(SECRET).toString('base64url'),
};

describe('a secret is blanked', () => {
  test.each(Object.entries(FORMS))('%s', (_, form) => {
    expect(value(`before ${form} after`)).toBe('before ••• after');
    expect(source(`"${form}",`)).toBe(`"${'•'.repeat(form.length)}",`);
  });

  test.each(['base64', 'base64url'] as const)('in all alignments of %s', (encoding) => {
    for (const before of ['', 'u', 'us', 'use'])
      for (const after of ['', ':', ':a', ':ab']) {
        const encoded = Buffer.from(before + SECRET + after).toString(encoding);
        const blanked = value(encoded);
        expect(blanked).toContain('•••');
        const left = blanked.split('•••').map((text) => Buffer.from(text, 'base64').toString());
        // No two characters of the secret are left at either end.
        expect(left[0]?.startsWith(before + SECRET.slice(0, 2))).toBe(false);
        expect(left[1]).not.toContain(SECRET.at(-1));
      }
  });

  test('percent-escaped, with + for a space', () => {
    const { value: blank } = createBlanks(['two words']);
    expect(blank('?a=two+words&b=two%20words')).toBe('?a=•••&b=•••');
  });

  test('with characters of several bytes and units', () => {
    const { value: blank, source: quoted } = createBlanks(['pässwörd😀x']);
    expect(blank('%70%c3%a4sswörd😀x')).toBe('•••');
    expect(blank(String.raw`p\u00e4ssw\u00F6rd\ud83d\ude00x`)).toBe('•••');
    expect(quoted('a pässwörd😀x b')).toBe(`a ${'•'.repeat(11)} b`);
    expect(blank(Buffer.from('pässwörd😀x').toString('base64'))).toBe('•••');
    expect(createBlanks(['pässwörd']).value(Buffer.from('pässwörd', 'latin1').toString('base64'))).toBe(
      '•••',
    );
  });

  test('in a header that a server wrote in UTF-8, because headers are read as Latin-1', () => {
    const inHeader = Buffer.from('pässwörd').toString('latin1');
    expect(createBlanks(['pässwörd']).value(`tok=${inHeader};`)).toBe('tok=•••;');
    expect(createBlanks(['s3cret']).value('tok=s3cret')).toBe('tok=•••');
  });

  test.each([
    ['seven77', 'reversed', '77neves'],
    ['seven77', 'base64', Buffer.from('seven77').toString('base64')],
  ])('but %j is too short to be sought %s', (secret, _, form) => {
    expect(createBlanks([secret]).value(form)).toBe(form);
  });

  test.each([
    { secrets: ['s3cret', 's3cret-longer'], text: 'a s3cret-longer s3cret', shown: 'a ••• •••' },
    { secrets: ['abcdef', 'defghi'], text: 'x abcdefghi y', shown: 'x ••• y' },
    { secrets: ['abcdef', 'ghijkl'], text: 'x abcdefghijkl y', shown: 'x ••• y' },
    { secrets: ['abab'], text: 'x ababab y', shown: 'x ••• y' },
    { secrets: ['pw'], text: 'pw power "pw" p-w', shown: '••• power "•••" p-w' },
    { secrets: ['1'], text: '{"a": 1}', shown: '{"a": 1}' },
    { secrets: ['s3cret'], text: 's3cre S3CRET', shown: 's3cre S3CRET' },
    { secrets: ['', 's3cret'], text: '', shown: '' },
  ])('where several overlap, or it is short: $text', ({ secrets, text, shown }) => {
    expect(createBlanks(secrets).value(text)).toBe(shown);
  });

  test.each([
    ['before the cut', '"long gAAAAAB-secr…"', '"long •••…"'],
    ['after the cut', 'http://h/…B-secret-token', 'http://h/…•••'],
    ['between two cuts', 'a …AAB-secre… b', 'a …•••… b'],
    ['on both sides', '"gAAAAAB…-token"', '"•••…•••"'],
    ['but not the start of another word', '"other gA…"', '"other gA…"'],
  ])('where a cut left a piece of it: %s', (_, text, shown) => {
    expect(createBlanks(['gAAAAAB-secret-token']).message(text)).toBe(shown);
  });
});

describe('a secret that is an ordinary word', () => {
  const { message, curl, name } = createBlanks(['admin'], {
    names: () => ['admin', 'admin.list', 'api_samples/admin.json', 'GET /v2/admin', 'http://h/v2/admin'],
    typed: ['http://h/admin/'],
  });

  test.each([
    ['expected a number, got "admin"', 'expected a number, got "•••"'],
    ['the admin must fix it', 'the admin must fix it'],
    ['see `http://h/?a=admin` and `X: admin-2`', 'see `http://h/?a=•••` and `X: •••-2`'],
    ['redirects to http://h/x/admin here', 'redirects to http://h/x/••• here'],
    [
      'the contract `admin` and `admin.list`, not "admin.list"',
      'the contract `admin` and `admin.list`, not "•••.list"',
    ],
    ['the header `X-Roles: admin` of `admin`', 'the header `X-Roles: •••` of `admin`'],
    ['in api_samples/admin.json:1:2', 'in api_samples/admin.json:1:2'],
    ['the request `GET /v2/admin`', 'the request `GET /v2/admin`'],
    ['cut within "a long admin', 'cut within "a long •••'],
  ])('%s', (text, shown) => {
    expect(message(text)).toBe(shown);
  });

  test('stays in names of the manifest, and in URLs that were typed', () => {
    expect(name('http://h/v2/admin')).toBe('http://h/v2/admin');
    expect(name('http://h/admin/v2/')).toBe('http://h/admin/v2/');
    expect(name('http://h/admin/v2/admin/')).toBe('http://h/admin/v2/•••/');
  });

  test('stays in our wording in lower case, too', () => {
    const { message: blank } = createBlanks(['Password']);
    expect(blank('a password, got "password" and "PASSWORD"')).toBe('a password, got "•••" and "•••"');
  });

  test('stays where it is a service type or a header of the manifest', () => {
    const { message: blank } = createBlanks(['compute'], { terms: ['compute'] });
    expect(blank('got "compute" to `compute 2.1`')).toBe('got "•••" to `compute 2.1`');
  });

  test('stays in the names of headers in a curl line', () => {
    expect(curl(`curl -i -H 'X-admin: admin' -H "Y: $admin" 'http://h/x/admin'`)).toBe(
      `curl -i -H 'X-admin: •••' -H "Y: $admin" 'http://h/x/•••'`,
    );
    expect(createBlanks(['curl']).curl('curl -i http://h/curl')).toBe('curl -i http://h/•••');
  });
});

describe('a secret that a text itself publishes', () => {
  const blanks = createBlanks([]);

  test.each([
    ['http://user:pw@h/v2/', 'http://•••@h/v2/'],
    ['http://user@h/v2/', 'http://•••@h/v2/'],
    ['"https://a:b@c:d@h/"', '"https://•••@h/"'],
    [String.raw`"http:\/\/user:pw@h\/v2\/"`, String.raw`"http:\/\/•••@h\/v2\/"`],
    ['http://h/?a=1&token=abc&b=2', 'http://h/?a=1&token=•••&b=2'],
    ['http://h/?X-Amz-Signature=abc#top', 'http://h/?X-Amz-Signature=•••#top'],
    ['http://h/#access_token=abc', 'http://h/#access_token=•••'],
    [String.raw`"http://h/?a=1\u0026token=abc"`, String.raw`"http://h/?a=1\u0026token=•••"`],
    ['http://h/?limit=1&marker=2', 'http://h/?limit=1&marker=2'],
    ['mail a@b.test, http://h/a@b', 'mail a@b.test, http://h/a@b'],
  ])('%s', (text, shown) => {
    expect(blanks.value(text)).toBe(shown);
    expect(blanks.source(text)).toHaveLength(text.length);
  });
});

test('a text of ten megabytes is searched in linear time', () => {
  const { source: blank } = createBlanks(['gAAAAAB-secret-token', 'aaaaaaaaaaaaaaaaaaaa']);
  const hostile = [
    'a'.repeat(1e6),
    '%61'.repeat(3e5),
    String.raw`\u0061`.repeat(2e5),
    '://'.repeat(3e5),
    '&a='.repeat(3e5),
    '…'.repeat(1e6),
  ];
  for (const text of hostile) expect(blank(text)).toHaveLength(text.length);
});

test('a secret in base64 is blanked without its padding too', () => {
  const blanks = createBlanks(['gAAAAABk-abc_DEF==']);
  // A message about broken JSON quotes a word up to the first character that no word has.
  expect(blanks.message('`gAAAAABk-abc_DEF` is not JSON: put it in quotes')).toBe(
    '`•••` is not JSON: put it in quotes',
  );
  expect(blanks.value('gAAAAABk-abc_DEF==, gAAAAABk-abc_DEF%3D%3D, gAAAAABk-abc_DEF')).toBe('•••, •••, •••');
});
