import { describe, expect, test } from '@jest/globals';

import { createRequestOf } from '../../../src/engine/judge/request-of';
import type { Fetched } from '../../../src/model/live/live';

function fetchedFrom(url: string): Fetched {
  return {
    target: { name: url, url },
    exchanges: [],
    negotiations: [],
    links: [],
    unfollowed: [],
    lookedUp: [],
    secrets: [],
  };
}

function requestOf(file: string, ...bases: readonly string[]): string | undefined {
  return createRequestOf({ exchange: [] }, bases.map(fetchedFrom), (name) => name)(file);
}

describe('the request that a response answers', () => {
  test.each([
    ['http://nova/v2', 'http://nova/v2/servers', 'GET /servers'],
    ['http://nova/v2/', 'http://nova/v2/servers', 'GET /servers'],
    ['http://nova/v2', 'http://nova/v2?limit=1', 'GET /?limit=1'],
    ['http://nova/', 'http://nova/v2.1/ at 2.30', 'GET /v2.1/ at 2.30'],
    ['http://nova/v2', 'http://nova/v2', 'GET /'],
    ['http://nova/v2', 'http://nova/v2 at 2.30', 'GET / at 2.30'],
  ])('below %s, %s is %s', (base, file, request) => {
    expect(requestOf(file, base)).toBe(request);
  });

  test.each([
    ['http://nova/v2', 'http://nova/v2.1/'],
    ['http://nova/v2', 'http://nova/'],
    ['http://nova:87', 'http://nova:8774/'],
  ])('is the whole URL where only the text begins with the base URL: %s, %s', (base, file) => {
    expect(requestOf(file, base)).toBe(`GET ${file}`);
  });

  test('is the whole URL in a run over several services', () => {
    expect(requestOf('http://nova/v2/servers', 'http://nova/v2', 'http://glance')).toBe(
      'GET http://nova/v2/servers',
    );
  });

  test('is undefined for a file', () => {
    expect(requestOf('samples/a.json', 'http://nova')).toBeUndefined();
  });
});
