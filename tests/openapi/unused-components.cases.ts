import { describe, expect, test } from '@jest/globals';

import { checkFixtureFolder, readFixture } from './read-fixture';

describe('components that no operation refers to', () => {
  test('are read, without those that only have another name', () => {
    expect(Object.values(readFixture('unused-components').contracts)).toEqual([
      'GET /servers → 200 | openapi.yaml#/paths/~1servers/get/responses/200/content/application~1json/schema response openapi-3.1 | openapi.yaml#/paths/~1servers/get/responses/200/content/application~1json/example',
      'GET /servers → 404 | openapi.yaml#/components/responses/Missing/content/application~1json/schema response openapi-3.1 | openapi.yaml#/components/responses/Missing/content/application~1json/example',
      'unused POST {$request.body#/url} request | openapi.yaml#/components/callbacks/Done/{$request.body#~1url}/post/requestBody/content/application~1json/schema request openapi-3.1 | openapi.yaml#/components/callbacks/Done/{$request.body#~1url}/post/requestBody/content/application~1json/example',
      'unused GET Item → 200 | openapi.yaml#/components/pathItems/Item/get/responses/200/content/application~1json/schema response openapi-3.1 | openapi.yaml#/components/pathItems/Item/get/responses/200/content/application~1json/example',
      'unused response Broken | openapi.yaml#/components/responses/Broken/content/application~1json/schema response openapi-3.1 | openapi.yaml#/components/examples/Text/value',
      'unused response Broken application/xml | openapi.yaml#/components/responses/Broken/content/application~1xml/schema response openapi-3.1 | 1 not checked: XML',
      'unused response Broken header Retry-After | openapi.yaml#/components/headers/RetryAfter/schema response openapi-3.1 | openapi.yaml#/components/headers/RetryAfter/example',
      'unused request body Create | openapi.yaml#/components/requestBodies/Create/content/application~1json/schema request openapi-3.1 | openapi.yaml#/components/requestBodies/Create/content/application~1json/example',
      'unused parameter Limit | openapi.yaml#/components/parameters/Limit/schema request openapi-3.1 | openapi.yaml#/components/parameters/Limit/example',
      'unused parameter Other | openapi.yaml#/components/parameters/Other/schema request openapi-3.1',
      'unused header ETag | openapi.yaml#/components/headers/ETag/schema response openapi-3.1 | openapi.yaml#/components/headers/ETag/example',
      'unused media type Problem | openapi.yaml#/components/mediaTypes/Problem/schema either openapi-3.1 | openapi.yaml#/components/mediaTypes/Problem/example',
      'unused example File | no schema | file nothing.json',
    ]);
  });

  test('are checked', async () => {
    expect(await checkFixtureFolder('unused-components')).toEqual([
      'openapi.yaml:14:43-14:70 error schema-references-resolve: the reference "#/components/schemas/Hots" leads nowhere: did you mean "#/components/schemas/Host"?',
      'openapi.yaml:19:74-19:79 error sample-matches-schema: expected an integer, got "404": remove the quotes',
      'openapi.yaml:21:22-21:53 error openapi-readable: "#/components/responses/Nobody" leads nowhere: fix the reference',
      'openapi.yaml:34:20-34:21 error sample-matches-schema: required property "name" is missing',
      'openapi.yaml:34:22-34:24 warning read-only-in-request: property "id" is read-only: remove it from the request',
      'openapi.yaml:36:74-36:77 error sample-matches-schema: expected an integer, got "ten"',
      'openapi.yaml:37:54-37:81 error schema-references-resolve: the reference "#/components/schemas/None" leads nowhere: add that schema, or fix the reference',
      'openapi.yaml:39:55-39:59 error sample-matches-schema: expected an integer, got "soon"',
      'openapi.yaml:40:48-40:49 error sample-matches-schema: expected a string, got 5: put it in quotes',
      'openapi.yaml:42:51-42:53 error sample-matches-schema: expected an object, got an empty array',
      'openapi.yaml:47:93-47:95 error sample-matches-schema: expected an integer, got "no"',
      'openapi.yaml:53:104-53:106 error sample-matches-schema: expected an integer, got "no"',
      'openapi.yaml:55:20-55:21 error sample-matches-schema: expected an integer, got "a"',
      'openapi.yaml:56:28-56:40 error example-resolves: there is no example at "nothing.json": fix the path, or add the file',
      'openapi.yaml:57:20-57:49 error example-resolves: there is no example at "#/components/examples/Texts": did you mean "#/components/examples/Text"?',
    ]);
  });
});

describe('components of Swagger 2.0', () => {
  test('are read', () => {
    expect(Object.values(readFixture('unused-components-2.0').contracts)).toEqual([
      'GET /servers query parameter limit | openapi.yaml#/parameters/Limit request swagger-2.0 | openapi.yaml#/parameters/Limit/x-example',
      'GET /servers → 200 | openapi.yaml#/paths/~1servers/get/responses/200/schema response swagger-2.0 | openapi.yaml#/paths/~1servers/get/responses/200/examples/application~1json',
      'unused response Missing | openapi.yaml#/responses/Missing/schema response swagger-2.0 | openapi.yaml#/responses/Missing/examples/application~1json',
      'unused response Gone | openapi.yaml#/responses/Gone/schema response swagger-2.0 | openapi.yaml#/responses/Gone/examples/application~1json',
      'unused parameter Offset | openapi.yaml#/parameters/Offset request swagger-2.0 | openapi.yaml#/parameters/Offset/x-example',
      'unused parameter Body | openapi.yaml#/parameters/Body/schema request swagger-2.0 | openapi.yaml#/parameters/Body/x-example',
    ]);
  });

  test('are checked', async () => {
    expect(await checkFixtureFolder('unused-components-2.0')).toEqual([
      'openapi.yaml:12:80-12:84 error sample-matches-schema: expected an integer, got "five"',
      'openapi.yaml:13:70-13:72 error sample-matches-schema: expected an object, got an empty array',
      'openapi.yaml:17:21-17:41 error schema-references-resolve: the reference "#/definitions/Falt" leads nowhere: did you mean "#/definitions/Fault"? (openapi.yaml:18:35 not checked)',
      'openapi.yaml:22:43-22:48 error sample-matches-schema: expected an integer, got "410": remove the quotes',
      'openapi.yaml:25:41-25:61 error schema-references-resolve: the reference "#/definitions/Code" leads nowhere: add that schema, or fix the reference',
    ]);
  });
});
