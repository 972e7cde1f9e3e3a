import { describe, expect, test } from '@jest/globals';

import { describeDifference } from '../../../src/rules/live/describe-difference';
import { differencesOf } from '../../../src/compare/differences';
import type { Report } from '../../../src/rules/rule';
import { findingsOf } from '../rule-fixtures';
import { madeComparison, type MadeComparison } from './made-comparison';

describe('sample-matches-response', () => {
  test('maps hosts, matches items by identity, ignores named values, and accepts a newer newest microversion or another value of the same shape if allowed', async () => {
    expect(await findingsOf('sample-matches-response/right')).toEqual([]);
  });

  test('reports each difference once at the sample, with its place in the response', async () => {
    expect(await findingsOf('sample-matches-response/wrong')).toEqual([
      {
        ruleId: 'sample-matches-response',
        severity: 'error',
        message:
          'the service lists an item with a shape that no item of the sample has: its "id" is a number',
        file: 'api_samples/flavors-get-resp.json',
        pointer: '/flavors',
        start: {
          line: 2,
          column: 16,
        },
        end: {
          line: 2,
          column: 17,
        },
        related: [
          {
            message: "the service's item",
            file: 'http://compute.test:8774/v2.1/flavors',
            pointer: '/flavors/0',
            start: {
              line: 1,
              column: 13,
            },
            end: {
              line: 1,
              column: 67,
            },
          },
        ],
      },
      {
        ruleId: 'sample-matches-response',
        severity: 'error',
        message:
          'the service sends "2026-01-01T00:00:00Z", but the sample documents "2013-09-03T04:01:32Z": if the value may vary, add $.server.created to "ignore:"',
        file: 'api_samples/servers/server-get-resp.json',
        pointer: '/server/created',
        start: {
          line: 5,
          column: 20,
        },
        end: {
          line: 5,
          column: 42,
        },
        related: [
          {
            message: "the service's value",
            file: 'http://compute.test:8774/v2.1/servers/9168b536',
            pointer: '/server/created',
            start: {
              line: 1,
              column: 58,
            },
            end: {
              line: 1,
              column: 80,
            },
          },
        ],
      },
      {
        ruleId: 'sample-matches-response',
        severity: 'error',
        message:
          'the service lists 2 items, but the sample documents 1: if the items may vary, set `compare: shape` for this request',
        file: 'api_samples/servers/server-get-resp.json',
        pointer: '/server/addresses',
        start: {
          line: 6,
          column: 22,
        },
        end: {
          line: 6,
          column: 23,
        },
        related: [
          {
            message: "the service's array",
            file: 'http://compute.test:8774/v2.1/servers/9168b536',
            pointer: '/server/addresses',
            start: {
              line: 1,
              column: 93,
            },
            end: {
              line: 1,
              column: 94,
            },
          },
        ],
      },
      {
        ruleId: 'sample-matches-response',
        severity: 'error',
        message:
          'the service sends "http://compute.test:8774/v2.1/server/9168b536", but the sample documents "http://openstack.example.com/v2.1/servers/9168b536": the paths differ (hosts are not compared)',
        file: 'api_samples/servers/server-get-resp.json',
        pointer: '/server/links/0/href',
        start: {
          line: 14,
          column: 25,
        },
        end: {
          line: 14,
          column: 77,
        },
        related: [
          {
            message: "the service's value",
            file: 'http://compute.test:8774/v2.1/servers/9168b536',
            pointer: '/server/links/0/href',
            start: {
              line: 1,
              column: 179,
            },
            end: {
              line: 1,
              column: 226,
            },
          },
        ],
      },
      {
        ruleId: 'sample-matches-response',
        severity: 'error',
        message: 'the service sends the property "home", which the sample lacks',
        file: 'api_samples/versions/v21-version-get-resp.json',
        pointer: '/version',
        start: {
          line: 2,
          column: 16,
        },
        end: {
          line: 2,
          column: 17,
        },
        related: [
          {
            message: "the service's property",
            file: 'http://compute.test:8774/v2.1/',
            pointer: '/version/home',
            start: {
              line: 1,
              column: 262,
            },
            end: {
              line: 1,
              column: 268,
            },
          },
        ],
      },
      {
        ruleId: 'sample-matches-response',
        severity: 'error',
        message:
          'the service sends "https://docs.openstack.org/nova/", but the sample documents "http://docs.openstack.org/"',
        file: 'api_samples/versions/v21-version-get-resp.json',
        pointer: '/version/links/1/href',
        start: {
          line: 10,
          column: 25,
        },
        end: {
          line: 10,
          column: 53,
        },
        related: [
          {
            message: "the service's value",
            file: 'http://compute.test:8774/v2.1/',
            pointer: '/version/links/1/href',
            start: {
              line: 1,
              column: 97,
            },
            end: {
              line: 1,
              column: 131,
            },
          },
        ],
      },
      {
        ruleId: 'sample-matches-response',
        severity: 'error',
        message: 'the service omits the property "media-types", which the sample documents',
        file: 'api_samples/versions/v21-version-get-resp.json',
        pointer: '/version/media-types',
        start: {
          line: 15,
          column: 9,
        },
        end: {
          line: 15,
          column: 22,
        },
        related: [
          {
            message: "the service's object",
            file: 'http://compute.test:8774/v2.1/',
            pointer: '/version',
            start: {
              line: 1,
              column: 12,
            },
            end: {
              line: 1,
              column: 13,
            },
          },
        ],
      },
      {
        ruleId: 'sample-matches-response',
        severity: 'error',
        message: 'the service offers 2.93, but the sample documents 2.60: the sample is out of date',
        file: 'api_samples/versions/v21-version-get-resp.json',
        pointer: '/version/version',
        start: {
          line: 22,
          column: 20,
        },
        end: {
          line: 22,
          column: 26,
        },
        related: [
          {
            message: "the service's value",
            file: 'http://compute.test:8774/v2.1/',
            pointer: '/version/version',
            start: {
              line: 1,
              column: 202,
            },
            end: {
              line: 1,
              column: 208,
            },
          },
        ],
      },
      {
        ruleId: 'sample-matches-response',
        severity: 'error',
        message: 'the service lists a version "v1.0", which the sample lacks',
        file: 'api_samples/versions/versions-get-resp.json',
        pointer: '/versions',
        start: {
          line: 2,
          column: 17,
        },
        end: {
          line: 2,
          column: 18,
        },
        related: [
          {
            message: "the service's item",
            file: 'http://compute.test:8774/',
            pointer: '/versions/1',
            start: {
              line: 1,
              column: 182,
            },
            end: {
              line: 1,
              column: 343,
            },
          },
        ],
      },
      {
        ruleId: 'sample-matches-response',
        severity: 'error',
        message: 'the service lists no version "v2.0", which the sample documents',
        file: 'api_samples/versions/versions-get-resp.json',
        pointer: '/versions/0',
        start: {
          line: 3,
          column: 9,
        },
        end: {
          line: 15,
          column: 10,
        },
        related: [
          {
            message: "the service's array",
            file: 'http://compute.test:8774/',
            pointer: '/versions',
            start: {
              line: 1,
              column: 13,
            },
            end: {
              line: 1,
              column: 14,
            },
          },
        ],
      },
      {
        ruleId: 'sample-matches-response',
        severity: 'error',
        message: 'the service offers 2.93, but the sample documents 2.60: the sample is out of date',
        file: 'api_samples/versions/versions-get-resp.json',
        pointer: '/versions/1/version',
        start: {
          line: 25,
          column: 24,
        },
        end: {
          line: 25,
          column: 30,
        },
        related: [
          {
            message: "the service's value",
            file: 'http://compute.test:8774/',
            pointer: '/versions/0/version',
            start: {
              line: 1,
              column: 121,
            },
            end: {
              line: 1,
              column: 127,
            },
          },
        ],
      },
    ]);
  });
});

function reports(sample: unknown, response: unknown, made: MadeComparison = {}): readonly Report[] {
  const comparison = madeComparison(sample, response, made);
  // What they quote is tested where it is used, in blank-result.cases.ts.
  return differencesOf(comparison).map((difference) => {
    const { quotes: _, ...report } = describeDifference(comparison, difference);
    return report;
  });
}

const SAMPLE = 'sample.json';
const RESPONSE = 'http://cloud/compute/';

describe('a difference is placed', () => {
  test('at both values', () => {
    expect(
      reports(
        { versions: [{ id: 'v2.1', status: 'CURRENT' }] },
        { versions: [{ id: 'v2.1', status: 'SUPPORTED' }] },
      ),
    ).toEqual([
      {
        at: { file: SAMPLE, pointer: '/versions/0/status', token: 'value' },
        message: 'the service sends "SUPPORTED", but the sample documents "CURRENT"',
        related: [
          {
            at: { file: RESPONSE, pointer: '/versions/0/status', token: 'value' },
            message: "the service's value",
          },
        ],
      },
    ]);
  });

  test('at the property of one and the object of the other that lacks it', () => {
    expect(reports({ a: { 'b/c': 1 } }, { a: { d: 1 } })).toEqual([
      {
        at: { file: SAMPLE, pointer: '/a/b~1c', token: 'key' },
        message: 'the service omits the property "b/c", which the sample documents',
        related: [
          { at: { file: RESPONSE, pointer: '/a', token: 'opening' }, message: "the service's object" },
        ],
      },
      {
        at: { file: SAMPLE, pointer: '/a', token: 'opening' },
        message: 'the service sends the property "d", which the sample lacks',
        missing: 'd',
        related: [
          { at: { file: RESPONSE, pointer: '/a/d', token: 'key' }, message: "the service's property" },
        ],
      },
    ]);
  });

  test('at the item of one and the array of the other that lacks it', () => {
    expect(reports({ choices: [{ id: 'v2.0' }] }, { choices: [{ id: 'v3.0' }] })).toEqual([
      {
        at: { file: SAMPLE, pointer: '/choices/0', token: 'value' },
        message: 'the service lists no version "v2.0", which the sample documents',
        related: [
          { at: { file: RESPONSE, pointer: '/choices', token: 'opening' }, message: "the service's array" },
        ],
      },
      {
        at: { file: SAMPLE, pointer: '/choices', token: 'opening' },
        message: 'the service lists a version "v3.0", which the sample lacks',
        related: [
          { at: { file: RESPONSE, pointer: '/choices/0', token: 'value' }, message: "the service's item" },
        ],
      },
    ]);
  });
});

function version(members: object) {
  return { version: { id: 'v2.1', status: 'CURRENT', ...members } };
}

function link(href: string) {
  return { rel: 'self', href };
}

describe('a difference states both values', () => {
  test.each<readonly [message: string, sample: unknown, response: unknown, MadeComparison?]>([
    [
      'the service offers 2.93, but the sample documents 2.60: the sample is out of date',
      version({ version: '2.60' }),
      version({ version: '2.93' }),
    ],
    [
      'the service offers 2.53, but the sample documents 2.60: the service is older than the sample',
      version({ version: '2.60' }),
      version({ version: '2.53' }),
      { mode: 'at-least' },
    ],
    [
      'the service sends "2.2", but the sample documents "2.1"',
      version({ min_version: '2.1' }),
      version({ min_version: '2.2' }),
    ],
    ['the service sends null, but the sample documents the number 1', { a: 1 }, { a: null }],
    ['the service sends the string "1", but the sample documents an array', { a: [1] }, { a: '1' }],
    [
      'the service sends an object, but the sample documents the string "x"',
      { a: 'x' },
      { a: {} },
      { mode: 'shape' },
    ],
    [
      'the service sends false, but the sample documents true: if the value may vary, add $.a[0]["b-c"].d to "ignore:"',
      { a: [{ 'b-c': { d: true } }] },
      { a: [{ 'b-c': { d: false } }] },
    ],
    [
      'the service sends "http://inner/v2.1/", but the sample documents "http://openstack.example.com/v2.1/": links of the service must start with http://cloud/compute/',
      version({ links: [link('http://openstack.example.com/v2.1/')] }),
      version({ links: [link('http://inner/v2.1/')] }),
    ],
    [
      'the service sends "http://cloud/compute/v2/", but the sample documents "http://openstack.example.com/v2.1/": the paths differ (hosts are not compared)',
      version({ links: [link('http://openstack.example.com/v2.1/')] }),
      version({ links: [link('http://cloud/compute/v2/')] }),
    ],
    [
      'the service lists no link with rel "self", which the sample documents',
      { links: [link('/a')] },
      { links: [] },
    ],
    [
      'the service lists a link with rel "self" to "/b", which the sample lacks',
      { links: [link('/a')] },
      { links: [link('/a'), link('/b')] },
    ],
    [
      'the service lists a link {"href":"/a"}, which the sample lacks',
      { links: [] },
      { links: [{ href: '/a' }] },
    ],
    [
      'the service lists no media type "x/y", which the sample documents',
      version({ 'media-types': [{ base: 'x', type: 'x/y' }] }),
      version({ 'media-types': [] }),
    ],
    [
      'the service lists items with other values of "id" than the sample: if the items may vary, set `compare: shape` for this request',
      { servers: [{ id: 'a' }, { id: 'b', name: 'x' }] },
      { servers: [{ id: 'a' }, { id: 'c', name: 'y' }] },
    ],
    [
      'the service lists the items in another order than the sample: if the items may vary, set `compare: shape` for this request',
      { servers: [{ name: 'a' }, { name: 'b' }] },
      { servers: [{ name: 'b' }, { name: 'a' }] },
    ],
    [
      'the service lists no link with rel "a", link with rel "b", which the sample documents: if the items may vary, set `compare: shape` for this request',
      { links: [{ rel: 'a' }, { rel: 'b' }] },
      { links: [] },
    ],
    [
      'the service lists no link with rel "a", which the sample documents, but link with rel "c", which the sample lacks: if the items may vary, set `compare: shape` for this request',
      { links: [{ rel: 'a' }] },
      { links: [{ rel: 'c' }] },
    ],
    [
      'the service lists 1 item, but the sample documents 3: if the items may vary, set `compare: shape` for this request',
      { a: [1, 2, 3] },
      { a: [1] },
    ],
    [
      'the service lists 1 item, but the sample documents 2: if the items may vary, set `compare: shape` for this request',
      { a: [1, 2, 3] },
      { a: [2] },
      { ignored: { sample: ['/a/0'] } },
    ],
    [
      'the service lists the number 1, but each item of the sample is a string or null',
      { a: ['x', null] },
      { a: ['y', 1] },
      { mode: 'shape' },
    ],
    [
      'the service lists an item with a shape that no item of the sample has: it lacks "c"',
      { a: [{ b: 1, c: 1 }] },
      { a: [{ b: 1 }] },
      { mode: 'shape' },
    ],
    [
      'the service lists an item with a shape that no item of the sample has: it also has "d"',
      { a: [{ x: 1 }, { b: 1 }] },
      { a: [{ b: 1, d: 1 }] },
      { mode: 'shape' },
    ],
    [
      'the service lists an item with a shape that no item of the sample has',
      { a: [{ b: { c: 1 } }] },
      { a: [{ b: { c: '' } }] },
      { mode: 'shape' },
    ],
  ])('%s', (message, ...documents) => {
    expect(reports(...documents).map((report) => report.message)).toEqual([message]);
  });

  test('names the request, if several are compared with the sample', () => {
    const comparison = { ...madeComparison({ a: 1, b: 2 }, { a: 2 }), request: '`GET /b` at 2.3' };
    const said = differencesOf(comparison).map((difference) => describeDifference(comparison, difference));
    expect(said.map(({ message }) => message)).toEqual([
      'for `GET /b` at 2.3, the service sends 2, but the sample documents 1: if the value may vary, add $.a to "ignore:"',
      'for `GET /b` at 2.3, the service omits the property "b", which the sample documents',
    ]);
  });
});
