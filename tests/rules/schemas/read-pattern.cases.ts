import { describe, expect, test } from '@jest/globals';

import { looseDot, missingAnchors } from '../../../src/rules/schemas/read-pattern';

describe('a dot that was meant literally', () => {
  test.each([
    ['^2.1$', '2.1'],
    ['^\\d+.\\d+$', '\\d+.\\d+'],
    ['^v?([0-9]+).([0-9]+)$', '([0-9]+).([0-9]+)'],
    ['^\\d{1,3}.\\d{1,3}$', '\\d{1,3}.\\d{1,3}'],
    ['^https?://.+/v2.1/', 'v2.1'],
    ['^https://openstack.example.com/', 'openstack.example'],
    ['^[a-z0-9-]+.[a-z]{2,}$', '[a-z0-9-]+.[a-z]{2,}'],
  ])('is found in %s', (pattern, around) => {
    expect(looseDot(pattern)).toBe(around);
  });

  test.each([
    '^2\\.1$',
    '^[0-9]+(\\.[0-9]+)?$',
    '^[0-9.]+$',
    '^[a-zA-Z0-9._-]*$',
    '^.*$',
    '^[0-9]+.*[0-9]+$',
    '^[a-z]+.+[a-z]+$',
    '^gr.y$',
    '^https://openstack\\.example\\.com/',
    `${'[0-9]+.'.repeat(40)}1`,
  ])('is not found in %s', (pattern) => {
    expect(looseDot(pattern)).toBeUndefined();
  });
});

describe('a version or host without anchors', () => {
  test.each([
    ['^2\\.\\d+', '2.1x', 'end it with `$`'],
    ['\\d+\\.\\d+$', 'x2.1', 'begin it with `^`'],
    ['v?(0|[1-9]\\d*)\\.(0|[1-9]\\d*)', 'x2.1x', 'begin it with `^` and end it with `$`'],
    ['^[0-9]+(\\.[0-9]+)?', '2.1x', 'end it with `$`'],
    ['^(\\d+)\\.(\\d+)\\.(\\d+)', '2.1.0x', 'end it with `$`'],
    ['\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}$', 'x2.1.0.0', 'begin it with `^`'],
    ['^v\\d+\\.\\d+', 'v2.1x', 'end it with `$`'],
  ])('is found in %s', (pattern, example, remedy) => {
    expect(missingAnchors(pattern)).toEqual({ what: 'version', example, remedy });
  });

  test.each([
    ['^openstack\\.example\\.com', 'openstack.example.comx', 'end it with `$`'],
    ['example[.]com$', 'xexample.com', 'begin it with `^`'],
    ['[a-z0-9-]+\\.example\\.com', 'xhost.example.comx', 'begin it with `^` and end it with `$`'],
  ])('is found in %s, a host', (pattern, example, remedy) => {
    expect(missingAnchors(pattern)).toEqual({ what: 'host', example, remedy });
  });

  test('is reported without an example if none is found', () => {
    expect(missingAnchors('^2024\\.1')).toEqual({ what: 'version', remedy: 'end it with `$`' });
  });

  test.each([
    '^\\d+\\.\\d+$',
    '^v[1-9]\\d*(\\.\\d+)?$',
    '^v2\\.',
    '^_',
    '^[0-9]+',
    '^example\\.com$',
    'config\\.json',
    '\\.example\\.com$',
    '^https://example\\.com',
    'compute \\d+\\.\\d+ or later',
  ])('is not reported in %s', (pattern) => {
    expect(missingAnchors(pattern)).toBeUndefined();
  });
});
