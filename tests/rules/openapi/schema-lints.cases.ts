import { describe, expect, test } from '@jest/globals';

import { checkOpenApi, withResponse } from './check-open-api';

describe('rules about schemas in OpenAPI documents', () => {
  test('ignore how schemas are written', async () => {
    const schema = `{ type: object, required: [id, id, host], maxLength: 5, summary: x, properties: { id: { type: string, format: urn, default: a }, zone: { enum: [1, a], type: string }, any: {}, ip: { anyOf: [{ type: string }, { type: string, maxLength: 3 }] } }, additionalProperties: true }`;
    expect(await checkOpenApi(withResponse(schema, '{ id: a, host: b }', { version: '3.1.0' }))).toEqual([]);
    expect(await checkOpenApi(withResponse('{}', '5'))).toEqual([]);
    expect(await checkOpenApi(withResponse('{ type: integer, format: uint128 }', '5'))).toEqual([]);
  });

  test('report keywords that are ignored although they are meant to assert something', async () => {
    const schema =
      '{ type: object, properties: { a: { type: string, nullable: true }, b: { type: array, min_items: 1 }, c: { type: string, format: datetime } } }';
    expect(await checkOpenApi(withResponse(schema, '{}', { version: '3.1.0' }))).toEqual([
      '| openapi.yaml 12:72-12:80 warning schema-keywords-known /paths/~1servers/get/responses/200/content/application~1json/schema/properties/a/nullable "nullable" is not a keyword of OpenAPI 3.1, so it is ignored: add "null" to the type',
      '| openapi.yaml 12:108-12:117 error schema-keywords-known /paths/~1servers/get/responses/200/content/application~1json/schema/properties/b/min_items "min_items" is not a keyword of OpenAPI 3.1, so it is ignored: did you mean "minItems"?',
      '| openapi.yaml 12:151-12:159 warning schema-formats-known /paths/~1servers/get/responses/200/content/application~1json/schema/properties/c/format unknown format "datetime", so it is ignored: did you mean "date-time"?',
    ]);
  });

  test('report what leaves examples unchecked', async () => {
    const dangling = '{ type: object, properties: { a: { $ref: "#/components/schemas/Sever" } } }';
    const components = '{ schemas: { Server: { type: object } } }';
    expect(await checkOpenApi(withResponse(dangling, '{}', { components }))).toEqual([
      '| openapi.yaml 12:64-12:92 error schema-references-resolve /paths/~1servers/get/responses/200/content/application~1json/schema/properties/a/$ref the reference "#/components/schemas/Sever" leads nowhere: did you mean "#/components/schemas/Server"? {sample-judged} (openapi.yaml 13:24 not checked)',
    ]);
    const mistyped = '{ type: object, properties: { a: { type: strin } } }';
    expect(await checkOpenApi(withResponse(mistyped, '{}'))).toEqual([
      '| openapi.yaml 12:64-12:69 error schema-is-valid /paths/~1servers/get/responses/200/content/application~1json/schema/properties/a/type expected one of "array", "boolean", "integer", "null", "number", "object", "string" as "type", got "strin": did you mean "string"? {sample-judged} (openapi.yaml 13:24 not checked)',
    ]);
  });

  test('report what OpenAPI 3.0 does not read as it is meant, and check examples', async () => {
    const schema = `{ type: object, properties: { a: { type: [string, 'null'] }, b: { type: [string, integer] }, c: { type: [string] }, d: { type: string, nullable: 'true' }, e: { type: string, nullable: false } } }`;
    const at = '/paths/~1servers/get/responses/200/content/application~1json/schema/properties';
    const example = '{ a: null, b: true, d: null }';
    const inExample = '#/paths/~1servers/get/responses/200/content/application~1json/example';
    expect(await checkOpenApi(withResponse(schema, example))).toEqual([
      `| openapi.yaml 12:64-12:80 warning schema-is-valid ${at}/a/type expected a single type as "type", got an array: write "type": "string" and "nullable": true, or convert the document to OpenAPI 3.1`,
      `| openapi.yaml 12:95-12:112 warning schema-is-valid ${at}/b/type expected a single type as "type", got an array: write "anyOf" with one type each, or convert the document to OpenAPI 3.1`,
      `| openapi.yaml 12:127-12:135 warning schema-is-valid ${at}/c/type expected a single type as "type", got an array: write "type": "string"`,
      `| openapi.yaml 12:168-12:174 warning schema-is-valid ${at}/d/nullable expected true or false as "nullable", got "true": remove the quotes`,
      `${inExample}| openapi.yaml 13:38-13:42 error sample-matches-schema /b expected a string or an integer, got true: put it in quotes`,
      `${inExample}| openapi.yaml 13:47-13:51 error sample-matches-schema /d expected a string, got null: to allow null, add "nullable: true" next to the type`,
    ]);
    const list = withResponse("{ type: [string, 'null'] }", 'null', { version: '3.1.0' });
    expect(await checkOpenApi(list)).toEqual([]);
  });

  test('advise no list of types in OpenAPI 3.0', async () => {
    const [finding] = await checkOpenApi(withResponse('{ type: string|null }', 'a'));
    expect(finding).toContain(', got "string|null": write "type": "string" and "nullable": true, or convert');
  });

  test('report a reference to a folder at the reference', async () => {
    const document = withResponse("{ $ref: 'models#/a' }", '{}').replace(
      '  /servers:',
      "  /a: { $ref: './models' }\n  /servers:",
    );
    expect(await checkOpenApi(document, { files: { 'models/a.json': '{}\n' } })).toEqual([
      '| openapi.yaml 4:15-4:25 error openapi-readable /paths/~1a/$ref "./models" is a folder: name a file in it',
      '| openapi.yaml 13:31-13:42 error schema-references-resolve /paths/~1servers/get/responses/200/content/application~1json/schema/$ref "models#/a" is a folder: name a file in it {sample-judged} (openapi.yaml 14:24 not checked)',
    ]);
  });

  test('compare no examples of one operation with those of another', async () => {
    const list = '{ type: array, items: { $ref: "#/components/schemas/Server" } }';
    const components =
      '{ schemas: { Server: { type: object, properties: { id: { type: string }, host: { type: string } } } } }';
    const document = withResponse(list, '[{ id: a }]', { components }).replace(
      '  /servers:',
      `  /servers/{id}:
    get:
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Server" }
              example: { id: a, host: b }
  /servers:`,
    );
    expect(await checkOpenApi(document)).toEqual([]);
  });

  test('report all of it where a contract of the manifest has such a schema', async () => {
    const components = '{ schemas: { Server: { type: object, maxLength: 5 } } }';
    const findings = await checkOpenApi(withResponse('{ type: object }', '{}', { components }), {
      manifest:
        'samples: s\nschemas: .\ncontracts:\n  own: { schema: "openapi.yaml#/components/schemas/Server", samples: a.json }\n',
      files: { 's/a.json': '{}\n' },
    });
    expect(findings).toEqual([
      '| openapi.yaml 14:50-14:59 warning schema-keywords-apply /components/schemas/Server/maxLength "maxLength" applies only to a string, but the type is an object, so it is ignored: did you mean "maxProperties"?',
    ]);
  });
});
