import { execFileSync } from 'node:child_process';

import { describe, expect, test } from '@jest/globals';

import { curlOf, headerValues, type HttpHeaders } from '../../../src/model/live/exchange';

describe('the values of a header', () => {
  test.each<readonly [title: string, headers: HttpHeaders, expected: readonly string[]]>([
    [
      'come from every line, in order',
      [
        ['Vary', 'a'],
        ['X', 'b'],
        ['vary', 'c'],
      ],
      ['a', 'c'],
    ],
    ['come from every list, trimmed', [['VARY', ' a ,b,\tc ']], ['a', 'b', 'c']],
    [
      'are never empty',
      [
        ['Vary', ''],
        ['Vary', ', ,a,'],
      ],
      ['a'],
    ],
    ['are none where the header is absent', [['X-Vary', 'a']], []],
  ])('%s', (_, headers, expected) => {
    expect(headerValues(headers, 'Vary')).toEqual(expected);
  });
});

function curl(headers: HttpHeaders = [], url = 'http://cloud/v2.1/', method = 'GET'): string {
  return curlOf({ method, url, headers });
}

describe('a request as a curl command', () => {
  test.each([
    ['omits the method GET', 'GET', 'curl -i http://cloud/v2.1/'],
    ['has --head for HEAD, so that curl waits for no body', 'HEAD', 'curl -i --head http://cloud/v2.1/'],
    ['names any other method', 'DELETE', 'curl -i -X DELETE http://cloud/v2.1/'],
  ])('%s', (_, method, line) => {
    expect(curl([], undefined, method)).toBe(line);
  });

  test.each<readonly [title: string, header: readonly [string, string], line: string]>([
    ['in single quotes', ['Accept', 'a b'], "-H 'Accept: a b'"],
    ['in single quotes, which are escaped inside it', ['X', "it's"], String.raw`-H 'X: it'\''s'`],
    [
      'in double quotes, where it has a variable',
      ['X-Auth-Token', '$OS_TOKEN'],
      '-H "X-Auth-Token: $OS_TOKEN"',
    ],
    [
      'in double quotes, where it has a variable in braces',
      ['Authorization', 'Bearer ${T}'],
      '-H "Authorization: Bearer ${T}"',
    ],
    [
      'in double quotes, where every other special character is escaped',
      ['X', '$T "a" `b` \\'],
      '-H "X: $T \\"a\\" \\`b\\` \\\\"',
    ],
    ['in single quotes, where a dollar sign is not a variable', ['X', 'US$ 5'], "-H 'X: US$ 5'"],
    ['with a semicolon, where it is empty: curl would omit it otherwise', ['X-Empty', ''], "-H 'X-Empty;'"],
  ])('has a header %s', (_, header, line) => {
    expect(curl([header])).toBe(`curl -i ${line} http://cloud/v2.1/`);
  });

  test.each([
    ['http://cloud/v2.1/servers', 'http://cloud/v2.1/servers'],
    ['http://cloud/?a=b&c=d', "'http://cloud/?a=b&c=d'"],
    ["http://cloud/it's", String.raw`'http://cloud/it'\''s'`],
    ['http://[::1]:8774/', "'http://[::1]:8774/'"],
  ])('has the URL %s as one word', (url, word) => {
    expect(curl([], url)).toBe(`curl -i ${word}`);
  });

  test('a shell reads it as it was sent: it replaces variables and runs nothing', () => {
    const headers: HttpHeaders = [
      ['X-One', `it's "quoted" \`date\` $(date) \\n`],
      ['X-Two', 'token $OS_TOKEN "of" `me` $(date) $5 ${OS_TOKEN:-x} \\'],
      ['X-Three', ''],
    ];
    const line = curl(headers, 'http://cloud/?a=$OS_TOKEN&c=$(date)');
    const words = execFileSync('/bin/sh', ['-c', line.replace('curl', String.raw`printf '%s\n'`)], {
      env: { OS_TOKEN: 'secret' },
      encoding: 'utf8',
    });
    expect(words.trimEnd().split('\n')).toEqual([
      '-i',
      '-H',
      `X-One: it's "quoted" \`date\` $(date) \\n`,
      '-H',
      'X-Two: token secret "of" `me` $(date) $5 ${OS_TOKEN:-x} \\',
      '-H',
      'X-Three;',
      'http://cloud/?a=$OS_TOKEN&c=$(date)',
    ]);
  });
});
