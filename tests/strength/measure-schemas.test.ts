import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { openProject } from '../../src/engine/open/open-project';
import { schemaSetOf } from '../../src/engine/judge/schema-set-of';
import type { StrengthResult } from '../../src/model/strength';
import { measureSchemas, type MeasureOptions } from '../../src/strength/measure-schemas';
import { createJsonSource } from '../../src/text/json-source';
import { schemaFilesOf } from '../schema/schema-files-of';

const WEAK = join(__dirname, '../fixtures/projects/weak');
const project = openProject({ cwd: WEAK });

function measure(options: Partial<MeasureOptions> = {}): StrengthResult {
  return measureSchemas(project, schemaSetOf(project), {
    only: [],
    cwd: WEAK,
    seed: 1,
    isOver: () => false,
    ...options,
  });
}

/** What is found where samples are held to one schema. */
function measureMade(schema: unknown, ...values: readonly unknown[]): StrengthResult {
  const [contract] = project.contracts;
  const [version] = contract?.versions ?? [];
  const [pattern] = contract?.patterns ?? [];
  if (contract === undefined || version === undefined || pattern === undefined)
    throw new Error('no contract');
  const versions = [{ ...version, schema: { file: 'main.json', pointer: '' } }];
  const made = {
    ...project,
    contracts: [{ ...contract, versions }],
    schemas: schemaFilesOf({ 'main.json': schema }),
    samples: values.map((value, index) => ({
      path: `${index}.json`,
      document: {
        source: createJsonSource(`${index}.json`, JSON.stringify(value)),
        kind: 'sample' as const,
        origin: 'samples',
        value,
        problems: [],
      },
      claims: [{ contract, pattern, versions }],
    })),
  };
  const options = { only: [], cwd: WEAK, seed: 1, isOver: () => false };
  return measureSchemas(made, schemaSetOf(made), options);
}

/** The same: the weaknesses in words. */
function weaknessesIn(schema: unknown, ...values: readonly unknown[]): readonly string[] {
  const { schemas } = measureMade(schema, ...values);
  return schemas.flatMap(({ weaknesses }) =>
    weaknesses.map(
      ({ location, accepts, remedy, line, column }) =>
        `${location || '/'} ${accepts}: ${remedy} (${line}:${column})`,
    ),
  );
}

function closed(properties: object): object {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

describe('a weakness', () => {
  test.each<readonly [title: string, schema: unknown, value: unknown, found: readonly string[]]>([
    [
      'is told where a type is missing',
      closed({ a: { minLength: 1 } }),
      { a: 'b' },
      ['/a accepts any type in place of a string: add `type: string` (4:10)'],
    ],
    [
      'is told where a string may be a version, and anything',
      closed({ a: { type: 'string' } }),
      { a: '2.60' },
      ['/a accepts any string, such as "FIXME": add `pattern` (4:10)'],
    ],
    [
      'is told where a format is the wrong one',
      closed({ a: { type: 'string', format: 'password' } }),
      { a: 'http://a.example.com/' },
      ['/a accepts any string, such as "FIXME": replace its `format` with `format: uri` (4:10)'],
    ],
    [
      'is told where an object is made of several schemas',
      { allOf: [closedNot({ a: { type: 'integer' } }), closedNot({ b: { type: 'integer' } })] },
      { a: 1, b: 2 },
      ['/ accepts keys that it does not know, such as `extra`: add `unevaluatedProperties: false` (1:1)'],
    ],
    [
      'is not told of a type that the schema names',
      closed({ a: { type: ['integer', 'null', 'string', 'boolean', 'object', 'array'] } }),
      { a: 1 },
      [],
    ],
    [
      'is not told of a value that the schema enumerates',
      closed({ a: { enum: ['ACTIVE', 'FIXME', 'ACTIEV', 'CATIVE', 'ATCIVE', 'ACITVE', 'ACTVIE'] } }),
      { a: 'ACTIVE' },
      [],
    ],
    [
      'is not told of keys that a pattern allows',
      { type: 'object', patternProperties: { '^[a-z_1]+$': { type: 'integer' } } },
      { a: 1 },
      [],
    ],
    [
      'is not told where the schema says that anything may come',
      { type: 'object', additionalProperties: true },
      { a: { b: [1] } },
      [],
    ],
    [
      'is not told where a condition refuses',
      '{"required": ["a"], "additionalProperties": false, "properties": {"a": {"type": "string"}}, "type": "object", "if": true, "then": {"properties": {"a": {"pattern": "^\\\\d\\\\.\\\\d$"}}}}',
      { a: '2.6' },
      [],
    ],
  ])('%s', (_, schema, value, found) => {
    expect(weaknessesIn(schema, value)).toEqual(found);
  });

  test('is a string only where all samples write it in one form', () => {
    const schema = closed({ a: { type: 'string' } });
    expect(weaknessesIn(schema, { a: '2.60' }, { a: '' }, { a: '2.1' })).toEqual([
      '/a accepts any string, such as "FIXME": add `pattern` (4:10)',
    ]);
    expect(weaknessesIn(schema, { a: '2.60' }, { a: 'latest' }, { a: '2.1' })).toEqual([]);
    expect(weaknessesIn(schema, { a: 'ACTIVE' }, { a: 'active' })).toEqual([]);
  });

  test('is a key that every sample has and none need have, but not one that some lack', () => {
    const schema = { ...closed({ a: { type: 'integer' }, b: { type: 'integer' } }), required: [] };
    expect(weaknessesIn(schema, { a: 1, b: 2 }, { a: 1 })).toEqual([
      '/ may lack `a`, which each of 2 samples has: add it to `required`, or add a sample without it (1:1)',
    ]);
  });
});

function closedNot(properties: object): object {
  return { type: 'object', properties, required: Object.keys(properties) };
}

describe('the strength of a project', () => {
  test('leaves out what is wrong already, and says so', () => {
    const { schemas, notTried, isCutShort, refused, tried } = measure();
    expect(schemas.map((schema) => [schema.schema, schema.contracts, schema.samples])).toEqual([
      ['schemas/network.json', ['networks.show'], 1],
      ['schemas/servers.json', ['servers.index'], 2],
      ['schemas/flavor.json', ['flavors.show'], 1],
    ]);
    expect({ notTried, isCutShort }).toEqual({
      isCutShort: false,
      notTried: [
        {
          what: 'samples wrong on purpose',
          one: 'sample wrong on purpose',
          items: ['samples/servers-wrong.json'],
        },
        { what: 'schemas without a sample', one: 'schema without a sample', items: ['schemas/image.json'] },
      ],
    });
    expect(refused).toBeLessThan(tried);
  });

  test.each<readonly [title: string, schema: unknown, what: string, items: readonly string[]]>([
    ['a schema that is broken', { $ref: '#/gone' }, 'schemas that gave no verdict', ['schemas/main.json']],
    ['a sample that fails', { type: 'array' }, 'samples that their schema refuses as they are', ['0.json']],
    [
      'a schema that wants nothing',
      true,
      'schemas for which no value is surely wrong',
      ['schemas/main.json'],
    ],
  ])('leaves out %s', (_, schema, what, items) => {
    const { tried, schemas, notTried } = measureMade(schema, { a: 'b' });
    expect({ tried, schemas }).toEqual({ tried: 0, schemas: [] });
    expect(notTried.map((left) => [left.what, left.items])).toEqual([[what, items]]);
  });

  test('is the same for the same seed, and tries other words with another', () => {
    expect(measure()).toEqual(measure());
    const changes = (seed: number) =>
      measure({ seed }).schemas.flatMap(({ survivors }) => survivors.map(({ change }) => change));
    expect(changes(2)).not.toEqual(changes(1));
    expect(changes(2).length).toBe(changes(1).length);
  });

  test('counts every survivor that is certainly wrong, and no other', () => {
    for (const { survivors, refused, tried } of measure().schemas) {
      expect(survivors.filter(({ counts }) => counts).length).toBe(tried - refused);
    }
  });

  test.each([
    [['flavors.show'], ['schemas/flavor.json']],
    [['samples/servers.json'], ['schemas/servers.json']],
    [
      ['samples/network.json', 'flavors.show'],
      ['schemas/network.json', 'schemas/flavor.json'],
    ],
    [['samples'], ['schemas/network.json', 'schemas/servers.json', 'schemas/flavor.json']],
  ])('of %j is that of %j', (only, schemas) => {
    expect(measure({ only }).schemas.map(({ schema }) => schema)).toEqual(schemas);
  });

  test('ends when the time is over, and says what was not tried', () => {
    let looks = 0;
    const { schemas, notTried, isCutShort } = measure({ isOver: () => (looks += 1) > 3 });
    expect(schemas.map(({ schema }) => schema)).toEqual(['schemas/flavor.json']);
    expect(isCutShort).toBe(true);
    expect(notTried.slice(0, 2).map(({ what, items }) => [what, items])).toEqual([
      ['schemas that there was no time for', ['schemas/servers.json']],
      ['schemas not tried to the end', ['schemas/network.json']],
    ]);
  });

  test('tells how far it is', () => {
    const told: (readonly number[])[] = [];
    measure({ onProgress: (done, total) => told.push([done, total]) });
    expect(told).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
  });

  test('is not that of a word that names nothing', () => {
    expect(() => measure({ only: ['samples/server.json'] })).toThrow(
      '`samples/server.json` is neither a contract nor a sample that has a schema: did you mean `samples/servers.json`?',
    );
  });
});
