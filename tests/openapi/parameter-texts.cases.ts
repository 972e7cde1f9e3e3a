import { describe, expect, test } from '@jest/globals';

import { checkOpenApi } from '../rules/openapi/check-open-api';

const COLOR = {
  type: 'object',
  properties: { R: { type: 'integer' }, G: { type: 'integer', maximum: 255 }, on: { type: 'boolean' } },
  additionalProperties: { type: 'string', maxLength: 3 },
};
const IDS = { type: 'array', items: { type: 'integer' } };

/** A parameter named `id`, whose texts are in `examples`. */
type Row = readonly [
  where: string,
  style: string | undefined,
  explode: boolean | undefined,
  texts: readonly string[],
];

/** The findings in JSON and in YAML, which must be the same: the text that each is at, and its message. */
async function findingsIn(
  [where, style, explode]: Row,
  schema: object,
  value: object,
): Promise<readonly string[]> {
  const parameter = {
    name: 'id',
    in: where,
    ...(where === 'path' ? { required: true } : {}),
    ...(style === undefined ? {} : { style }),
    ...(explode === undefined ? {} : { explode }),
    schema,
    ...value,
  };
  const document = {
    openapi: '3.2.0',
    info: { title: 'Styles', version: '1' },
    paths: { '/a/{id}': { get: { parameters: [parameter], responses: {} } } },
  };
  const text = JSON.stringify(document);
  const [inJson, inYaml] = await Promise.all([document, text].map((form) => checkOpenApi(form)));
  expect(inYaml?.map((finding) => finding.replaceAll('openapi.yaml', 'openapi.json'))).toEqual(inJson);
  return (inJson ?? []).map((finding) => {
    const [, from = '', to = '', message = ''] =
      /^\S*\| openapi.json 1:(\d+)-1:(\d+) \S+ (.*)$/.exec(finding) ?? [];
    return `${text.slice(Number(from) - 1, Number(to) - 1)} ${message}`;
  });
}

const UNREAD = [
  ' project-has-documents nothing was checked, because the operation has no example that is JSON: add `example:` next to a `schema:`',
];

describe('the text of an array', () => {
  test.each<Row>([
    ['query', undefined, undefined, ['id=3&id=x', '?id=3&id=x', '&id=x', 'x']],
    ['query', 'form', false, ['id=3,x', '3,x', '?id=3,x', '3,%78']],
    ['query', 'spaceDelimited', false, ['id=3%20x', '3 x']],
    ['query', 'pipeDelimited', false, ['id=3%7Cx', '3|x']],
    ['path', undefined, undefined, ['3,x']],
    ['path', 'simple', true, ['3,x']],
    ['path', 'label', false, ['.3,x', '.3.x']],
    ['path', 'label', true, ['.3.x']],
    ['path', 'matrix', false, [';id=3,x']],
    ['path', 'matrix', true, [';id=3;id=x']],
    ['header', undefined, undefined, ['3, x']],
    ['cookie', 'cookie', undefined, ['id=3; id=x', 'id=x']],
    ['cookie', 'cookie', false, ['id=3,x']],
    ['cookie', undefined, undefined, ['id=x']],
  ])('is read in %s, style %s, explode %s: %j', async (...row) => {
    for (const text of row[3]) {
      const at = `${JSON.stringify(text)} sample-matches-schema`;
      const index = /^[&]?(?:id=)?x$/.test(text) ? 0 : 1;
      const expected = [`${at} /${index} expected an integer, got "x"`];
      expect(await findingsIn(row, IDS, { example: text })).toEqual(expected);
      expect(await findingsIn(row, IDS, { examples: { a: { value: text } } })).toEqual(expected);
      expect(await findingsIn(row, IDS, { examples: { a: { serializedValue: text } } })).toEqual(expected);
    }
  });

  test.each<Row>([
    ['query', undefined, undefined, ['3,x', '3|x', 'id=3&x', 'id=3&no=x', 'id=3,4&id=x;', 'id=%', 'id=%FF']],
    ['query', 'form', false, ['id=3&id=x', 'no=3,x', '']],
    ['query', 'pipeDelimited', true, ['id=3&id=x', '3|x']],
    ['query', 'deepObject', true, ['id[0]=x']],
    ['header', undefined, undefined, ['3,%78']],
    ['cookie', undefined, undefined, ['id=3&id=x', 'id=3; id=x']],
  ])('is not read where it is open in %s, style %s, explode %s: %j', async (...row) => {
    for (const example of row[3]) expect(await findingsIn(row, IDS, { example })).toEqual(UNREAD);
  });
});

test('the text of a number may have a fraction and an exponent', async () => {
  const numbers = { type: 'array', items: { type: 'number', maximum: 10 } };
  const row: Row = ['path', 'simple', false, []];
  const message = 'sample-matches-schema /3 expected at most 10, got 100000';
  expect(await findingsIn(row, numbers, { example: '1,-0.5,2E-3,1e5' })).toEqual([
    `"1,-0.5,2E-3,1e5" ${message}`,
  ]);
});

describe('the text of an object', () => {
  test.each<Row>([
    ['query', undefined, undefined, ['R=1&G=300&on=no&name=long', '?R=1&G=300&on=no&name=long']],
    ['query', 'form', false, ['id=R,1,G,300,on,no,name,long', 'R,1,G,300,on,no,name,long']],
    ['query', 'spaceDelimited', false, ['id=R%201%20G%20300%20on%20no%20name%20long']],
    ['query', 'pipeDelimited', false, ['R|1|G|300|on|no|name|long']],
    ['query', 'deepObject', true, ['id[R]=1&id[G]=300&id[on]=no&id[name]=long']],
    ['query', 'deepObject', undefined, ['id%5BR%5D=1&id%5BG%5D=300&id%5Bon%5D=no&id%5Bname%5D=long']],
    ['path', undefined, undefined, ['R,1,G,300,on,no,name,long']],
    ['path', 'simple', true, ['R=1,G=300,on=no,name=long']],
    ['path', 'label', false, ['.R,1,G,300,on,no,name,long']],
    ['path', 'label', true, ['.R=1.G=300.on=no.name=long']],
    ['path', 'matrix', false, [';id=R,1,G,300,on,no,name,long']],
    ['path', 'matrix', true, [';R=1;G=300;on=no;name=long']],
    ['header', undefined, true, ['R=1, G=300, on=no, name=long']],
    ['cookie', 'cookie', undefined, ['R=1; G=300; on=no; name=long']],
  ])('is read in %s, style %s, explode %s: %j', async (...row) => {
    for (const text of row[3]) {
      const at = `${JSON.stringify(text)} sample-matches-schema`;
      const expected = [
        `${at} /G expected at most 255, got 300`,
        `${at} /name expected at most 3 characters, got 4 in "long"`,
        `${at} /on expected a boolean, got "no"`,
      ];
      expect(await findingsIn(row, COLOR, { example: text })).toEqual(expected);
      expect(await findingsIn(row, COLOR, { examples: { a: { serializedValue: text } } })).toEqual(expected);
    }
  });

  test.each<Row>([
    ['query', undefined, undefined, ['R', 'R=1=2', 'R=1&R=2', 'R=x,G=300', '=x']],
    ['query', 'form', false, ['R,1,G', 'R=x,G=300']],
    ['query', 'deepObject', true, ['R=x', 'id[R][G]=x', 'no[R]=x']],
    ['path', 'label', true, ['.R=1.5.G=300']],
    ['query', 'pipeDelimited', true, ['R|x']],
  ])('is not read where it is open in %s, style %s, explode %s: %j', async (...row) => {
    for (const example of row[3]) expect(await findingsIn(row, COLOR, { example })).toEqual(UNREAD);
  });

  test.each([
    { type: ['integer', 'string'], enum: [3, 'x'] },
    {
      anyOf: [
        { type: 'number', minimum: 3 },
        { type: 'string', enum: ['x'] },
      ],
    },
    { oneOf: [{ type: 'string', pattern: '^x$' }, { allOf: [{ type: 'integer' }] }] },
  ])('leaves open whether an item is a number or a string: %j', async (items) => {
    const row: Row = ['query', 'form', false, []];
    const schema = { type: 'array', items };
    expect(await findingsIn(row, schema, { example: '3,x' })).toEqual(UNREAD);
    expect(await findingsIn(row, schema, { example: 'x,y' })).toEqual([expect.stringContaining('/1 ')]);
  });

  test('is not read where a property is not one text, or of no certain type', async () => {
    const row: Row = ['query', 'deepObject', true, []];
    const judge = (schema: object, example: string) =>
      findingsIn(row, { type: 'object', ...schema }, { example });
    expect(await judge({ properties: { a: IDS } }, 'id[a]=x')).toEqual(UNREAD);
    expect(await judge({ properties: { a: { enum: [1] } } }, 'id[a]=1')).toEqual(UNREAD);
    expect(await judge({ patternProperties: { a: { type: 'integer' } } }, 'id[a]=x')).toEqual(UNREAD);
    expect(await judge({ properties: { a: { enum: ['x'] } } }, 'id[a]=y')).toEqual([
      '"id[a]=y" sample-matches-schema /a expected "x", got "y"',
    ]);
  });
});
