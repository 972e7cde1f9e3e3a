import { describe, expect, test } from '@jest/globals';

import { checkFixtureFolder, readFixture } from './read-fixture';

describe('Swagger 2.0', () => {
  test('is read', () => {
    expect(readFixture('swagger-2.0', 'swagger.yaml')).toEqual({
      version: '2.0',
      contracts: {
        'createVolume.query.limit':
          'POST /volumes query parameter limit | swagger.yaml#/paths/~1volumes/parameters/0 request swagger-2.0 | swagger.yaml#/paths/~1volumes/post/x-ms-examples/inline/parameters/limit',
        'putPicture.formData.file':
          'PUT /volumes/{id}/picture formData parameter file | swagger.yaml#/paths/~1volumes~1{id}~1picture/put/parameters/0 request swagger-2.0',
        'createVolume.request':
          'POST /volumes request | swagger.yaml#/parameters/volume/schema request swagger-2.0 | swagger.yaml#/paths/~1volumes/post/x-ms-examples/inline/parameters/volume | examples/create.json#/parameters/volume',
        'createVolume.201':
          'POST /volumes → 201 | swagger.yaml#/paths/~1volumes/post/responses/201/schema response swagger-2.0 | swagger.yaml#/paths/~1volumes/post/x-ms-examples/inline/responses/201/body | examples/create.json#/responses/201/body',
        'createVolume.404':
          'POST /volumes → 404 | swagger.yaml#/responses/Missing/schema response swagger-2.0 | swagger.yaml#/responses/Missing/examples/application~1json | examples/create.json#/responses/404/body | 1 not checked: XML',
        'GET /volumes/{id}/picture.200':
          'GET /volumes/{id}/picture → 200 | swagger.yaml#/paths/~1volumes~1{id}~1picture/get/responses/200/schema response swagger-2.0',
        'GET /volumes/{id}/picture.default':
          'GET /volumes/{id}/picture → default | swagger.yaml#/paths/~1volumes~1{id}~1picture/get/responses/default/schema response swagger-2.0 | swagger.yaml#/x-samples/fault',
      },
      problems: ['dangling swagger.yaml /paths/~1volumes/post/x-ms-examples/none/$ref'],
    });
  });

  test('is checked', async () => {
    expect(await checkFixtureFolder('swagger-2.0')).toEqual([
      'examples/create.json:3:45-3:49 error sample-matches-schema: expected an integer, got "10": remove the quotes',
      'swagger.yaml:15:33-15:37 error sample-matches-schema: expected an integer, got "gone"',
      'swagger.yaml:28:51-28:55 error sample-matches-schema: expected an integer, got "10GB"',
      'swagger.yaml:34:17-34:36 error example-resolves: there is no example at "examples/creat.json": did you mean "examples/create.json"?',
    ]);
  });
});

describe('OpenAPI 3.0', () => {
  test('is read', () => {
    expect(readFixture('openapi-3.0', 'openapi.json')).toEqual({
      version: '3.0.3',
      contracts: {
        'createServer.request':
          'POST /servers request | openapi.json#/components/requestBodies/Server/content/application~1json/schema request openapi-3.0 | openapi.json#/components/examples/small/value',
        'createServer.default':
          'POST /servers → default | openapi.json#/components/responses/Server/content/application~1json; charset=utf-8/schema response openapi-3.0 | openapi.json#/components/examples/small/value | openapi.json#/components/responses/Server/content/application~1json; charset=utf-8/examples/text/value',
        'createServer.default[application/vnd.servers+json]':
          'POST /servers → default application/vnd.servers+json | openapi.json#/components/responses/Server/content/application~1vnd.servers+json/schema response openapi-3.0 | openapi.json#/components/responses/Server/content/application~1vnd.servers+json/example',
        'createServer.response-header.default.x-rate-limit':
          'POST /servers → default header x-rate-limit | openapi.json#/components/responses/Server/headers/x-rate-limit/schema response openapi-3.0 | openapi.json#/components/responses/Server/headers/x-rate-limit/example',
        'getServer.path.id':
          'GET /servers/{id} path parameter id | openapi.json#/components/parameters/id/schema request openapi-3.0 | openapi.json#/components/parameters/id/examples/x-old/value',
        'getServer.header.x-trace':
          'GET /servers/{id} header parameter x-trace | openapi.json#/paths/~1servers~1{id}/get/parameters/0/schema request openapi-3.0 | openapi.json#/paths/~1servers~1{id}/get/parameters/0/example',
        'getServer.200':
          'GET /servers/{id} → 200 | openapi.json#/components/responses/Server/content/application~1json; charset=utf-8/schema response openapi-3.0 | openapi.json#/components/examples/small/value | openapi.json#/components/responses/Server/content/application~1json; charset=utf-8/examples/text/value',
        'getServer.200[application/vnd.servers+json]':
          'GET /servers/{id} → 200 application/vnd.servers+json | openapi.json#/components/responses/Server/content/application~1vnd.servers+json/schema response openapi-3.0 | openapi.json#/components/responses/Server/content/application~1vnd.servers+json/example',
        'getServer.response-header.200.x-rate-limit':
          'GET /servers/{id} → 200 header x-rate-limit | openapi.json#/components/responses/Server/headers/x-rate-limit/schema response openapi-3.0 | openapi.json#/components/responses/Server/headers/x-rate-limit/example',
        'getServer.4XX':
          'GET /servers/{id} → 4XX | openapi.json#/paths/~1servers~1{id}/get/responses/4XX/content/application~1problem+json/schema response openapi-3.0 | openapi.json#/paths/~1servers~1{id}/get/responses/4XX/content/application~1problem+json/example',
      },
      problems: [],
    });
  });

  test('is checked', async () => {
    expect(await checkFixtureFolder('openapi-3.0')).toEqual([
      'openapi.json:37:24-37:25 error sample-matches-schema: expected a string, got 5: put it in quotes',
      'openapi.json:65:28-65:31 error sample-matches-schema: expected a string, got 404: put it in quotes',
      'openapi.json:101:22-101:26 error sample-matches-schema: expected a uuid, got "17": write it like 9d1c3b5e-0f64-4b54-8a7f-2c1d0e9f8a7b',
      'openapi.json:128:24-128:30 error sample-matches-schema: expected an integer, got "many"',
      'openapi.json:147:26-147:43 error sample-matches-schema: expected an object, got "{\\"id\\": \\"a\\"}": remove the quotes',
      'openapi.json:167:17-167:18 error sample-matches-schema: expected a string, got 1: put it in quotes',
      'openapi.json:187:24-187:25 warning schema-example-matches: expected more than 0, got 0',
    ]);
  });
});

describe('OpenAPI 3.1 in several files', () => {
  test('is read', () => {
    expect(readFixture('openapi-3.1')).toEqual({
      version: '3.1.1',
      contracts: {
        'deleteNetwork.409':
          'DELETE /networks/{id} → 409 | paths/network.yaml#/get/responses/409/content/application~1json/schema response openapi-3.1 | paths/network.yaml#/get/responses/409/content/application~1json/example',
        'showNetwork.200':
          'GET /networks/{id} → 200 | paths/network.yaml#/get/responses/200/content/application~1json/schema response openapi-3.1 | paths/network.yaml#/get/responses/200/content/application~1json/example',
        'showNetwork.409':
          'GET /networks/{id} → 409 | paths/network.yaml#/get/responses/409/content/application~1json/schema response openapi-3.1 | paths/network.yaml#/get/responses/409/content/application~1json/example',
        'listPorts.200':
          'GET /networks/{id}/ports → 200 | openapi.yaml#/paths/~1networks~1{id}~1ports/get/responses/200/content/application~1json/schema response openapi-3.1 | openapi.yaml#/paths/~1networks~1{id}~1ports/get/responses/200/content/application~1json/examples/aliased/value | openapi.yaml#/paths/~1networks~1{id}~1ports/get/responses/200/content/application~1json/examples/merged/value',
        'webhook networkDeleted POST.request':
          'webhook networkDeleted POST request | openapi.yaml#/webhooks/networkDeleted/post/requestBody/content/application~1json/schema request openapi-3.1 | openapi.yaml#/webhooks/networkDeleted/post/requestBody/content/application~1json/example',
      },
      problems: [],
    });
  });

  test('is checked', async () => {
    expect(await checkFixtureFolder('openapi-3.1')).toEqual([
      'models/mtu.json:1:56-1:57 warning schema-example-matches: expected more than 0, got 0',
      'openapi.yaml:27:35-27:42 error sample-matches-schema: expected an integer, got "big" (openapi.yaml:8:8 written at the anchor `&sample`)',
      'openapi.yaml:28:53-28:54 error sample-matches-schema: expected a string, got 5: put it in quotes',
      'openapi.yaml:36:22-36:23 error sample-matches-schema: required property "id" is missing',
      'openapi.yaml:43:48-43:52 warning schema-example-matches: expected an integer, got "tall"',
      'openapi.yaml:43:71-43:77 warning schema-example-matches: expected an integer, got "9000": remove the quotes',
      'paths/network.yaml:15:20-15:39 error sample-matches-schema: expected null, got an object',
    ]);
  });
});

describe('x-webhooks, an extension', () => {
  test('are the webhooks of OpenAPI 3.0', async () => {
    const { contracts, problems } = readFixture('x-webhooks');
    expect({ names: Object.keys(contracts), problems }).toEqual({
      names: ['buildDone.header.X-Delivery', 'buildDone.request', 'webhook buildLost PUT.request'],
      problems: [],
    });
    expect(await checkFixtureFolder('x-webhooks')).toEqual([
      'openapi.yaml:9:79-9:82 error sample-matches-schema: expected an integer, got "one"',
      'openapi.yaml:21:123-21:126 error sample-matches-schema: expected an integer, got "7": remove the quotes',
    ]);
  });

  test('mean nothing in OpenAPI 3.1, which has webhooks of its own', () => {
    expect(readFixture('x-webhooks', 'openapi-3.1.yaml').contracts).toEqual({});
  });
});

describe('OpenAPI 3.2', () => {
  test('is read', () => {
    expect(readFixture('openapi-3.2')).toEqual({
      version: '3.2.0',
      contracts: {
        'findImages.querystring.criteria':
          'QUERY /images querystring parameter criteria | openapi.yaml#/paths/~1images/query/parameters/0/content/application~1x-www-form-urlencoded/schema request openapi-3.1 | openapi.yaml#/paths/~1images/query/parameters/0/content/application~1x-www-form-urlencoded/examples/wrong/dataValue | 1 not checked: form',
        'findImages.200':
          'QUERY /images → 200 | openapi.yaml#/components/mediaTypes/Images/schema response openapi-3.1 | openapi.yaml#/components/mediaTypes/Images/example',
        'findImages.200[application/jsonl]':
          'QUERY /images → 200 application/jsonl | openapi.yaml#/paths/~1images/query/responses/200/content/application~1jsonl/itemSchema response openapi-3.1 | openapi.yaml#/paths/~1images/query/responses/200/content/application~1jsonl/examples/values/dataValue/0 | openapi.yaml#/paths/~1images/query/responses/200/content/application~1jsonl/examples/values/dataValue/1 | openapi.yaml#/paths/~1images/query/responses/200/content/application~1jsonl/examples/lines/serializedValue as { "kind": "raw", "size": 2 } | openapi.yaml#/paths/~1images/query/responses/200/content/application~1jsonl/examples/lines/serializedValue as { "kind": "raw", "size": "3" }',
        'findImages.200[text/event-stream]':
          'QUERY /images → 200 text/event-stream | openapi.yaml#/paths/~1images/query/responses/200/content/text~1event-stream/itemSchema response openapi-3.1 | openapi.yaml#/paths/~1images/query/responses/200/content/text~1event-stream/examples/values/dataValue/0 | openapi.yaml#/paths/~1images/query/responses/200/content/text~1event-stream/examples/values/dataValue/1 | openapi.yaml#/paths/~1images/query/responses/200/content/text~1event-stream/examples/text/serializedValue as {"data":"one"}',
        'copyImage.request':
          'COPY /images request | openapi.yaml#/paths/~1images/additionalOperations/COPY/requestBody/content/application~1json/schema request openapi-3.1 | openapi.yaml#/paths/~1images/additionalOperations/COPY/requestBody/content/application~1json/examples/data/dataValue | openapi.yaml#/paths/~1images/additionalOperations/COPY/requestBody/content/application~1json/examples/text/serializedValue as {"from":2}',
      },
      problems: [
        'wrong-form openapi.yaml /paths/~1images/additionalOperations/COPY/requestBody/content/application~1json/examples/broken/serializedValue',
      ],
    });
  });

  test('is checked', async () => {
    expect(await checkFixtureFolder('openapi-3.2')).toEqual([
      'openapi.yaml:15:46-15:50 error sample-matches-schema: expected an integer, got "many"',
      'openapi.yaml:25:63-25:64 error sample-matches-schema: required property "size" is missing',
      'openapi.yaml:26:43-26:121 error sample-matches-schema: expected an integer, got "3": remove the quotes',
      'openapi.yaml:30:54-30:55 error sample-matches-schema: required property "data" is missing',
      'openapi.yaml:40:44-40:45 error sample-matches-schema: expected a string, got 1: put it in quotes',
      'openapi.yaml:41:42-41:54 error sample-matches-schema: expected a string, got 2: put it in quotes',
      'openapi.yaml:42:44-42:54 error openapi-readable: expected JSON, got "{\\"from\\":"',
      'openapi.yaml:49:69-49:70 error sample-matches-schema: required property "size" is missing',
      'openapi.yaml:49:84-49:85 error sample-matches-schema: required property "parts" is missing',
    ]);
  });
});
