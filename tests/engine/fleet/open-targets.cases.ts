import { describe, expect, test } from '@jest/globals';

import { openTargets } from '../../../src/engine/fleet/open-targets';
import { UsageError } from '../../../src/model/usage-error';
import { formatUsageError, usageFindings } from '../../../src/reporters/pretty/format-usage-error';
import { pem } from '../../live/loopback';
import { tempProject } from '../temp-project';

const TLS = Object.fromEntries(
  ['ca.pem', 'client.pem', 'client.key', 'right.key'].map((name) => [`tls/${name}`, pem(name)]),
);

const ENV = { OS_TOKEN: 'planted-token' };

function open(content: unknown, name = 'targets.yaml') {
  return openTargets(tempProject({ [name]: content, ...TLS }), name, ENV);
}

/** The mistakes in a targets file, with their places. */
function wrong(content: string): readonly string[] {
  return mistakesOf(() => open(content)).map(
    ({ start, message }) => `${start.line}:${start.column} ${message}`,
  );
}

function mistakesOf(action: () => unknown) {
  return usageFindings(thrownBy(action));
}

function thrownBy(action: () => unknown): UsageError {
  try {
    action();
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a target', () => {
  test('has a URL, which is its name by default', () => {
    expect(open('targets: [{ url: https://host.example.com/compute }]\n')).toEqual([
      {
        name: 'https://host.example.com/compute',
        url: 'https://host.example.com/compute',
        address: 'https://host.example.com/compute',
        headers: [],
        place: {
          file: 'targets.yaml',
          start: { line: 1, column: 18, offset: 17 },
          end: { line: 1, column: 50, offset: 49 },
        },
      },
    ]);
  });

  test('may have every other property, with variables replaced and files read', () => {
    const target = {
      name: 'west',
      url: 'https://admin:pw@west.example.com',
      newest: '2.96',
      service: 'compute',
      headers: { 'X-Auth-Token': '$OS_TOKEN', 'X-Region': 'west' },
      cacert: 'tls/ca.pem',
      cert: 'tls/client.pem',
      key: 'tls/client.key',
      insecure: true,
      timeout: 2.5,
    };
    expect(open({ targets: [target] }, 'targets.json')).toEqual([
      {
        name: 'west',
        url: 'https://west.example.com/',
        address: 'https://admin:pw@west.example.com/',
        newest: { major: 2, minor: 96 },
        service: 'compute',
        headers: [
          { name: 'X-Auth-Token', value: 'planted-token', shown: '$OS_TOKEN', credential: true },
          { name: 'X-Region', value: 'west', shown: 'west', credential: false },
        ],
        ca: pem('ca.pem'),
        cert: pem('client.pem'),
        key: pem('client.key'),
        insecure: true,
        timeout: 2500,
        place: { file: 'targets.json', start: expect.anything(), end: expect.anything() },
      },
    ]);
  });
});

test('two URLs that differ in the slash at the end are two targets', () => {
  const urls = ['http://a/v1', 'http://a/v1/'];
  const targets = open({ targets: urls.map((url) => ({ url })) }, 'targets.json');
  expect(targets.map(({ name, url, address }) => [name, url, address])).toEqual(
    urls.map((url) => [url, url, url]),
  );
});

describe('a wrong targets file is rejected with each place:', () => {
  test.each([
    [
      'empty',
      '',
      ['1:1 the targets file is empty: it needs `targets:`, an array of services, each with a `url:`'],
    ],
    ['no target', 'targets: []\n', ['1:10 expected at least 1 item, got an empty array']],
    ['a target without a URL', 'targets:\n  - name: west\n', ['2:5 required property "url" is missing']],
    [
      'a newest microversion without quotes',
      'targets:\n  - url: http://a/\n    newest: 2.10\n',
      ['3:13 2.10 without quotes is the number 2.1: write "2.10"'],
    ],
    [
      'an unknown property',
      'targets:\n  - { url: http://a/, timout: 3 }\n',
      ['2:23 unknown property "timout": did you mean "timeout"?'],
    ],
    ['invalid YAML', 'targets:\n  - { url: http://a/\n', [expect.stringMatching(/^\d+:\d+ /)]],
    [
      'half a client certificate',
      'targets:\n  - { url: http://a/, cert: c.pem }\n',
      [
        '2:5 required property "key" is missing: it must be present if "cert" is',
        '2:29 `c.pem` cannot be read: there is no such file; create it, or fix the path',
      ],
    ],
    [
      'an invalid URL',
      'targets:\n  - url: a.example.com\n',
      ['2:10 `a.example.com` has no scheme: did you mean `http://a.example.com`?'],
    ],
    [
      'an unset variable and a missing file, reported together',
      'targets:\n  - url: http://a/\n    headers: { X-Auth-Token: $NO_TOKEN }\n    cacert: ca.pem\n',
      [
        '3:30 the header `X-Auth-Token` needs the environment variable `NO_TOKEN`, which is not set: `export NO_TOKEN=…` first, or omit the header',
        '4:13 `ca.pem` cannot be read: there is no such file; create it, or fix the path',
      ],
    ],
    [
      'mistakes of every kind at once, also in a target without a URL',
      [
        'targets:',
        '  - name: west',
        '    headers: { X-Auth-Token: $NO_TOKEN }',
        '    newest: 2.10',
        '  - { name: east, url: "ftp://a/", timout: 3 }',
        '  - { name: south, url: http://c/, cacert: tls/client.key }',
        '  - { name: south, url: http://d/, cert: tls/client.pem, key: tls/right.key }',
        '',
      ].join('\n'),
      [
        '2:5 required property "url" is missing',
        expect.stringMatching(/^3:30 .* `NO_TOKEN`, which is not set/),
        '4:13 2.10 without quotes is the number 2.1: write "2.10"',
        '5:24 `ftp://a/` is not an HTTP URL: write one that starts with `http://` or `https://`',
        '5:36 unknown property "timout": did you mean "timeout"?',
        '6:44 the file of `cacert` has no PEM certificate: use one that starts with `-----BEGIN CERTIFICATE-----`',
        '7:13 `south` is also the name of the target in line 6: rename one of them',
        expect.stringMatching(/^7:42 cannot use the PEM files of `cert` and `key`: they must be complete/),
      ],
    ],
    [
      'two targets with the same URL',
      'targets:\n  - { name: west, url: http://A/x }\n  - { name: east, url: "http://a:80/x" }\n',
      ['3:24 `http://a/x` is also the URL of the target in line 2: delete one of them'],
    ],
    [
      'two targets with the same name',
      'targets:\n  - { name: west, url: http://a/ }\n  - { name: west, url: http://b/ }\n',
      ['3:13 `west` is also the name of the target in line 2: rename one of them'],
    ],
    [
      'repeated names and URLs, each of them, also where the URL is wrong',
      [
        'targets:',
        '  - { name: west, url: http://a/v1 }',
        '  - { name: west, url: http://a/v1 }',
        '  - { name: west, url: a/v1 }',
        '  - { url: http://b/ }',
        '  - { url: http://b/ }',
        '  - { name: http://b/, url: http://c/ }',
        '',
      ].join('\n'),
      [
        '3:13 `west` is also the name of the target in line 2: rename one of them',
        '3:24 `http://a/v1` is also the URL of the target in line 2: delete one of them',
        '4:13 `west` is also the name of the target in line 2: rename one of them',
        '4:24 `a/v1` has no scheme: did you mean `http://a/v1`?',
        '6:12 `http://b/` is also the URL of the target in line 5: delete one of them',
        '7:13 `http://b/` is also the name of the target in line 5: rename one of them',
      ],
    ],
    [
      'names that no header can have, each once, in words of the file',
      'targets:\n  - url: http://a/\n    headers: { X Auth: a, "": b, "X-A:": c, Connection: close }\n',
      [
        '3:16 "X Auth" cannot be the name of a header: use letters, digits and hyphens, as in `X-Auth-Token`',
        '3:27 "" cannot be the name of a header: use letters, digits and hyphens, as in `X-Auth-Token`',
        '3:34 "X-A:" cannot be the name of a header: use letters, digits and hyphens, as in `X-Auth-Token`',
        '3:57 the header `Connection` is set by Samplegate itself: omit it',
      ],
    ],
    [
      'a header that is a number, which is not repeated',
      'targets:\n  - { url: http://a/, headers: { X-Auth-Token: 12345 } }\n',
      ['2:48 expected a string: put the value in quotes'],
    ],
    [
      'headers that are a text, which is not repeated',
      'targets:\n  - { url: http://a/, headers: "X-Auth-Token: gAA" }\n',
      ['2:32 expected an object of names and values, such as `{ X-Auth-Token: $OS_TOKEN }`'],
    ],
    [
      'the text of a private key in the place of its path, which is not repeated',
      'targets:\n  - url: http://a/\n    cert: ca.pem\n    key: "-----BEGIN PRIVATE KEY-----\\nMIIE"\n',
      [
        '3:11 `ca.pem` cannot be read: there is no such file; create it, or fix the path',
        '4:10 this names a PEM file, and got its text: write it to a file, and name that file',
      ],
    ],
  ])('%s', (_what, content, expected) => {
    expect(wrong(content)).toEqual(expected);
  });

  test('a missing file', () => {
    expect(() => openTargets(tempProject({}), 'targets.yaml', {})).toThrow(
      new UsageError(
        'the targets file `targets.yaml` cannot be read: there is no such file; create it, or fix the path',
      ),
    );
  });
});

test('the report about a wrong targets file shows none of its secrets', () => {
  const error = thrownBy(() =>
    open(
      [
        'targets:',
        '  - { url: "htps://u:planted-1@h/", headers: { X-Auth-Token: planted-2, X-B: $NOT_SET } }',
        '  - { url: "http://u:planted-3@h/", name: h, cacert: no.pem }',
        '  - { url: http://i/, headers: "X-Auth-Token: planted-4" }',
        '  - { url: http://j/, headers: planted-5 }',
        '  - { url: http://k/, cert: c.pem, key: "-----BEGIN PRIVATE KEY-----\\nplanted-6\\n" }',
        '',
      ].join('\n'),
    ),
  );
  const printed = formatUsageError(error, { color: false });
  for (const line of [3, 4, 5, 6]) expect(printed).toContain(`${line} | `);
  expect(printed).not.toMatch(/planted/);
});

test('the values of unknown properties are not shown, as they may be misspelt headers', () => {
  const error = thrownBy(() =>
    open(
      [
        'targets:',
        '  - url: http://a/',
        '    haeders:',
        '      X-Own: planted-1',
        '    timeout: slow',
        '  - { url: http://b/, headrs: planted-2, nme: "planted-3" }',
        '',
      ].join('\n'),
    ),
  );
  expect(error.source?.text).not.toMatch(/planted/);
  const printed = formatUsageError(error, { color: false });
  expect(printed).not.toMatch(/planted/);
  for (const line of [
    '5 |     timeout: slow',
    '6 |   - { url: http://b/, headrs: •••••••••, nme: ••••••••••• }',
  ])
    expect(printed).toContain(line);
});

test('a property that is repeated in JSON is reported with the other mistakes', () => {
  const text = '{"targets": [{"url": "http://a/", "url": "http://b/", "headers": {"X-A": "$NO_TOKEN"}}]}';
  expect(mistakesOf(() => open(text, 'targets.json')).map(({ message }) => message)).toEqual([
    expect.stringMatching(/^the property "url" appears twice/),
    expect.stringMatching(/`NO_TOKEN`, which is not set/),
  ]);
});
