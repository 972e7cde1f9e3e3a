import { describe, expect, test } from '@jest/globals';

import { checkFixtureFolder, readFixture } from './read-fixture';

describe('parameters and headers of Swagger 2.0, which are their own schemas', () => {
  test('are read', () => {
    expect(Object.values(readFixture('swagger-parameters').contracts)).toEqual([
      'PUT /servers/{id} path parameter id | openapi.yaml#/paths/~1servers~1{id}/parameters/0 request swagger-2.0 | openapi.yaml#/paths/~1servers~1{id}/parameters/0/x-example',
      'PUT /servers/{id} query parameter limit | openapi.yaml#/paths/~1servers~1{id}/put/parameters/0 request swagger-2.0',
      'PUT /servers/{id} query parameter sort | openapi.yaml#/paths/~1servers~1{id}/put/parameters/1 request swagger-2.0 | openapi.yaml#/paths/~1servers~1{id}/put/parameters/1/x-example',
      'PUT /servers/{id} query parameter ids | openapi.yaml#/paths/~1servers~1{id}/put/parameters/2 request swagger-2.0 | openapi.yaml#/paths/~1servers~1{id}/put/parameters/2/x-example as [1,"x"]',
      'PUT /servers/{id} query parameter piped | openapi.yaml#/paths/~1servers~1{id}/put/parameters/3 request swagger-2.0 | openapi.yaml#/paths/~1servers~1{id}/put/parameters/3/x-example as ["a","c"]',
      'PUT /servers/{id} query parameter spaced | openapi.yaml#/paths/~1servers~1{id}/put/parameters/4 request swagger-2.0 | openapi.yaml#/paths/~1servers~1{id}/put/parameters/4/x-example as [true,"no"]',
      'PUT /servers/{id} query parameter tabbed | openapi.yaml#/paths/~1servers~1{id}/put/parameters/5 request swagger-2.0 | openapi.yaml#/paths/~1servers~1{id}/put/parameters/5/x-example as [1,2]',
      'PUT /servers/{id} query parameter multi | openapi.yaml#/paths/~1servers~1{id}/put/parameters/6 request swagger-2.0 | 1 not checked: text in a style',
      'PUT /servers/{id} query parameter values | openapi.yaml#/paths/~1servers~1{id}/put/parameters/7 request swagger-2.0 | openapi.yaml#/paths/~1servers~1{id}/put/parameters/7/x-example',
      'PUT /servers/{id} header parameter X-Trace | openapi.yaml#/paths/~1servers~1{id}/put/parameters/8 request swagger-2.0 | openapi.yaml#/paths/~1servers~1{id}/put/parameters/8/x-example',
      'PUT /servers/{id} formData parameter file | openapi.yaml#/paths/~1servers~1{id}/put/parameters/9 request swagger-2.0',
      'PUT /servers/{id} formData parameter size | openapi.yaml#/paths/~1servers~1{id}/put/parameters/10 request swagger-2.0 | openapi.yaml#/paths/~1servers~1{id}/put/parameters/10/x-example',
      'PUT /servers/{id} → 200 | openapi.yaml#/paths/~1servers~1{id}/put/responses/200/schema response swagger-2.0 | openapi.yaml#/paths/~1servers~1{id}/put/responses/200/examples/application~1json',
      'PUT /servers/{id} → 200 header X-Limit | openapi.yaml#/paths/~1servers~1{id}/put/responses/200/headers/X-Limit response swagger-2.0 | openapi.yaml#/paths/~1servers~1{id}/put/responses/200/headers/X-Limit/x-example',
    ]);
  });

  test('are checked, with their defaults', async () => {
    expect(await checkFixtureFolder('swagger-parameters')).toEqual([
      'openapi.yaml:6:86-6:87 error sample-matches-schema: expected at least 3 characters, got 1 in "a"',
      'openapi.yaml:10:61-10:64 warning schema-example-matches: expected an integer, got "ten"',
      'openapi.yaml:11:81-11:85 error sample-matches-schema: expected one of "name", "zone", got "size"',
      'openapi.yaml:12:85-12:90 error sample-matches-schema: expected an integer, got "x"',
      'openapi.yaml:13:125-13:128 error sample-matches-schema: expected one of "a", "b", got "c"',
      'openapi.yaml:14:111-14:118 error sample-matches-schema: expected a boolean, got "no"',
      'openapi.yaml:17:84-17:87 warning schema-example-matches: expected an integer, got "one"',
      'openapi.yaml:17:106-17:109 error sample-matches-schema: expected an integer, got "two"',
      'openapi.yaml:18:79-18:83 error sample-matches-schema: expected a uuid, got "none": write it like 9d1c3b5e-0f64-4b54-8a7f-2c1d0e9f8a7b',
      'openapi.yaml:20:100-20:101 error sample-matches-schema: expected more than 0, got 0',
      'openapi.yaml:26:50-26:54 error sample-matches-schema: expected an integer, got "many"',
      'openapi.yaml:26:65-26:68 warning schema-example-matches: expected an integer, got "few"',
      'openapi.yaml:28:41-28:42 error sample-matches-schema: required property "name" is missing',
    ]);
  });
});
