import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';
import { findingsInForms } from './forms';

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

const document = (version: string, examples: string, rest = '') => ({
  'openapi.yaml': `${version}\ninfo: { title: a, version: '1' }\npaths: { /a: { get: { responses: { '200': { description: ok, content: { application/json: { schema: {}, examples: ${examples} } } } } } } }\n${rest}`,
});
const inForms = (examples: string, rest = '', files = {}) =>
  findingsInForms('example-resolves', {
    '3.0': { ...document('openapi: 3.0.3', examples, rest), ...files },
    '3.1': { ...document('openapi: 3.1.0', examples, rest), ...files },
    '3.2': { ...document('openapi: 3.2.0', examples, rest), ...files },
  });

describe('example-resolves, in other places', () => {
  test('a reference to a component, nearly its name', async () => {
    expect(
      await inForms(
        "{ b: { $ref: '#/components/examples/Serer' } }",
        'components: { examples: { Server: { value: 5 } } }',
      ),
    ).toEqual([
      '3.0: openapi.yaml \'#/components/examples/Serer\' error there is no example at "#/components/examples/Serer": did you mean "#/components/examples/Server"?',
      '3.1: openapi.yaml \'#/components/examples/Serer\' error there is no example at "#/components/examples/Serer": did you mean "#/components/examples/Server"?',
      '3.2: openapi.yaml \'#/components/examples/Serer\' error there is no example at "#/components/examples/Serer": did you mean "#/components/examples/Server"?',
    ]);
  });

  test('a reference through another one', async () => {
    expect(
      await inForms(
        "{ b: { $ref: '#/components/examples/One' } }",
        "components: { examples: { One: { $ref: '#/components/examples/Two' } } }",
      ),
    ).toEqual([
      '3.0: openapi.yaml \'#/components/examples/Two\' error there is no example at "#/components/examples/Two": fix the reference, or add the example',
      '3.1: openapi.yaml \'#/components/examples/Two\' error there is no example at "#/components/examples/Two": fix the reference, or add the example',
      '3.2: openapi.yaml \'#/components/examples/Two\' error there is no example at "#/components/examples/Two": fix the reference, or add the example',
    ]);
  });

  test('a reference into another file', async () => {
    const files = { 'more.yaml': 'examples: { Good: { value: 5 } }' };
    expect(
      await inForms(
        "{ b: { $ref: 'more.yaml#/examples/Good' }, c: { $ref: 'more.yaml#/examples/Bad' }, d: { $ref: 'moer.yaml#/examples/Good' } }",
        '',
        files,
      ),
    ).toEqual([
      '3.0: openapi.yaml \'more.yaml#/examples/Bad\' error there is no example at "more.yaml#/examples/Bad": fix the reference, or add the example',
      '3.0: openapi.yaml \'moer.yaml#/examples/Good\' error there is no example at "moer.yaml#/examples/Good": did you mean "more.yaml#/examples/Good"?',
      '3.1: openapi.yaml \'more.yaml#/examples/Bad\' error there is no example at "more.yaml#/examples/Bad": fix the reference, or add the example',
      '3.1: openapi.yaml \'moer.yaml#/examples/Good\' error there is no example at "moer.yaml#/examples/Good": did you mean "more.yaml#/examples/Good"?',
      '3.2: openapi.yaml \'more.yaml#/examples/Bad\' error there is no example at "more.yaml#/examples/Bad": fix the reference, or add the example',
      '3.2: openapi.yaml \'moer.yaml#/examples/Good\' error there is no example at "moer.yaml#/examples/Good": did you mean "more.yaml#/examples/Good"?',
    ]);
  });

  test('a file in a folder, with spaces, and beside others', async () => {
    const files = { 'examples/one server.json': '5' };
    expect(
      await inForms(
        '{ b: { externalValue: examples/one%20server.json }, c: { externalValue: ./examples/one%20sever.json }, d: { externalValue: one.json } }',
        '',
        files,
      ),
    ).toEqual([
      '3.0: openapi.yaml ./examples/one%20sever.json error there is no example at "./examples/one%20sever.json": did you mean "./examples/one server.json"?',
      '3.0: openapi.yaml one.json error there is no example at "one.json": fix the path, or add the file',
      '3.1: openapi.yaml ./examples/one%20sever.json error there is no example at "./examples/one%20sever.json": did you mean "./examples/one server.json"?',
      '3.1: openapi.yaml one.json error there is no example at "one.json": fix the path, or add the file',
      '3.2: openapi.yaml ./examples/one%20sever.json error there is no example at "./examples/one%20sever.json": did you mean "./examples/one server.json"?',
      '3.2: openapi.yaml one.json error there is no example at "one.json": fix the path, or add the file',
    ]);
  });

  test('a part of a file', async () => {
    const files = { 'all.json': '{"servers": [1]}' };
    expect(
      await inForms(
        '{ b: { externalValue: "all.json#/servers/0" }, c: { externalValue: "all.json#/server/0" }, d: { externalValue: "al.json#/servers/0" } }',
        '',
        files,
      ),
    ).toEqual([
      '3.0: openapi.yaml "all.json#/server/0" error there is no example at "all.json#/server/0": did you mean "all.json#/servers/0"?',
      '3.0: openapi.yaml "al.json#/servers/0" error there is no example at "al.json#/servers/0": did you mean "all.json#/servers/0"?',
      '3.1: openapi.yaml "all.json#/server/0" error there is no example at "all.json#/server/0": did you mean "all.json#/servers/0"?',
      '3.1: openapi.yaml "al.json#/servers/0" error there is no example at "al.json#/servers/0": did you mean "all.json#/servers/0"?',
      '3.2: openapi.yaml "all.json#/server/0" error there is no example at "all.json#/server/0": did you mean "all.json#/servers/0"?',
      '3.2: openapi.yaml "al.json#/servers/0" error there is no example at "al.json#/servers/0": did you mean "all.json#/servers/0"?',
    ]);
  });

  test('a value and a file, in both orders, and neither', async () => {
    const files = { 'one.json': '5' };
    expect(
      await inForms(
        '{ b: { value: 5, externalValue: one.json }, c: { externalValue: one.json, value: 5 }, d: { summary: nothing }, e: { id: 5 } }',
        '',
        files,
      ),
    ).toEqual([
      '3.0: openapi.yaml externalValue error an example has one value, and this one has "value" and "externalValue": remove all but one',
      '3.0: openapi.yaml value error an example has one value, and this one has "externalValue" and "value": remove all but one',
      '3.0: openapi.yaml { error an example must have a "value", and this one has other properties: move them below "value"',
      '3.1: openapi.yaml externalValue error an example has one value, and this one has "value" and "externalValue": remove all but one',
      '3.1: openapi.yaml value error an example has one value, and this one has "externalValue" and "value": remove all but one',
      '3.1: openapi.yaml { error an example must have a "value", and this one has other properties: move them below "value"',
      '3.2: openapi.yaml externalValue error an example has one value, and this one has "value" and "externalValue": remove all but one',
      '3.2: openapi.yaml value error an example has one value, and this one has "externalValue" and "value": remove all but one',
      '3.2: openapi.yaml { error an example must have a "value", and this one has other properties: move them below "value"',
    ]);
  });

  test('an alias of YAML is what it stands for', async () => {
    const alias = 'x-missing: &missing { externalValue: missing.json }\n';
    const files = document(`${alias}openapi: 3.0.3`, '{ b: *missing }');
    expect(await findingsInForms('example-resolves', { alias: files })).toEqual([
      'alias: openapi.yaml *missing error there is no example at "missing.json": fix the path, or add the file',
    ]);
  });

  test('the data and the text of one value belong together since 3.2', async () => {
    expect(
      await findingsInForms('example-resolves', {
        '3.2': document(
          'openapi: 3.2.0',
          "{ b: { dataValue: 5, serializedValue: '5' }, c: { value: 5, dataValue: 5 } }",
        ),
      }),
    ).toEqual([
      '3.2: openapi.yaml dataValue error an example has one value, and this one has "value" and "dataValue": remove all but one',
    ]);
  });

  test('files of x-ms-examples', async () => {
    const swagger = `swagger: '2.0'\ninfo: { title: a, version: '1' }\npaths: { /a: { get: { x-ms-examples: { b: { $ref: ./b.json } }, responses: { '200': { description: ok, schema: {} } } } } }\n`;
    expect(await findingsInForms('example-resolves', { '2.0': { 'openapi.yaml': swagger } })).toEqual([
      '2.0: openapi.yaml ./b.json error there is no example at "./b.json": fix the reference, or add the example',
    ]);
  });
});
