import { describe, expect, test } from '@jest/globals';

import {
  compute,
  LEGACY,
  negotiated,
  reportsOn,
  reportLines,
  served,
  STANDARD,
  withHeaders,
  type Service,
} from '../../engine/made-negotiation';
import { findingsOf } from '../rule-fixtures';

const SILENT_WHEN_ASKED: Service = (asked) =>
  asked.standard === undefined ? compute(asked) : served((answer) => withHeaders(answer, [STANDARD]))(asked);

describe('live-echo', () => {
  test('reads names and service types in any case, and the older header next to the common one', async () => {
    expect(await findingsOf('live-echo/right')).toEqual([]);
  });

  test('warns once about a service that negotiates but does not state what it served', async () => {
    expect(await findingsOf('live-echo/wrong')).toEqual([
      {
        ruleId: 'live-echo',
        severity: 'warning',
        message:
          'no `OpenStack-API-Version` in the response to a request without a microversion header: send `compute X.Y` in it with every response',
        file: 'http://compute.test:8774/v2.1/',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        clients: 'Tempest fails; other clients do not know which microversion they got',
      },
    ]);
  });

  test.each<[string, Service, readonly string[]]>([
    [
      'the header only if the request has it',
      served((answer, { standard }) => (standard === undefined ? answer : withHeaders(answer, [STANDARD]))),
      [
        'live-echo warning: no `OpenStack-API-Version` in the response to `compute 2.1`: send `compute X.Y` in it with every response',
      ],
    ],
    [
      'the requested value instead of the served one',
      served((answer, { standard }) =>
        standard === 'compute latest' ? withHeaders(answer, [STANDARD], [STANDARD, standard]) : answer,
      ),
      [
        'live-echo warning: `OpenStack-API-Version` is "compute latest" in the response to `compute latest`: send the microversion that was served, as `compute X.Y`',
      ],
    ],
    [
      'no service type',
      served((answer, { standard }) =>
        standard === 'compute 2.93' ? withHeaders(answer, [STANDARD], [STANDARD, '2.93']) : answer,
      ),
      [
        'live-echo warning: `OpenStack-API-Version` is "2.93" in the response to `compute 2.93`: send the microversion that was served, as `compute X.Y`',
      ],
    ],
    [
      'two microversions at once',
      served((answer) => withHeaders(answer, [], [STANDARD, 'compute 2.5'])),
      [
        'live-echo warning: `OpenStack-API-Version` is "compute 2.1, compute 2.5" in the response to a request without a microversion header: send the microversion that was served, as `compute X.Y`',
      ],
    ],
    [
      'one microversion twice',
      served((answer) => ({ ...answer, headers: [...answer.headers, ...answer.headers] })),
      [],
    ],
    [
      'the microversions of other services too',
      served((answer) => withHeaders(answer, [], [STANDARD, 'identity 3.0'])),
      [],
    ],
    [
      "its project's name",
      served((answer, { standard }) =>
        withHeaders(answer, [STANDARD], [STANDARD, (standard ?? 'compute 2.1').replace('compute', 'nova')]),
      ),
      [
        'live-echo warning: `OpenStack-API-Version` is "nova 2.1" in the response to a request without a microversion header, which is not for the service type `compute`: send `compute X.Y`',
      ],
    ],
    [
      'nothing in the legacy header',
      served((answer) => withHeaders(answer, [LEGACY])),
      [
        'live-echo warning: no `X-OpenStack-Nova-API-Version` in the response to a request without a microversion header: send `2.1` in it too',
      ],
    ],
    [
      'something else in the legacy header',
      served((answer, { standard }) =>
        standard === 'compute 2.93' ? withHeaders(answer, [LEGACY], [LEGACY, '2.1']) : answer,
      ),
      [
        'live-echo warning: `X-OpenStack-Nova-API-Version` is "2.1" in the response to `compute 2.93`, but `OpenStack-API-Version` has 2.93: send the same in both',
      ],
    ],
  ])('a service that sends %s', async (_, service, expected) => {
    expect(reportLines(await negotiated(service))).toEqual(expected);
  });

  test('does not require the legacy header if none is named', async () => {
    const service = served((answer) => withHeaders(answer, [LEGACY]));
    expect(reportLines(await negotiated(service, {}))).toEqual([]);
  });

  test('shows the request that was answered without the header', async () => {
    expect(reportsOn(await negotiated(SILENT_WHEN_ASKED))).toEqual([
      {
        ruleId: 'live-echo',
        severity: 'warning',
        at: { file: 'http://compute.test:8774/v2.1/' },
        message:
          'no `OpenStack-API-Version` in the response to `compute 2.1`: send `compute X.Y` in it with every response',
        clients: 'Tempest fails; other clients do not know which microversion they got',
        curl: "curl -i -H 'OpenStack-API-Version: compute 2.1' http://compute.test:8774/v2.1/",
      },
    ]);
  });
});
