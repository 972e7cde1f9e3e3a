import { describe, expect, test } from '@jest/globals';

import {
  BASE,
  compute,
  negotiated,
  reportsOn,
  refuse,
  reportLines,
  serve,
  type Service,
} from '../../engine/made-negotiation';
import { findingsOf } from '../rule-fixtures';

describe('live-root-ignores-header', () => {
  test('accepts a root that always responds the same', async () => {
    expect(await findingsOf('live-root-ignores-header/right')).toEqual([]);
  });

  test('reports a root that negotiates', async () => {
    expect(await findingsOf('live-root-ignores-header/wrong')).toEqual([
      {
        ruleId: 'live-root-ignores-header',
        severity: 'info',
        message:
          'responds with 406 to `compute 2.5`, but with 200 without the header: list the versions in every response, so that every client can discover them',
        file: 'http://compute.test:8774/',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
    ]);
  });

  const root = { kind: 'root', url: `${BASE}/` } as const;

  test.each<[string, Service, readonly string[]]>([
    [
      'negotiates like a versioned endpoint',
      compute,
      [
        'live-root-ignores-header info: responds with 406 to `compute 2.94`, but with 200 without the header: list the versions in every response, so that every client can discover them',
      ],
    ],
    [
      'has another body for the newest',
      ({ standard }) =>
        standard === 'compute 2.93' ? { ...serve('2.1'), body: { versions: [] } } : serve('2.1'),
      [
        'live-in-range error: responds with JSON without a version to `compute 2.93`, but with the versions without the header: respond with the same list to each',
      ],
    ],
    [
      'responds with 500 to the header',
      ({ standard }) => (standard === undefined ? serve('2.1') : refuse(500, 'oops')),
      [
        'live-in-range error: responds with 500 to `compute 2.93`, `compute latest`, but with the versions without the header: respond with the same list to each',
      ],
    ],
    [
      'responds with an empty body to the header',
      ({ standard }) => (standard === undefined ? serve('2.1') : { ...serve('2.1'), body: undefined }),
      [
        'live-in-range error: responds with an empty body to `compute 2.93`, `compute latest`, but with the versions without the header: respond with the same list to each',
      ],
    ],
    [
      'responds with another document to the header',
      ({ standard }) =>
        standard === undefined
          ? serve('2.1')
          : { ...serve('2.1'), body: { versions: [{ id: 'v9.0', status: 'CURRENT', links: [] }] } },
      [
        'live-in-range error: responds with the document of "v9.0" to `compute 2.93`, `compute latest`, but with the versions without the header: respond with the same list to each',
      ],
    ],
    [
      'sends different headers only',
      ({ standard }) => serve(standard === 'compute 2.93' ? '2.93' : '2.1'),
      [],
    ],
    ['requires a token', () => refuse(401, 'Authentication required'), []],
    [
      'requires a token if the header is present',
      ({ standard }) => (standard === undefined ? serve('2.1') : refuse(401, 'Authentication required')),
      [],
    ],
  ])('a root that %s', async (_, service, expected) => {
    expect(reportLines(await negotiated(service, root))).toEqual(expected);
  });

  test('shows the request with the different response', async () => {
    expect(reportsOn(await negotiated(compute, root)).map(({ curl }) => curl)).toEqual([
      "curl -i -H 'OpenStack-API-Version: compute 2.94' http://compute.test:8774/",
    ]);
  });
});
