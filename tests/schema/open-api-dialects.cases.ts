import { describe, expect, test } from '@jest/globals';

import { schemaSetOf } from './schema-files-of';

/** The schemas of one OpenAPI document, and how values of its schema `It` are judged: `/pointer keyword` per violation. */
function documentOf(version: object, schemas: object) {
  const isSwagger = 'swagger' in version;
  const document = {
    ...version,
    info: { title: 'Pets', version: '1' },
    ...(isSwagger ? { definitions: schemas } : { components: { schemas } }),
  };
  const set = schemaSetOf({ 'api.json': document });
  const ref = { file: 'api.json', pointer: isSwagger ? '/definitions/It' : '/components/schemas/It' };
  return {
    problems: () => set.problems(ref).map((problem) => problem.kind),
    judge: (value: unknown) => {
      const verdict = set.verdict(value, ref);
      if (verdict.kind !== 'checked') return [verdict.kind];
      return verdict.violations.map(({ instanceLocation, keyword }) => `${instanceLocation} ${keyword}`);
    },
  };
}

const SWAGGER = { swagger: '2.0' };
const V30 = { openapi: '3.0.3' };
const V31 = { openapi: '3.1.0' };
const V32 = { openapi: '3.2.0' };

describe('nullable', () => {
  test.each<readonly [string, object, object, unknown, readonly string[]]>([
    ['adds null to the type next to it', V30, { type: 'string', nullable: true }, null, []],
    ['adds nothing where it is false', V30, { type: 'string', nullable: false }, null, [' type']],
    ['says nothing without a type', V30, { nullable: true, allOf: [{ type: 'object' }] }, null, [' type']],
    ['does not change an enum', V30, { type: 'string', nullable: true, enum: ['a'] }, null, [' enum']],
    ['an enum may list null', V30, { type: 'string', nullable: true, enum: ['a', null] }, null, []],
    ['a schema without a type accepts null', V30, { description: 'x' }, null, []],
    [
      'is ignored next to a $ref',
      V30,
      { $ref: '#/components/schemas/Name', nullable: true },
      null,
      [' type'],
    ],
    ['is no keyword in 3.1', V31, { type: 'string', nullable: true }, null, [' type']],
    ['is no keyword in Swagger 2.0', SWAGGER, { type: 'string', nullable: true }, null, [' type']],
    ['is x-nullable in Swagger 2.0', SWAGGER, { type: 'string', 'x-nullable': true }, null, []],
  ])('%s', (_, version, It, value, expected) => {
    expect(documentOf(version, { It, Name: { type: 'string' } }).judge(value)).toEqual(expected);
  });
});

describe('keywords', () => {
  test.each<readonly [string, object, object, unknown, readonly string[], readonly string[]]>([
    ['exclusiveMinimum is a flag', V30, { minimum: 1, exclusiveMinimum: true }, 1, [' exclusiveMinimum'], []],
    ['and in Swagger', SWAGGER, { maximum: 1, exclusiveMaximum: true }, 1, [' exclusiveMaximum'], []],
    [
      'a number as flag is no schema',
      V30,
      { exclusiveMinimum: 1 },
      1,
      ['unusable-schema'],
      ['invalid-keyword'],
    ],
    [
      'a flag in 3.1 is no schema',
      V31,
      { exclusiveMinimum: true },
      1,
      ['unusable-schema'],
      ['invalid-keyword'],
    ],
    ['const is not known', V30, { const: 1 }, 2, [], ['unknown-keyword']],
    ['const is known in 3.2', V32, { const: 1 }, 2, [' const'], []],
    [
      'patternProperties is not known',
      V30,
      { patternProperties: { a: false } },
      { a: 1 },
      [],
      ['unknown-keyword'],
    ],
    ['oneOf is not known', SWAGGER, { oneOf: [{ type: 'string' }] }, 1, [], ['unknown-keyword']],
    ['allOf is', SWAGGER, { allOf: [{ type: 'string' }] }, 1, [' type'], []],
    ['a file is not JSON', SWAGGER, { type: 'file' }, 1, [], ['accepts-everything']],
    ['a file is no type', V30, { type: 'file' }, 1, ['unusable-schema'], ['invalid-keyword']],
    [
      'annotations are known',
      V30,
      {
        type: 'integer',
        example: 1,
        xml: {},
        externalDocs: { url: 'https://example.com' },
        readOnly: true,
        'x-own': 1,
      },
      1,
      [],
      [],
    ],
    ['byte is base64', V30, { type: 'string', format: 'byte' }, 'no base64!', [' format'], []],
    ['int32 has a range', V30, { type: 'integer', format: 'int32' }, 2 ** 31, [' format'], []],
    ['binary and password are not checked', V30, { type: 'string', format: 'binary' }, '\u0000', [], []],
  ])('%s', (_, version, It, value, expected, problems) => {
    const document = documentOf(version, { It });
    expect({ verdict: document.judge(value), problems: document.problems() }).toEqual({
      verdict: expected,
      problems,
    });
  });

  test('keywords next to a `$ref` are ignored, and reported if they assert something', () => {
    const It = { $ref: '#/components/schemas/Name', description: 'its name', maxLength: 1 };
    const document = documentOf(V30, { It, Name: { type: 'string' } });
    expect(document.judge('long')).toEqual([]);
    expect(document.problems()).toEqual(['ignored-keywords']);
  });
});

const CAT = {
  type: 'object',
  required: ['kind', 'lives'],
  properties: { kind: {}, lives: { type: 'integer' } },
};
const DOG = {
  type: 'object',
  required: ['kind', 'bark'],
  properties: { kind: {}, bark: { type: 'boolean' } },
};
const REFS = [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }];

describe('discriminator of a union', () => {
  const mapping = { cat: '#/components/schemas/Cat', hound: 'Dog' };
  const mapped = documentOf(V30, {
    It: { oneOf: REFS, discriminator: { propertyName: 'kind', mapping } },
    Cat: CAT,
    Dog: DOG,
  });
  const implicit = documentOf(V31, {
    It: { anyOf: REFS, discriminator: { propertyName: 'kind' } },
    Cat: CAT,
    Dog: DOG,
  });
  test.each<readonly [string, typeof mapped, unknown, readonly string[]]>([
    ['the named schema accepts it', mapped, { kind: 'cat', lives: 9 }, []],
    ['a name may be that of a component', mapped, { kind: 'hound', bark: true }, []],
    ['only the named schema counts', mapped, { kind: 'cat', bark: true }, [' required']],
    ['others may accept it too', mapped, { kind: 'cat', lives: 9, bark: true }, []],
    ['names without a mapping stay', mapped, { kind: 'Dog', bark: 1 }, ['/bark type']],
    ['an unknown name is refused', mapped, { kind: 'cow', lives: 9 }, ['/kind discriminator']],
    ['once', mapped, { kind: 'cow' }, ['/kind discriminator']],
    ['without a name, the union decides', mapped, { lives: 9 }, [' oneOf']],
    ['so it does for another type', mapped, 5, [' oneOf']],
    ['implicit names', implicit, { kind: 'Dog', bark: true }, []],
    ['implicit names choose', implicit, { kind: 'Dog', lives: 9 }, [' required']],
    ['implicit names are all', implicit, { kind: 'cat', lives: 9 }, ['/kind discriminator']],
  ])('%s', (_, { judge }, value, expected) => {
    expect(judge(value)).toEqual(expected);
  });

  test('an alternative without a name keeps the union open', () => {
    const It = {
      oneOf: [...REFS, { type: 'object', required: ['legs'] }],
      discriminator: { propertyName: 'kind' },
    };
    const { judge } = documentOf(V31, { It, Cat: CAT, Dog: DOG });
    expect(judge({ kind: 'table', legs: 4 })).toEqual([]);
    expect(judge({ kind: 'table' })).toEqual([' oneOf']);
    expect(judge({ kind: 'Cat', legs: 4 })).toEqual([' required']);
  });

  test('null and other types may be alternatives', () => {
    const It = { oneOf: [...REFS, { type: 'null' }], discriminator: { propertyName: 'kind' } };
    const { judge } = documentOf(V31, { It, Cat: CAT, Dog: DOG });
    expect(judge(null)).toEqual([]);
    expect(judge({ kind: 'cow' })).toEqual(['/kind discriminator']);
  });

  test('a default mapping takes every other value', () => {
    const It = { oneOf: REFS, discriminator: { propertyName: 'kind', defaultMapping: 'Dog' } };
    const { judge } = documentOf(V32, { It, Cat: CAT, Dog: DOG });
    expect(judge({ kind: 'wolf', bark: true })).toEqual([]);
    expect(judge({ kind: 'wolf' })).toEqual([' required']);
    expect(judge({ bark: true })).toEqual([' required']);
    expect(judge({ kind: 'Cat', bark: true })).toEqual([' required']);
  });

  test('a mapping to nothing is a dangling reference, and the rest is judged', () => {
    const It = {
      oneOf: REFS,
      discriminator: { propertyName: 'kind', mapping: { fish: '#/components/schemas/Fish' } },
    };
    const document = documentOf(V30, { It, Cat: CAT, Dog: DOG });
    expect(document.problems()).toEqual(['dangling-reference']);
  });

  test.each([5, {}, { propertyName: 5 }, { mapping: {} }])(
    'a discriminator that is %j is reported, and the union decides',
    (discriminator) => {
      const document = documentOf(V30, { It: { oneOf: REFS, discriminator }, Cat: CAT, Dog: DOG });
      expect(document.problems()).toEqual(['invalid-keyword']);
      expect(document.judge({ kind: 'cow', lives: 9 })).toEqual([]);
    },
  );
});

function extend(schema: object): object {
  return { allOf: [{ $ref: '#/components/schemas/It' }, schema] };
}

describe('discriminator of a schema that others extend', () => {
  const schemas = {
    It: {
      type: 'object',
      required: ['kind'],
      discriminator: { propertyName: 'kind', mapping: { cat: 'Cat' } },
      properties: { kind: {} },
    },
    Cat: extend({ required: ['lives'], properties: { lives: { type: 'integer' } } }),
    Lion: { allOf: [{ $ref: '#/components/schemas/Cat' }, { required: ['mane'] }] },
  };
  const { judge, problems } = documentOf(V30, schemas);
  test.each<readonly [string, unknown, readonly string[]]>([
    ['the named schema accepts it', { kind: 'cat', lives: 9 }, []],
    ['the named schema refuses it', { kind: 'cat' }, [' required']],
    ['a schema that extends one that does', { kind: 'Lion', lives: 1 }, [' required']],
    ['the schema itself', { kind: 'It' }, []],
    ['an unknown name', { kind: 'cow' }, ['/kind discriminator']],
    ['no name', {}, [' required']],
  ])('%s', (_, value, expected) => {
    expect(judge(value)).toEqual(expected);
  });

  test('is no circle of references', () => {
    expect(problems()).toEqual([]);
  });

  test('is the name of a property in Swagger 2.0', () => {
    const swagger = documentOf(SWAGGER, {
      It: {
        type: 'object',
        required: ['kind'],
        discriminator: 'kind',
        properties: { kind: { type: 'string' } },
      },
      Cat: { allOf: [{ $ref: '#/definitions/It' }, { required: ['lives'] }] },
    });
    expect(swagger.judge({ kind: 'Cat' })).toEqual([' required']);
    expect(swagger.judge({ kind: 'Cat', lives: 1 })).toEqual([]);
    expect(swagger.judge({ kind: 'Cow' })).toEqual(['/kind discriminator']);
  });

  test('chooses nothing where nothing extends it', () => {
    const alone = documentOf(V30, { It: { ...schemas.It, discriminator: { propertyName: 'kind' } } });
    expect(alone.judge({ kind: 'any' })).toEqual([]);
  });
});

describe('discriminator of a union whose alternatives extend it', () => {
  const { judge, problems } = documentOf(V30, {
    It: { type: 'object', required: ['kind'], oneOf: REFS, discriminator: { propertyName: 'kind' } },
    Cat: extend({ required: ['lives'] }),
    Dog: extend({ required: ['bark'] }),
  });
  test.each<readonly [unknown, readonly string[]]>([
    [{ kind: 'Cat', lives: 9 }, []],
    [{ kind: 'Cat', bark: true }, [' required']],
    [{ kind: 'Cow' }, ['/kind discriminator']],
  ])('%j', (value, expected) => {
    expect(judge(value)).toEqual(expected);
  });

  test('is no circle of references', () => {
    expect(problems()).toEqual([]);
  });
});

test('the names in a mapping of another file are those of the document that refers to it', () => {
  const set = schemaSetOf({
    'api.json': {
      ...V30,
      info: { title: 'Pets', version: '1' },
      components: { schemas: { It: { $ref: 'models/pet.json' }, Cat: CAT, Dog: DOG } },
    },
    'models/pet.json': {
      oneOf: [
        { $ref: '../api.json#/components/schemas/Cat' },
        { $ref: '../api.json#/components/schemas/Dog' },
      ],
      discriminator: { propertyName: 'kind', mapping: { cat: 'Cat', dog: 'Dog' } },
    },
  });
  const ref = { file: 'api.json', pointer: '/components/schemas/It' };
  expect(set.problems(ref)).toEqual([]);
  expect(set.verdict({ kind: 'cat', lives: 9 }, ref)).toEqual({ kind: 'checked', violations: [] });
  expect(set.verdict({ kind: 'cat', bark: true }, ref)).toMatchObject({
    violations: [{ keyword: 'required' }],
  });
});
