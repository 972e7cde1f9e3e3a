import { describe, expect, test } from '@jest/globals';

import { schemaSetOf } from '../../../src/engine/judge/schema-set-of';
import { openProject } from '../../../src/engine/open/open-project';
import { EVERYTHING, schemaRefsIn } from '../../../src/engine/subjects/scopes';
import { sharedInScope } from '../../../src/engine/subjects/shared-in-scope';
import { sharedObjects } from '../../../src/engine/subjects/shared-objects';
import { tempProject } from '../temp-project';

const STRING = { type: 'string' };
const THING = { type: 'object', properties: { id: STRING, size: STRING } };
const list = (items: unknown) => ({ type: 'object', properties: { things: { type: 'array', items } } });
const one = (thing: unknown) => ({ type: 'object', properties: { thing } });
const OTHER = {
  type: 'object',
  properties: { gadget: { type: 'object', properties: { id: STRING, color: STRING } } },
};
const SAMPLES: Readonly<Record<string, unknown>> = {
  index: { things: [{ id: '1' }] },
  show: { thing: { id: '1', size: '7' } },
  other: { gadget: { id: '1', color: 'red' } },
};

function brief(found: ReturnType<typeof sharedObjects>): unknown {
  return found.map(({ listed, others, keys }) => [
    listed.contract.name,
    others.map(({ contract }) => contract.name),
    [...keys.keys()],
  ]);
}

/** The shared objects that a contract is part of, as found among all and as found for it alone, and the schemas that were linked for it. */
function inScope(
  schemas: Readonly<Record<string, unknown>>,
  changed: string,
): { readonly all: unknown; readonly own: unknown; readonly linked: readonly string[] } {
  const file = (name: string) => Object.keys(schemas).find((path) => path.startsWith(`${name}.`)) ?? name;
  const contracts = Object.fromEntries(
    Object.keys(SAMPLES).map((name) => [name, { schema: file(name), samples: `${name}.json` }]),
  );
  const project = openProject({
    cwd: tempProject({
      'contracts.json': { contracts },
      ...Object.fromEntries(Object.entries(schemas).map(([path, value]) => [`schemas/${path}`, value])),
      ...Object.fromEntries(
        Object.entries(SAMPLES).map(([name, value]) => [`api_samples/${name}.json`, value]),
      ),
    }),
  });
  const { samples } = project;
  const scope: Parameters<typeof sharedInScope>[3] = {
    shared: (asked) => asked.some(({ name }) => name === changed),
  };
  const whole = schemaSetOf(project).reach(schemaRefsIn(project, EVERYTHING));
  const linked = new Set<string>();
  const own = sharedInScope(
    project,
    samples,
    {
      reach: (refs) => {
        for (const ref of refs) linked.add(ref.file);
        return schemaSetOf(project).reach(refs);
      },
    },
    scope,
  );
  const all = sharedObjects(samples, whole).filter((shared) =>
    scope.shared([shared.listed, ...shared.others].map(({ contract }) => contract)),
  );
  return { all: brief(all), own: brief(own), linked: [...linked].toSorted() };
}

const SHARED = [['index', ['show'], ['size']]];

describe('the shared objects of changed contracts are those of the whole project, and only schemas are linked that may have one:', () => {
  test.each<
    [
      title: string,
      schemas: Readonly<Record<string, unknown>>,
      changed: string,
      shared: unknown,
      linked: readonly string[],
    ]
  >([
    [
      'a copy, from the list',
      { 'index.json': list(THING), 'show.json': one(THING), 'other.json': OTHER },
      'index',
      SHARED,
      ['index.json', 'show.json'],
    ],
    [
      'a copy, to the list',
      { 'index.json': list(THING), 'show.json': one(THING), 'other.json': OTHER },
      'show',
      SHARED,
      ['index.json', 'show.json'],
    ],
    [
      'a copy in YAML with other quotes',
      {
        'index.json': list(THING),
        'show.yaml':
          'type: object\nproperties:\n  thing: { type: object, properties: { "\\x73ize": {type: string}, id: { type: string } } }\n',
        'other.json': OTHER,
      },
      'index',
      SHARED,
      ['index.json', 'show.yaml'],
    ],
    [
      'another description',
      { 'index.json': list(THING), 'show.json': one(THING), 'other.json': OTHER },
      'other',
      [],
      ['other.json'],
    ],
    [
      'no description at all',
      { 'index.json': list(THING), 'show.json': one(THING), 'other.json': true },
      'other',
      [],
      ['other.json'],
    ],
    [
      'a reference to another file',
      {
        'index.json': list({ $ref: 'show.json#/$defs/thing' }),
        'show.json': { ...one({ allOf: [{ $ref: '#/$defs/thing' }] }), $defs: { thing: THING } },
        'other.json': OTHER,
      },
      'show',
      SHARED,
      ['index.json', 'show.json'],
    ],
    [
      'properties that come from another schema',
      {
        'index.json': list({ allOf: [{ $ref: 'base.json' }, { description: 'Both.' }] }),
        'show.json': one({ allOf: [{ $ref: 'base.json' }, { description: 'Both.' }] }),
        'base.json': THING,
        'other.json': OTHER,
      },
      'index',
      SHARED,
      ['index.json', 'other.json', 'show.json'],
    ],
  ])('%s', (_, schemas, changed, shared, linked) => {
    expect(inScope(schemas, changed)).toEqual({ all: shared, own: shared, linked });
  });
});
