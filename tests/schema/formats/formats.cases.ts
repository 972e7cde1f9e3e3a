import { describe, expect, test } from '@jest/globals';

import type { FormatDefinition } from '../../../src/model/project/project';
import { UsageError } from '../../../src/model/usage-error';
import { schemaSetOf, violationsIn } from '../schema-files-of';

function accepts(
  format: string,
  value: unknown,
  formats: Readonly<Record<string, FormatDefinition>> = {},
): boolean {
  return violationsIn(value, { 'main.json': { format } }, { formats }).length === 0;
}

const UUID = '9d1c3b5e-0f64-4b54-8a7f-2c1d0e9f8a7b';

/** Values that match a format and values that do not. */
const ROWS: readonly (readonly [format: string, good: readonly unknown[], bad: readonly string[]])[] = [
  [
    'date-time',
    [
      '2011-01-21T11:33:21Z',
      '2011-01-21t11:33:21.5z',
      '2012-02-29T23:59:60Z',
      '1998-12-31T15:59:60-08:00',
      '2011-01-21T11:33:21+01:00',
      5,
      null,
    ],
    [
      '2011-01-21 11:33:21Z',
      '2011-01-21T11:33:21',
      '2011-02-29T11:33:21Z',
      '2011-13-01T00:00:00Z',
      '2011-01-00T00:00:00Z',
      '2011-01-21T24:00:00Z',
      '2011-01-21T11:60:00Z',
      '2011-01-21T11:33:60Z',
      '2011-01-21T11:33:21+0100',
      '2011-01-21T11:33:21+24:00',
      '2011-01-21T11:33Z',
      '11-01-21T11:33:21Z',
      '',
    ],
  ],
  ['date', ['2011-01-21', '2000-02-29'], ['2011-02-29', '1900-02-29', '2011-1-21', '20110121', '2011-04-31']],
  [
    'time',
    ['11:33:21Z', '23:59:60Z', '11:33:21.123+05:30'],
    ['11:33:21', '11:33Z', '25:00:00Z', '22:59:60Z'],
  ],
  ['duration', ['P4DT12H30M5S', 'PT1M'], ['4DT12H', 'P']],
  ['email', ['a.b@c.example'], ['a.b', '@c.example']],
  ['idn-email', ['实例@例.example'], []],
  ['hostname', ['www.example.com', 'localhost'], ['-bad', 'a_b.example']],
  ['ipv4', ['192.168.0.1'], ['256.0.0.1', '192.168.0', '192.168.0.01']],
  ['ipv6', ['::1', '2001:db8::ff00:42:8329', '::ffff:1.2.3.4'], ['12345::', '1::2::3', '192.168.0.1']],
  [
    'uri',
    ['http://openstack.example.com/v2/', 'urn:isbn:0'],
    ['/v2/', 'openstack.example.com', 'http://a b/'],
  ],
  ['uri-reference', ['/v2/', '#x', ''], ['\\\\share']],
  ['uri-template', ['http://a.example/{id}'], ['http://a.example/{id']],
  [
    'base64',
    ['', 'IyEv', 'IyEvYg==', 'IyEvYmk=', 5],
    ['IyE', 'IyEvYg', 'IyEv\n', 'IyE-', '====', 'Iy==EvYg'],
  ],
  [
    'byte',
    ['', 'IyEv', 'IyEvYg==', 5],
    ['IyE', 'IyEv\n', 'IyEv\nno base64!', 'no base64!\nIyEv', 'IyEv\r\nIyEv', 'IyEv\u2028'],
  ],
  [
    'cidr',
    ['192.0.2.0/24', '192.0.2.7/24', '0.0.0.0/0', '192.0.2.1/32', '2001:db8::/32', '::1/128', 5],
    [
      '',
      '192.0.2.0',
      '/24',
      '192.0.2.0/',
      '192.0.2.0/33',
      '192.0.2.0/024',
      '192.0.2.0/24/24',
      ' 192.0.2.0/24',
      '300.0.2.0/24',
      '2001:db8::/129',
    ],
  ],
  ['uuid', [UUID, UUID.toUpperCase()], [UUID.replaceAll('-', ''), `urn:uuid:${UUID}`, `{${UUID}}`]],
  ['json-pointer', ['', '/a~1b/0'], ['a', '/~2']],
  ['relative-json-pointer', ['1/a', '0#'], ['/a', '-1']],
  ['regex', ['^\\d+$'], ['(', '\\-']],
  ['int32', [1, 'text'], []],
  ['password', ['anything'], []],
];

describe.each(ROWS)('%s', (format, good, bad) => {
  test('accepts and rejects', () => {
    expect(good.filter((value) => !accepts(format, value))).toEqual([]);
    expect(bad.filter((value) => accepts(format, value))).toEqual([]);
  });
});

describe('a manifest can set', () => {
  test.each<readonly [string, FormatDefinition, readonly string[], readonly string[]]>([
    [
      'date-time',
      'iso8601',
      [
        '2011-01-21T11:33:21',
        '2011-01-21 11:33:21',
        '2011-01-21T11:33',
        '2011-01-21T11:33:21.000000',
        '2011-01-21T11:33:21+0100',
        '2011-01-21',
        '2011-01-21T11:33:21Z',
      ],
      ['2011-02-30T11:33:21', '2011-01-21T25:00:00', 'yesterday', '', '2011-01-21T', '2011-01-21T11:33:21X'],
    ],
    ['date-time', 'rfc3339', ['2011-01-21T11:33:21Z'], ['2011-01-21']],
    [
      'uuid',
      'lax',
      [UUID, UUID.replaceAll('-', ''), UUID.toUpperCase(), `urn:uuid:${UUID}`, `{${UUID}}`],
      [UUID.slice(1), `${UUID}0`, ''],
    ],
    [
      'base64',
      'lax',
      ['', 'IyEv', 'Iy\n Ev!', 'IyEvYg==', 'IyEvYg==xx', 'IyEvYmlu=', 'Iy=Ev', 'Iy=\n=Ev'],
      ['I', 'IyE', 'IyEvYg', 'IyEvYg=', 'Iy=E', 'é='.repeat(2) + 'IyE'],
    ],
    ['cidr', { pattern: '/' }, ['10/8'], ['10']],
    ['ipv4', 'off', ['anything'], []],
    ['name', { pattern: '^[a-z]+$' }, ['abc'], ['ABC', '']],
    ['email', { pattern: '@' }, ['@'], ['a.b']],
  ])('%s to %j', (format, definition, good, bad) => {
    const formats = { [format]: definition };
    expect(good.filter((value) => !accepts(format, value, formats))).toEqual([]);
    expect(bad.filter((value) => accepts(format, value, formats))).toEqual([]);
  });

  test('a new format, which is then known', () => {
    const set = schemaSetOf(
      { 'main.json': { format: 'mac-address' } },
      { formats: { 'mac-address': 'off' } },
    );
    expect(set.problems({ file: 'main.json', pointer: '' })).toEqual([
      { kind: 'accepts-everything', place: { file: 'schemas/main.json', pointer: '', token: 'opening' } },
    ]);
  });

  test.each<readonly [string, FormatDefinition, string]>([
    [
      'date-time',
      'lax',
      'the format "date-time" has no variant "lax": use iso8601, rfc3339, off, or a pattern',
    ],
    ['name', 'strict', 'the format "name" has no variant "strict": use off, or a pattern'],
    [
      'name',
      { pattern: '[' },
      'the pattern of the format "name" is not a regular expression: unterminated character class',
    ],
  ])('%s not to the invalid definition %j, which throws', (format, definition, message) => {
    expect(() => schemaSetOf({}, { formats: { [format]: definition } })).toThrow(new UsageError(message));
  });
});

test('patterns are compiled without the u flag where the manifest says so', () => {
  const schema = { 'main.json': { pattern: '^\\-.$', patternProperties: { '^\\_': false } } };
  expect(violationsIn('-😀', schema, { unicodePatterns: false })).toHaveLength(1);
  expect(violationsIn('-a', schema, { unicodePatterns: false })).toEqual([]);
  expect(violationsIn({ _a: 1 }, schema, { unicodePatterns: false })).toHaveLength(1);
  expect(violationsIn('-😀', { 'main.json': { pattern: '^-.$' } })).toEqual([]);
});
