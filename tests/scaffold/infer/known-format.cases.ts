import { describe, expect, test } from '@jest/globals';

import { knownFormat } from '../../../src/scaffold/infer/known-format';
import { createValidator } from '../create-validator';

const KNOWN = [
  ['date-time', '2013-07-23T11:33:21Z'],
  ['date-time', '2012-02-29T23:59:59.123456+05:30'],
  ['date-time', '2000-02-29T00:00:00-00:00'],
  ['date', '2012-02-29'],
  ['date', '2013-12-31'],
  ['uuid', '6F70656E-7374-4163-8b00-000000000001'],
  ['uuid', '00000000-0000-0000-0000-000000000000'],
  ['uri', 'http://openstack.example.com/v2.1/'],
  ['uri', 'HTTPS://localhost:8774'],
  ['uri', 'http://a.example/%7Ex;y=1?limit=1&marker=a/b?#top'],
  ['uri', 'http://192.0.2.1?a'],
  ['ipv4', '192.0.2.1'],
  ['ipv4', '0.0.0.255'],
  ['ipv6', '2001:db8::1'],
  ['ipv6', '::'],
  ['ipv6', '::1'],
  ['ipv6', '1:2:3:4:5:6:7:8'],
  ['ipv6', '1:2:3:4:5:6:7::'],
  ['ipv6', '::2:3:4:5:6:7:8'],
  ['ipv6', '1::3:4:5:6:7:8'],
  ['email', 'first.last+tag@mail.example.com'],
] as const;

const PLAIN = [
  '',
  'ACTIVE',
  '2013-07-23T11:33:21',
  '2013-07-23 11:33:21Z',
  '2013-07-23T24:00:00Z',
  '2013-07-23T11:33:21+24:00',
  '2013-02-29T11:33:21Z',
  '1900-02-29',
  '2013-04-31',
  '2013-00-10',
  '2013-13-01',
  '2013-01-00',
  '6f70656e737441638b00000000000001',
  'urn:uuid:6f70656e-7374-4163-8b00-000000000001',
  'ftp://example.com/',
  '/v2.1/servers',
  'http://',
  'http://example.com/a b',
  'http://example.com/%7',
  'http://example.com/{id}',
  '192.0.2.256',
  '192.0.2.01',
  '192.0.2.1.',
  '192.0.2',
  '1.2.3.4.5',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1::2::3',
  '1:2:3:4::5:6:7:8',
  ':1:2:3:4:5:6:7',
  '12345::',
  'fa:16:3e:4c:2c:30',
  'fe80::1%eth0',
  'a@b',
  '.a@example.com',
  'a@-b.example.com',
  `http://example.com/${'a'.repeat(2048)}`,
];

describe('knownFormat', () => {
  test.each(KNOWN)('%s: %s, and a validator agrees', (format, text) => {
    expect(knownFormat([text])).toBe(format);
    expect(createValidator({ type: 'string', format })(text)).toBe(true);
  });

  test.each(PLAIN)('none: %j', (text) => {
    expect(knownFormat([text])).toBeUndefined();
  });

  test.each([
    ['no string', [], undefined],
    ['all of one format', ['192.0.2.1', '192.0.2.2'], 'ipv4'],
    ['two formats', ['192.0.2.1', '::1'], undefined],
    ['one string without a format', ['2012-02-29', 'never'], undefined],
    ['an empty string among them', ['2012-02-29', ''], undefined],
  ])('%s', (_, texts, format) => {
    expect(knownFormat(texts)).toBe(format);
  });
});
