import { expect, test } from '@jest/globals';

import { checkOpenApi } from '../rules/openapi/check-open-api';

const DOCUMENT = `openapi: 3.0.3
info: { title: Prices, version: '1', x-date: !!timestamp 2024-01-01 }
paths:
  /prices:
    parameters: .inf
    get:
      operationId: listPrices
      summary: !foo bar
      parameters:
        - { name: limit, in: query, schema: { type: integer, maximum: .inf }, example: ten }
        - .inf
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Price' }
              examples:
                one: { value: { amount: .inf, currency: 5 } }
                two: { value: .inf }
                three: .inf
                four: { value: { amount: 1, currency: USD, level: 5 } }
        '202': .inf
  /free: !!binary aGk=
  /other: { get: .inf }
components:
  schemas:
    Price:
      type: object
      required: [amount, currency]
      properties:
        amount: { type: number, maximum: .inf, default: -.inf }
        currency: { type: string, enum: [EUR, .inf] }
        level: { type: !!binary aGk=, minimum: 6 }
        other: .inf
`;

function isAtValue(finding: string): boolean {
  return finding.includes(' schema-readable ');
}

test('of a document with values that are not JSON, each is reported, and the rest is checked', async () => {
  const found = await checkOpenApi(DOCUMENT);
  expect(found.filter((finding) => !isAtValue(finding))).toEqual([
    '#/paths/~1prices/get/parameters/0/example| openapi.yaml 10:88-10:91 error sample-matches-schema \'\' expected an integer, got "ten"',
    '#/paths/~1prices/get/responses/200/content/application~1json/examples/one/value| openapi.yaml 19:57-19:58 error sample-matches-schema /currency expected a string, got 5: put it in quotes',
    '#/paths/~1prices/get/responses/200/content/application~1json/examples/four/value| openapi.yaml 22:67-22:68 error sample-matches-schema /level expected at least 6, got 5',
  ]);
  expect(found.filter(isAtValue).map((finding) => finding.split(' ')[2])).toEqual(
    [
      [
        '2:46-2:57',
        '5:17-5:21',
        '8:16-8:20',
        '10:71-10:75',
        '11:11-11:15',
        '19:41-19:45',
        '20:31-20:35',
        '21:24-21:28',
      ],
      [
        '23:16-23:20',
        '24:10-24:18',
        '25:18-25:22',
        '32:42-32:46',
        '32:57-32:62',
        '33:47-33:51',
        '34:24-34:32',
        '35:16-35:20',
      ],
    ].flat(),
  );
});
