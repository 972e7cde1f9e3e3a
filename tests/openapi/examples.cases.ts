import { describe, expect, test } from '@jest/globals';

import { checkFixtureFolder, readFixture } from './read-fixture';

describe('examples in files', () => {
  test('is read', () => {
    expect(readFixture('external', 'api/openapi.yaml')).toEqual({
      version: '3.0.3',
      contracts: {
        'listKeys.200':
          'GET /keys → 200 | api/openapi.yaml#/paths/~1keys/get/responses/200/content/application~1json/schema response openapi-3.0 | file examples/keys.json | file examples/all keys.yaml#/lists/long | file examples/all keys.yaml#/lists/longer | file examples/broken.json | file examples/key.json | file nothing/at/all.json | file examples | file ../../../../../../../../../etc/keys.json',
        'listKeys.200[application/xml]':
          'GET /keys → 200 application/xml | api/openapi.yaml#/paths/~1keys/get/responses/200/content/application~1xml/schema response openapi-3.0 | 2 not checked: XML | file examples/keys.xml | file examples/kees.xml',
      },
      problems: [
        'remote api/openapi.yaml /paths/~1keys/get/responses/200/content/application~1json/examples/remote/externalValue',
        'wrong-form api/openapi.yaml /paths/~1keys/get/responses/200/content/application~1json/examples/number/externalValue',
      ],
    });
  });

  test('is checked', async () => {
    expect(await checkFixtureFolder('external')).toEqual([
      'api/openapi.yaml:16:42-16:85 error example-resolves: there is no example at "../examples/all%20keys.yaml#/lists/longer": did you mean "../examples/all%20keys.yaml#/lists/long"?',
      'api/openapi.yaml:18:44-18:64 error example-resolves: there is no example at "../examples/key.json": did you mean "../examples/keys.json"?',
      'api/openapi.yaml:19:43-19:65 error example-resolves: there is no example at "../nothing/at/all.json": fix the path, or add the file',
      'api/openapi.yaml:20:42-20:53 error example-resolves: "../examples" is a folder: name a file in it',
      'api/openapi.yaml:21:43-21:86 error example-resolves: "../../../../../../../../../../etc/keys.json" is outside the folders that may be read: move it next to the document',
      'api/openapi.yaml:23:42-23:43 error openapi-readable: expected the path of a file, got 5',
      'api/openapi.yaml:28:40-28:60 error example-resolves: there is no example at "../examples/kees.xml": did you mean "../examples/keys.xml"?',
      'examples/all keys.yaml:4:7-4:8 error sample-matches-schema: required property "id" is missing',
      'examples/broken.json:2:1-2:1 error json-well-formed: the array that starts on line 1 is not closed: expected `]`, got the end of the text',
      'examples/keys.json:1:25-1:26 error sample-matches-schema: expected a string, got 5: put it in quotes',
    ]);
  });
});

describe('examples of parameters and headers', () => {
  test('is read', () => {
    expect(readFixture('parameters')).toEqual({
      version: '3.0.3',
      contracts: {
        'search.path.ids':
          'GET /search/{ids} path parameter ids | openapi.yaml#/paths/~1search~1{ids}/get/parameters/0/schema request openapi-3.0 | openapi.yaml#/paths/~1search~1{ids}/get/parameters/0/example as [1,"x",3]',
        'search.header.X-Ids':
          'GET /search/{ids} header parameter X-Ids | openapi.yaml#/paths/~1search~1{ids}/get/parameters/1/schema request openapi-3.0 | openapi.yaml#/paths/~1search~1{ids}/get/parameters/1/example as [1,2]',
        'search.query.exploded':
          'GET /search/{ids} query parameter exploded | openapi.yaml#/paths/~1search~1{ids}/get/parameters/2/schema request openapi-3.0 | 1 not checked: text in a style',
        'search.query.one':
          'GET /search/{ids} query parameter one | openapi.yaml#/paths/~1search~1{ids}/get/parameters/3/schema request openapi-3.0 | openapi.yaml#/paths/~1search~1{ids}/get/parameters/3/example as ["two"]',
        'search.query.form':
          'GET /search/{ids} query parameter form | openapi.yaml#/paths/~1search~1{ids}/get/parameters/4/schema request openapi-3.0 | openapi.yaml#/paths/~1search~1{ids}/get/parameters/4/example as [1,"two"]',
        'search.query.space':
          'GET /search/{ids} query parameter space | openapi.yaml#/paths/~1search~1{ids}/get/parameters/5/schema request openapi-3.0 | openapi.yaml#/paths/~1search~1{ids}/get/parameters/5/example as ["a","bbbb"]',
        'search.query.pipe':
          'GET /search/{ids} query parameter pipe | openapi.yaml#/paths/~1search~1{ids}/get/parameters/6/schema request openapi-3.0 | openapi.yaml#/paths/~1search~1{ids}/get/parameters/6/example as ["a","b"]',
        'search.query.encoded':
          'GET /search/{ids} query parameter encoded | openapi.yaml#/paths/~1search~1{ids}/get/parameters/7/schema request openapi-3.0 | openapi.yaml#/paths/~1search~1{ids}/get/parameters/7/example as ["a,b"]',
        'search.query.values':
          'GET /search/{ids} query parameter values | openapi.yaml#/paths/~1search~1{ids}/get/parameters/8/schema request openapi-3.0 | openapi.yaml#/paths/~1search~1{ids}/get/parameters/8/example',
        'search.query.json':
          'GET /search/{ids} query parameter json | openapi.yaml#/paths/~1search~1{ids}/get/parameters/9/schema request openapi-3.0 | openapi.yaml#/paths/~1search~1{ids}/get/parameters/9/example',
        'search.query.filter':
          'GET /search/{ids} query parameter filter | openapi.yaml#/paths/~1search~1{ids}/get/parameters/10/schema request openapi-3.0 | 1 not checked: text in a style',
        'search.query.either':
          'GET /search/{ids} query parameter either | openapi.yaml#/paths/~1search~1{ids}/get/parameters/11/schema request openapi-3.0 | openapi.yaml#/paths/~1search~1{ids}/get/parameters/11/example',
        'search.query.limit':
          'GET /search/{ids} query parameter limit | openapi.yaml#/paths/~1search~1{ids}/get/parameters/12/schema request openapi-3.0 | openapi.yaml#/paths/~1search~1{ids}/get/parameters/12/examples/ten/value | openapi.yaml#/paths/~1search~1{ids}/get/parameters/12/examples/text/value',
        'search.query.where':
          'GET /search/{ids} query parameter where | openapi.yaml#/paths/~1search~1{ids}/get/parameters/13/content/application~1json/schema request openapi-3.0 | openapi.yaml#/paths/~1search~1{ids}/get/parameters/13/content/application~1json/example',
        'search.cookie.session':
          'GET /search/{ids} cookie parameter session | openapi.yaml#/paths/~1search~1{ids}/get/parameters/15/schema request openapi-3.0 | openapi.yaml#/paths/~1search~1{ids}/get/parameters/15/example',
        'search.response-header.204.x-flags':
          'GET /search/{ids} → 204 header x-flags | openapi.yaml#/paths/~1search~1{ids}/get/responses/204/headers/x-flags/schema response openapi-3.0 | openapi.yaml#/paths/~1search~1{ids}/get/responses/204/headers/x-flags/example as [true,"no"]',
      },
      problems: [],
    });
  });

  test('is checked', async () => {
    expect(await checkFixtureFolder('parameters')).toEqual([
      'openapi.yaml:8:89-8:96 error sample-matches-schema: expected an integer, got "x"',
      'openapi.yaml:11:90-11:93 error sample-matches-schema: expected an integer, got "two"',
      'openapi.yaml:12:107-12:114 error sample-matches-schema: expected an integer, got "two"',
      'openapi.yaml:13:133-13:141 error sample-matches-schema: expected at most 3 characters, got 4 in "bbbb"',
      'openapi.yaml:16:97-16:100 error sample-matches-schema: expected an integer, got "two"',
      'openapi.yaml:17:91-17:99 error sample-matches-schema: expected an array, got "[1, 2]": remove the quotes',
      'openapi.yaml:19:117-19:122 error sample-matches-schema: expected at most 2 characters, got 3 in "a,b"',
      'openapi.yaml:20:111-20:115 error sample-matches-schema: expected an integer, got "10": remove the quotes',
      'openapi.yaml:23:92-23:93 error sample-matches-schema: required property "a" is missing',
      'openapi.yaml:25:76-25:81 error sample-matches-schema: expected a boolean, got "maybe"',
      'openapi.yaml:31:84-31:93 error sample-matches-schema: expected a boolean, got "no"',
    ]);
  });
});

describe('media types', () => {
  test('is read', () => {
    expect(readFixture('media-types')).toEqual({
      version: '3.0.3',
      contracts: {
        'upload.request[application/x-www-form-urlencoded]':
          'POST /uploads request application/x-www-form-urlencoded | openapi.yaml#/paths/~1uploads/post/requestBody/content/application~1x-www-form-urlencoded/schema request openapi-3.0 | openapi.yaml#/paths/~1uploads/post/requestBody/content/application~1x-www-form-urlencoded/example',
        'upload.request[multipart/form-data]':
          'POST /uploads request multipart/form-data | openapi.yaml#/paths/~1uploads/post/requestBody/content/multipart~1form-data/schema request openapi-3.0 | openapi.yaml#/paths/~1uploads/post/requestBody/content/multipart~1form-data/example',
        'upload.request[multipart/mixed]':
          'POST /uploads request multipart/mixed | openapi.yaml#/paths/~1uploads/post/requestBody/content/multipart~1mixed/schema request openapi-3.0 | 1 not checked: form',
        'upload.request':
          'POST /uploads request | openapi.yaml#/paths/~1uploads/post/requestBody/content/Application~1JSON;version=2/schema request openapi-3.0 | openapi.yaml#/paths/~1uploads/post/requestBody/content/Application~1JSON;version=2/example',
        'upload.request[application/xml]':
          'POST /uploads request application/xml | openapi.yaml#/paths/~1uploads/post/requestBody/content/application~1xml/schema request openapi-3.0 | 1 not checked: XML',
        'upload.request[text/plain]':
          'POST /uploads request text/plain | openapi.yaml#/paths/~1uploads/post/requestBody/content/text~1plain/schema request openapi-3.0 | 1 not checked: text',
        'upload.request[application/octet-stream]':
          'POST /uploads request application/octet-stream | openapi.yaml#/paths/~1uploads/post/requestBody/content/application~1octet-stream/schema request openapi-3.0 | 1 not checked: binary',
        'upload.request[*/*]':
          'POST /uploads request */* | openapi.yaml#/paths/~1uploads/post/requestBody/content/*~1*/schema request openapi-3.0 | openapi.yaml#/paths/~1uploads/post/requestBody/content/*~1*/examples/object/value | 1 not checked: text',
        'upload.request[application/x-ndjson]':
          'POST /uploads request application/x-ndjson | openapi.yaml#/paths/~1uploads/post/requestBody/content/application~1x-ndjson/schema request openapi-3.0 | 1 not checked: text',
        'upload.request[application/json]':
          'POST /uploads request application/json | no schema | openapi.yaml#/paths/~1uploads/post/requestBody/content/application~1json/example',
      },
      problems: ['no-schema openapi.yaml /paths/~1uploads/post/requestBody/content/application~1json'],
    });
  });

  test('is checked', async () => {
    expect(await checkFixtureFolder('media-types')).toEqual([
      'openapi.yaml:9:112-9:113 error sample-matches-schema: expected a string, got 5: put it in quotes',
      'openapi.yaml:10:98-10:99 error sample-matches-schema: expected a string, got 6: put it in quotes',
      'openapi.yaml:15:105-15:106 error sample-matches-schema: expected a string, got 8: put it in quotes',
      'openapi.yaml:19:129-19:130 error sample-matches-schema: expected a string, got 9: put it in quotes',
      'openapi.yaml:21:29-21:30 warning example-has-schema: POST /uploads request application/json has an example but no "schema", so the example is not checked: add one',
    ]);
  });
});
