import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';

describe('nullable-has-type', () => {
  test('accepts it next to a type, and where it is false', async () => {
    expect(await findingsOf('nullable-has-type/right')).toEqual([]);
  });

  test('reports it next to a reference and without a type', async () => {
    expect(linesOf(await findingsOf('nullable-has-type/wrong'))).toEqual([
      'openapi.yaml:15:62-15:70 warning /paths/~1servers~1{id}/get/responses/200/content/application~1json/schema/properties/host/nullable: "nullable" next to "$ref" is ignored, so null may be refused: write it in the schema that the "$ref" leads to',
      'openapi.yaml:16:27-16:35 warning /paths/~1servers~1{id}/get/responses/200/content/application~1json/schema/properties/zone/nullable: "nullable" has no effect without "type" next to it, so null may be refused: add the "type"',
    ]);
  });
});
