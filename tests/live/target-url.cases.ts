import { describe, expect, test } from '@jest/globals';

import { parseTargetUrl } from '../../src/live/target-url';
import { UsageError } from '../../src/model/usage-error';

describe('the base URL of a target, without a slash added:', () => {
  test.each([
    ['http://127.0.0.1:8774', 'http://127.0.0.1:8774/', 'http://127.0.0.1:8774/'],
    [' https://h.example.com/compute ', 'https://h.example.com/compute', 'https://h.example.com/compute'],
    ['https://h.example.com/v1/', 'https://h.example.com/v1/', 'https://h.example.com/v1/'],
    ['http://me:p%40ss@h.example.com/a/b', 'http://me:p%40ss@h.example.com/a/b', 'http://h.example.com/a/b'],
    ['HTTP://H.example.com:80/a/', 'http://h.example.com/a/', 'http://h.example.com/a/'],
    ['http://me:p%40ss@h.example.com', 'http://me:p%40ss@h.example.com/', 'http://h.example.com/'],
    ['http://[::1]:8774', 'http://[::1]:8774/', 'http://[::1]:8774/'],
  ])('%s', (text, url, shown) => {
    expect(parseTargetUrl(text)).toMatchObject({ url, shown });
  });

  test.each([
    ['127.0.0.1:8774', '`127.0.0.1:8774` has no scheme: did you mean `http://127.0.0.1:8774`?'],
    [
      'localhost:8774/compute',
      '`localhost:8774/compute` has no scheme: did you mean `http://localhost:8774/compute`?',
    ],
    ['h.example.com', '`h.example.com` has no scheme: did you mean `http://h.example.com`?'],
    ['me:pass@h.example.com', '`h.example.com` has no scheme: did you mean `http://h.example.com`?'],
    [
      'ftp://me:pass@h.example.com/',
      '`ftp://h.example.com/` is not an HTTP URL: write one that starts with `http://` or `https://`',
    ],
    ['http://', '`http://` is not a valid URL: check the host and the port, as in `http://127.0.0.1:8774/`'],
    [
      'http://me:pass@h:99999/',
      '`http://h:99999/` is not a valid URL: check the host and the port, as in `http://127.0.0.1:8774/`',
    ],
    ['', 'the URL of the service is empty: write one such as `http://127.0.0.1:8774/`'],
    ['a b', '`a b` is not a URL: write one such as `http://127.0.0.1:8774/`'],
    [
      'http://me:pass@h/v2?token=abcd&a=1',
      '`http://h/v2?token=•••&a=1` must not have a query or fragment, because paths are appended to it: did you mean `http://h/v2`?',
    ],
    [
      'http://h/#a',
      '`http://h/` must not have a query or fragment, because paths are appended to it: did you mean `http://h/`?',
    ],
  ])('%s is refused', (text, message) => {
    expect(() => parseTargetUrl(text)).toThrow(new UsageError(message));
  });
});
