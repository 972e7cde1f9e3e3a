import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';

describe('example-resolves', () => {
  test('accepts references, files, parts of files, and what is remote', async () => {
    expect(await findingsOf('example-resolves/right')).toEqual([]);
  });

  test('reports missing examples and files, and examples with two values', async () => {
    expect(linesOf(await findingsOf('example-resolves/wrong'))).toEqual([
      'openapi.yaml:14:30-14:61 error /paths/~1servers~1{id}/get/responses/200/content/application~1json/examples/one/$ref: there is no example at "#/components/examples/servers": did you mean "#/components/examples/server"?',
      'openapi.yaml:15:40-15:59 error /paths/~1servers~1{id}/get/responses/200/content/application~1json/examples/file/externalValue: there is no example at "examples/servr.json": did you mean "examples/server.json"?',
      'openapi.yaml:16:40-16:69 error /paths/~1servers~1{id}/get/responses/200/content/application~1json/examples/part/externalValue: there is no example at "examples/server.json#/first": fix the path, or add the file',
      'openapi.yaml:17:43-17:56 error /paths/~1servers~1{id}/get/responses/200/content/application~1json/examples/two/externalValue: an example has one value, and this one has "value" and "externalValue": remove all but one',
    ]);
  });
});
