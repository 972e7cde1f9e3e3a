import { describe, expect, test } from '@jest/globals';

import { parseHeaderOption } from '../../src/live/header-setting';
import { UsageError } from '../../src/model/usage-error';

const ENV = { OS_TOKEN: ' gAAAA\n', EMPTY: '', USER: 'me', LINES: 'a\nb' };

describe('a header from the command line', () => {
  test.each([
    [
      'X-Auth-Token: $OS_TOKEN',
      { name: 'X-Auth-Token', value: 'gAAAA', shown: '$OS_TOKEN', credential: true },
    ],
    ['x-trace:${USER}-1', { name: 'x-trace', value: 'me-1', shown: '${USER}-1', credential: false }],
    [
      'Authorization: Bearer abc',
      { name: 'Authorization', value: 'Bearer abc', shown: '•••', credential: true },
    ],
    ['Accept: */*', { name: 'Accept', value: '*/*', shown: '*/*', credential: false }],
    ['X-Empty:', { name: 'X-Empty', value: '', shown: '', credential: false }],
    ['X-Url: http://h/', { name: 'X-Url', value: 'http://h/', shown: 'http://h/', credential: false }],
    ['X-Price: 5$', { name: 'X-Price', value: '5$', shown: '5$', credential: false }],
  ])('%s', (text, setting) => {
    expect(parseHeaderOption(text, ENV)).toEqual(setting);
  });

  test.each([
    'Proxy-Authorization',
    'Cookie',
    'X-Subject-Token',
    'X-Service-Token',
    'X-Api-Key',
    'Api-Key',
    'X-Auth-Key',
    'X-Client-Secret',
    'PRIVATE-TOKEN',
    'X-Amz-Signature',
    'X-Password',
    'Ocp-Apim-Subscription-Key',
  ])('is a credential if its name is %s', (name) => {
    expect(parseHeaderOption(`${name}: abc`, ENV)).toEqual({
      name,
      value: 'abc',
      shown: '•••',
      credential: true,
    });
  });

  test.each(['OpenStack-API-Version', 'X-Auth-User', 'Idempotency-Key', 'X-Tokens-Left', 'Authority'])(
    'is not a credential if its name is %s',
    (name) => {
      expect(parseHeaderOption(`${name}: abc`, ENV).credential).toBe(false);
    },
  );

  test.each([
    [
      'X-Auth-Token: $OS_TOKN',
      'the header `X-Auth-Token` needs the environment variable `OS_TOKN`, which is not set: `export OS_TOKN=…` first, or omit the header',
    ],
    [
      'X-Auth-Token: ${EMPTY}',
      'the header `X-Auth-Token` needs the environment variable `EMPTY`, which is empty: `export EMPTY=…` first, or omit the header',
    ],
    [
      'gAAAAsecret',
      "the value of `--header` has no valid header name: write `Name: value`, such as `--header 'X-Auth-Token: $OS_TOKEN'`",
    ],
    [
      'X Auth: a',
      "the value of `--header` has no valid header name: write `Name: value`, such as `--header 'X-Auth-Token: $OS_TOKEN'`",
    ],
    [
      ': a',
      "the value of `--header` has no valid header name: write `Name: value`, such as `--header 'X-Auth-Token: $OS_TOKEN'`",
    ],
    ['Connection: close', 'the header `Connection` is set by Samplegate itself: omit it'],
    [
      'X-A: $LINES',
      'the value of the header `X-A` contains a line break or another character that is not allowed in a header',
    ],
    [
      'X-A: a–b',
      'the value of the header `X-A` contains a line break or another character that is not allowed in a header',
    ],
  ])('%s is refused', (text, message) => {
    expect(() => parseHeaderOption(text, ENV)).toThrow(new UsageError(message));
  });
});
