import { expect, test } from '@jest/globals';

import { violationsIn } from '../schema-files-of';
import { describeFormat } from './describe-format';

describeFormat('int8', [-128, 127, 1.0, '128', null], [-129, 128, 0.5]);
describeFormat('int16', [-32768, 32767, 'x'], [-32769, 32768, 1.5]);
describeFormat('int32', [-2147483648, 2147483647, '2147483648'], [-2147483649, 2147483648, 0.1]);
describeFormat('uint8', [0, 255, '-1'], [-1, 256, 0.5]);
describeFormat('uint16', [0, 65535], [-1, 65536]);
describeFormat('uint32', [0, 4294967295], [-1, 4294967296]);
describeFormat('double-int', [-9007199254740991, 9007199254740991, 'x'], [9007199254740992, 0.5]);
describeFormat(
  'int64',
  [9007199254740992, '9223372036854775807', '-9223372036854775808', '+7', '007', null, true],
  [0.5, 1e19, '9223372036854775808', '1.5', '1e3', 'seven', '', ' 7', '٧'],
);
describeFormat('uint64', [0, '18446744073709551615'], [-1, '-1', '18446744073709551616', '0x10']);
describeFormat('float', [0.1, -3.4028235e38, 3.4028234663852886e38, 'x'], [3.5e38, -1e39]);
describeFormat('double', [0.1, 1.7976931348623157e308, 'x'], []);
describeFormat(
  'decimal',
  [12.5, 1e300, '12.50', '-0.001', '.5', '5.', '+1', '1E+3', null],
  ['', '.', '1,5', '$1', '1.2.3', '0x1', 'NaN', '1e', ' 1'],
);
describeFormat(
  'decimal128',
  [0.1, '1234567890123456789012345678901234', '1e6144', 'NaN', 'INF', '-INF', '0.000'],
  ['12345678901234567890123456789012345', '1.2345678901234567890123456789012345', '1e6145', 'x', '1,5', ''],
);
describeFormat('sf-integer', [999999999999999, -999999999999999, '1'], [1e15, 0.5]);
describeFormat('sf-decimal', [1, 0.125, -999999999999.999, 'x'], [0.1234, 1e12]);
describeFormat('sf-boolean', ['?0', '?1', true], ['', '0', '?2', '?1 ', 'true']);
describeFormat('sf-binary', ['::', ':aGVsbG8=:', 1], ['', ':', 'aGVsbG8=', ':aGVs bG8=:', ':a-_b:']);
describeFormat('sf-string', ['""', '"a b"', '"\\"\\\\"'], ['', 'a', '"', '"é"', '"a"b"', '"\\n"', '"a\tb"']);
describeFormat('sf-token', ['a', '*', "a/b:c'~", 'A1'], ['', '1a', '/a', 'a b', 'a"', 'é']);
describeFormat('char', ['a', ' ', '\n', 'é', 'e\u0301', '😀', '👩‍👩‍👧', 7], ['', 'ab', 'é😀', '\n\n']);
describeFormat(
  'base64url',
  ['', 'aGVsbG8', 'aGVsbG8=', 'a-_b', 'YQ', 'YQ==', 7],
  ['a', 'aGVsb', 'a+/b', 'YQ=', 'YQ===', 'aGVsbG8==', 'aGVs bG8', 'é'],
);
describeFormat(
  'http-date',
  [
    'Sun, 06 Nov 1994 08:49:37 GMT',
    'Sunday, 06-Nov-94 08:49:37 GMT',
    'Sun Nov  6 08:49:37 1994',
    'Sun Nov 16 08:49:37 1994',
    'Sat, 31 Dec 2016 23:59:60 GMT',
  ],
  [
    '',
    '1994-11-06T08:49:37Z',
    'Sun, 6 Nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37',
    'Sun, 06 Nov 1994 08:49:37 +0000',
    'Sun, 31 Nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 24:49:37 GMT',
    'sun, 06 nov 1994 08:49:37 gmt',
    'Sun, 06 Non 1994 08:49:37 GMT',
    'Sun Nov 6 08:49:37 1994',
  ],
);
describeFormat(
  'date-time-local',
  ['1979-05-27T07:32:00', '1979-05-27 07:32:00.999', '1979-05-27t07:32:60', 7],
  [
    '1979-05-27T07:32:00Z',
    '1979-05-27T07:32',
    '1979-02-29T07:32:00',
    '1979-05-27',
    '1979-05-27T24:00:00',
    '',
  ],
);
describeFormat(
  'time-local',
  ['07:32:00', '00:32:00.999999', '23:59:60'],
  ['07:32:00Z', '07:32', '7:32:00', '24:00:00', '07:60:00', '07:32:61', ''],
);
describeFormat(
  'media-range',
  [
    '*/*',
    'text/*',
    'text/html',
    'application/vnd.api+json',
    'text/html;charset=utf-8',
    'a/b ; c="d \\" e"; f=g',
  ],
  [
    '',
    'text',
    '*/html',
    'text/',
    'text/html,text/plain',
    'text/html;',
    'text/html; charset',
    'a b/c',
    'text/*x y',
  ],
);
describeFormat('uuid', ['9d1c3b5e-0f64-4b54-8a7f-2c1d0e9f8a7b'], ['9d1c3b5e', '']);

test.each(['commonmark', 'html', 'password', 'binary'])('%s is free text', (format) => {
  const texts = ['', '<b>', '# a\n\u0000', 'é'];
  expect(texts.filter((text) => violationsIn(text, { 'main.json': { format } }).length > 0)).toEqual([]);
});
