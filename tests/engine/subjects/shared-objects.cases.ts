import { describe, expect, test } from '@jest/globals';

import { lintSubjects } from '../../../src/engine/subjects/lint-subjects';
import { openProject } from '../../../src/engine/open/open-project';
import { schemaSetOf } from '../../../src/engine/judge/schema-set-of';
import { RULES } from '../../../src/rules/rule-registry';
import { tempProject } from '../temp-project';

function named(folder: string, files: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(files).map(([name, value]) => [`${folder}/${name}.json`, value]));
}

/** The shared objects, as `array: properties | others`. */
function shared(
  schemas: Readonly<Record<string, unknown>>,
  samples: Readonly<Record<string, unknown>>,
): readonly string[] {
  const contracts = Object.fromEntries(
    Object.keys(samples).map((name) => [name, { schema: `${name}.json`, samples: `${name}.json` }]),
  );
  const project = openProject({
    cwd: tempProject({
      'contracts.json': { contracts },
      ...named('schemas', schemas),
      ...named('api_samples', samples),
    }),
  });
  return lintSubjects(project, schemaSetOf(project), RULES)['shared-object'].map(
    ({ listed, others, keys }) =>
      `${listed.contract.name}: ${[...keys.keys()].join(' ')} | ${others.map(({ contract }) => contract.name).join(' ')}`,
  );
}

const STRING = { type: 'string' };
const THING = { type: 'object', properties: { id: STRING, size: STRING } };
const list = (items: unknown) => ({ type: 'object', properties: { things: { type: 'array', items } } });
const one = (thing: unknown) => ({ type: 'object', properties: { thing } });
const SAMPLES = { index: { things: [{ id: '1' }] }, show: { thing: { id: '1', size: '7' } } };
const DEFS = { $defs: { thing: THING } };

describe('an object in an array is shared with', () => {
  test.each<
    readonly [title: string, schemas: Readonly<Record<string, unknown>>, samples: typeof SAMPLES | object]
  >([
    ['a copy of its schema', { index: list(THING), show: one(THING) }, SAMPLES],
    [
      'the target of the same references, across files and in allOf',
      {
        index: list({ $ref: 'show.json#/$defs/thing' }),
        show: { ...one({ description: 'It.', allOf: [{ $ref: '#/$defs/thing' }] }), ...DEFS },
      },
      SAMPLES,
    ],
    [
      'the whole schema of another contract',
      { index: { type: 'array', items: { $ref: 'show.json' } }, show: THING },
      { index: [{ id: '1' }], show: { id: '1', size: '7' } },
    ],
    [
      'an object that takes its properties from other schemas',
      {
        index: list({ $ref: 'show.json#/$defs/more' }),
        show: {
          ...one({ $ref: '#/$defs/more' }),
          $defs: { thing: THING, more: { allOf: [{ $ref: '#/$defs/thing' }, { required: ['id'] }] } },
        },
      },
      SAMPLES,
    ],
    [
      'an object in the array of another contract',
      { index: list(THING), show: list(THING) },
      { ...SAMPLES, show: { things: [{ id: '1', size: '7' }] } },
    ],
  ])('%s', (_, schemas, samples) => {
    expect(shared(schemas, { ...samples })).toEqual(['index: size | show']);
  });

  test.each<
    readonly [title: string, schemas: Readonly<Record<string, unknown>>, samples: typeof SAMPLES | object]
  >([
    ['with another schema', { index: list(THING), show: one({ ...THING, required: ['id'] }) }, SAMPLES],
    [
      'with the same references, which lead elsewhere',
      {
        index: { ...list({ allOf: [{ $ref: '#/$defs/thing' }, true] }), ...DEFS },
        show: {
          ...one({ allOf: [{ $ref: '#/$defs/thing' }, true] }),
          $defs: { thing: { properties: { id: STRING, size: STRING, more: STRING } } },
        },
      },
      SAMPLES,
    ],
    [
      'that the same contract also has outside an array',
      {
        index: { properties: { ...list(THING).properties, thing: THING } },
        show: one(THING),
      },
      { ...SAMPLES, index: { things: [{ id: '1' }], thing: { id: '1' } } },
    ],
    [
      'with a property that the array forbids',
      {
        index: list({ allOf: [{ $ref: 'show.json#/$defs/thing' }, { properties: { size: false } }] }),
        show: {
          ...one({ allOf: [{ $ref: 'show.json#/$defs/thing' }, { properties: { size: false } }] }),
          ...DEFS,
        },
      },
      SAMPLES,
    ],
    [
      'with references in a circle',
      { index: list({ $ref: '#/properties/things/items' }), show: one(THING) },
      SAMPLES,
    ],
  ])('is not shared with an object %s', (_, schemas, samples) => {
    expect(shared(schemas, { ...samples })).toEqual([]);
  });
});
