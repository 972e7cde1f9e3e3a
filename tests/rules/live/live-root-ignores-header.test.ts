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
  test('accepts a root that answers all the same', async () => {
    expect(await findingsOf('live-root-ignores-header/right')).toEqual([]);
  });

  test('tells of a root that negotiates', async () => {
    expect(await findingsOf('live-root-ignores-header/wrong')).toEqual([
      {
        ruleId: 'live-root-ignores-header',
        severity: 'info',
        message:
          'answers 406 to `compute 2.5`, but 200 without the header: list the versions whatever is asked for, so that every client can find out what there is',
        file: 'http://compute.test:8774/',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
    ]);
  });

  const root = { kind: 'root', url: `${BASE}/` } as const;

  test.each<[string, Service, readonly string[]]>([
    [
      'negotiates as a versioned endpoint does',
      compute,
      [
        'live-root-ignores-header info: answers 406 to `compute 2.94`, but 200 without the header: list the versions whatever is asked for, so that every client can find out what there is',
      ],
    ],
    [
      'has another body for the newest',
      ({ standard }) =>
        standard === 'compute 2.93' ? { ...serve('2.1'), body: { versions: [] } } : serve('2.1'),
      [
        'live-root-ignores-header info: answers `compute 2.93` with another body than without the header: list the versions whatever is asked for, so that every client can find out what there is',
      ],
    ],
    ['sends other headers only', ({ standard }) => serve(standard === 'compute 2.93' ? '2.93' : '2.1'), []],
    ['wants a token', () => refuse(401, 'Authentication required'), []],
    [
      'wants a token once the header is there',
      ({ standard }) => (standard === undefined ? serve('2.1') : refuse(401, 'Authentication required')),
      [],
    ],
  ])('a root that %s', async (_, service, expected) => {
    expect(reportLines(await negotiated(service, root))).toEqual(expected);
  });

  test('shows the request that was answered otherwise', async () => {
    expect(reportsOn(await negotiated(compute, root)).map(({ curl }) => curl)).toEqual([
      "curl -i -H 'OpenStack-API-Version: compute 2.94' http://compute.test:8774/",
    ]);
  });
});
