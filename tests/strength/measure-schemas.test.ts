import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { openProject } from '../../src/engine/open/open-project';
import { schemaSetOf } from '../../src/engine/judge/schema-set-of';
import type { StrengthResult } from '../../src/model/findings/strength';
import { measureSchemas, type MeasureOptions } from '../../src/strength/measure-schemas';
import { createJsonSource } from '../../src/text/json/json-source';
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

/** The result for samples with one schema. */
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

/** The weaknesses of one schema, in words. */
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
      'is reported for a missing type',
      closed({ a: { minLength: 1 } }),
      { a: 'b' },
      ['/a accepts any type instead of a string: add `type: string` (4:10)'],
    ],
    [
      'is reported for a version that may be any string',
      closed({ a: { type: 'string' } }),
      { a: '2.60' },
      ['/a accepts any string, such as "FIXME": add `pattern` (4:10)'],
    ],
    [
      'is reported for the wrong format',
      closed({ a: { type: 'string', format: 'password' } }),
      { a: 'http://a.example.com/' },
      ['/a accepts any string, such as "FIXME": replace its `format` with `format: uri` (4:10)'],
    ],
    [
      'is reported for an object that several schemas describe',
      { allOf: [closedNot({ a: { type: 'integer' } }), closedNot({ b: { type: 'integer' } })] },
      { a: 1, b: 2 },
      ['/ accepts unknown properties, such as `extra`: add `unevaluatedProperties: false` (1:1)'],
    ],
    [
      'is not reported for a type that the schema allows explicitly',
      closed({ a: { type: ['integer', 'null', 'string', 'boolean', 'object', 'array'] } }),
      { a: 1 },
      [],
    ],
    [
      'is not reported for a value that the schema enumerates',
      closed({ a: { enum: ['ACTIVE', 'FIXME', 'ACTIEV', 'CATIVE', 'ATCIVE', 'ACITVE', 'ACTVIE'] } }),
      { a: 'ACTIVE' },
      [],
    ],
    [
      'is not reported for properties that a pattern allows',
      { type: 'object', patternProperties: { '^[a-z_1]+$': { type: 'integer' } } },
      { a: 1 },
      [],
    ],
    [
      'is not reported if the schema allows anything explicitly',
      { type: 'object', additionalProperties: true },
      { a: { b: [1] } },
      [],
    ],
    [
      'is not reported if a condition rejects the value',
      '{"required": ["a"], "additionalProperties": false, "properties": {"a": {"type": "string"}}, "type": "object", "if": true, "then": {"properties": {"a": {"pattern": "^\\\\d\\\\.\\\\d$"}}}}',
      { a: '2.6' },
      [],
    ],
  ])('%s', (_, schema, value, found) => {
    expect(weaknessesIn(schema, value)).toEqual(found);
  });

  test('is reported for a string only if all samples write it in one form', () => {
    const schema = closed({ a: { type: 'string' } });
    expect(weaknessesIn(schema, { a: '2.60' }, { a: '' }, { a: '2.1' })).toEqual([
      '/a accepts any string, such as "FIXME": add `pattern` (4:10)',
    ]);
    expect(weaknessesIn(schema, { a: '2.60' }, { a: 'latest' }, { a: '2.1' })).toEqual([]);
    expect(weaknessesIn(schema, { a: 'ACTIVE' }, { a: 'active' })).toEqual([]);
  });

  test('is reported for an optional property only if every sample has it', () => {
    const schema = { ...closed({ a: { type: 'integer' }, b: { type: 'integer' } }), required: [] };
    expect(weaknessesIn(schema, { a: 1, b: 2 }, { a: 1 })).toEqual([
      '/ does not require `a`, which all 2 samples have: add it to `required`, or add a sample without it (1:1)',
    ]);
  });
});

function closedNot(properties: object): object {
  return { type: 'object', properties, required: Object.keys(properties) };
}

describe('the strength of a project', () => {
  test('omits what is wrong already, and says so', () => {
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
    ['a sample that fails', { type: 'array' }, 'samples that their schema rejects unchanged', ['0.json']],
    [
      'a schema that requires nothing',
      true,
      'schemas for which no value is certainly wrong',
      ['schemas/main.json'],
    ],
  ])('omits %s', (_, schema, what, items) => {
    const { tried, schemas, notTried } = measureMade(schema, { a: 'b' });
    expect({ tried, schemas }).toEqual({ tried: 0, schemas: [] });
    expect(notTried.map((left) => [left.what, left.items])).toEqual([[what, items]]);
  });

  test('is the same for the same seed, and tries other words with another seed', () => {
    expect(measure()).toEqual(measure());
    const changes = (seed: number) =>
      measure({ seed }).schemas.flatMap(({ survivors }) => survivors.map(({ change }) => change));
    expect(changes(2)).not.toEqual(changes(1));
    expect(changes(2).length).toBe(changes(1).length);
  });

  test('counts only survivors that are certainly wrong', () => {
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
  ])('of %j is measured for %j', (only, schemas) => {
    expect(measure({ only }).schemas.map(({ schema }) => schema)).toEqual(schemas);
  });

  test('ends when the time is up, and lists what was not tried', () => {
    let looks = 0;
    const { schemas, notTried, isCutShort } = measure({ isOver: () => (looks += 1) > 3 });
    expect(schemas.map(({ schema }) => schema)).toEqual(['schemas/flavor.json']);
    expect(isCutShort).toBe(true);
    expect(notTried.slice(0, 2).map(({ what, items }) => [what, items])).toEqual([
      ['schemas not tried for lack of time', ['schemas/servers.json']],
      ['schemas only partly tried', ['schemas/network.json']],
    ]);
  });

  test('reports its progress', () => {
    const calls: (readonly number[])[] = [];
    measure({ onProgress: (done, total) => calls.push([done, total]) });
    expect(calls).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
  });

  test('throws for a word that matches nothing', () => {
    expect(() => measure({ only: ['samples/server.json'] })).toThrow(
      '`samples/server.json` is neither a contract nor a sample that has a schema: did you mean `samples/servers.json`?',
    );
  });
});
