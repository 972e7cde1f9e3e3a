import { beforeAll, describe, expect, test } from '@jest/globals';

import { DEFAULT_LIMITS } from '../../src/model/project/limits';
import { createSchemaSet } from '../../src/schema/schema-set';
import { runTsc, type CompilerError } from '../types/run-tsc';
import { fixtureSchemas, generateFrom } from './fixture-schemas';

const LINK = { href: '/' };

/** Whether a schema and its type accept a value. Where they differ, the type is less strict: it never rejects what the schema accepts. */
const CASES: readonly (readonly [
  schema: string,
  value: unknown,
  schemaAccepts: boolean,
  typeAccepts: boolean,
])[] = [
  ['closed.json', { id: 1, 'media-types': ['a'], status: 3, kind: 'server' }, true, true],
  [
    'closed.json',
    { id: 1, 'media-types': ['a'], status: null, kind: 'server', name: null, empty: {} },
    true,
    true,
  ],
  [
    'closed.json',
    { id: 1, 'media-types': ['a'], status: 'UP', kind: 'server', '1st': 1, anything: [] },
    true,
    true,
  ],
  ['closed.json', { id: 0, 'media-types': [], status: 'UP', kind: 'server' }, false, true],
  ['closed.json', { id: 1, 'media-types': ['a'], status: 'up', kind: 'server' }, false, false],
  ['closed.json', { id: 1, 'media-types': ['a'], status: 'UP' }, false, false],
  ['closed.json', { id: 1, 'media-types': ['a'], status: 'UP', kind: 'server', other: 1 }, false, false],
  ['closed.json', { id: 1, 'media-types': ['a'], status: 'UP', kind: 'server', nothing: 1 }, false, false],
  [
    'closed.json',
    { id: 1, 'media-types': ['a'], status: 'UP', kind: 'server', empty: { a: 1 } },
    false,
    false,
  ],
  ['closed.json', { id: 1, 'media-types': ['a'], status: 'UP', kind: 'server', even: 7 }, false, false],
  [
    'closed.json',
    { id: 1, 'media-types': ['a'], status: 'UP', kind: 'server', format: '1.2.3.4' },
    true,
    true,
  ],
  ['open.json', { name: 'a', undescribed: 1, more: [] }, true, true],
  ['open.json', { name: 'a' }, false, false],
  ['open.json', { name: 'a', undescribed: 1, labels: { a: 'b' }, sizes: { s1: 1, m1: true } }, true, true],
  ['open.json', { name: 'a', undescribed: 1, labels: { a: 1 } }, false, false],
  ['open.json', { name: 'a', undescribed: 1, sizes: { s1: 'a' } }, false, false],
  ['open.json', { name: 'a', undescribed: 1, sizes: { s1: true } }, false, true],
  [
    'open.json',
    { name: 'a', undescribed: 1, loose: { other: 'a' }, either: ['a'], array: [1, 'a'] },
    true,
    true,
  ],
  ['tuple.json', { pair: ['a', 1], point: [1], loose: [], short: [1], none: [], choice: ['a'] }, true, true],
  ['tuple.json', { point: [1, 2, 'a', 'b'], loose: [1, 'a'], short: [] }, true, true],
  ['tuple.json', { pair: ['a'] }, false, false],
  ['tuple.json', { pair: ['a', 1, 2] }, false, false],
  ['tuple.json', { point: [1, 2, 3] }, false, false],
  ['tuple.json', { short: [1, 'a'] }, false, false],
  ['tuple.json', { none: [1] }, false, false],
  ['combined.json', { extended: { id: 1, extra: 'a', other: true } }, true, true],
  ['combined.json', { extended: { id: 1 } }, false, false],
  ['combined.json', { extended: { extra: 'a' } }, false, false],
  ['combined.json', { sealed: { id: 1, more: 2 } }, true, true],
  ['combined.json', { sealed: { id: 1, other: 2 } }, false, false],
  ['combined.json', { closed: { id: 1, own: 'a' }, only: { id: 1 } }, true, true],
  ['combined.json', { closed: { id: 1, other: 'a' } }, false, false],
  ['combined.json', { only: { id: 1, other: 'a' } }, false, false],
  ['combined.json', { either: { name: 'a' } }, true, true],
  ['combined.json', { either: {} }, false, false],
  ['combined.json', { either: { id: 'a', other: 1 } }, false, false],
  ['combined.json', { pet: { barks: true } }, true, true],
  ['combined.json', { pet: { purrs: true } }, false, false],
  ['combined.json', { judged: {} }, false, false],
  [
    'combined.json',
    { judged: { a: 'x' }, described: { id: 1 }, narrowed: 'a', wide: 3, objects: [{ x: 1 }] },
    true,
    true,
  ],
  ['combined.json', { narrowed: 'c' }, false, false],
  ['combined.json', { impossible: 'a' }, false, false],
  ['recursive.json', { children: [{ children: [], value: { a: [1, null] } }], list: [[], [[]]] }, true, true],
  ['recursive.json', { children: [{ child: [] }] }, false, false],
  ['recursive.json', { list: [1] }, false, false],
  [
    'references.json',
    { link: LINK, second: { link: { rel: 'a' } }, alias: LINK, part: { a: 'b' }, whole: {} },
    true,
    true,
  ],
  ['references.json', { link: LINK, second: { link: LINK } }, false, false],
  ['references.json', { link: LINK, known: 1 }, false, false],
  ['sealed.json', { base: { id: 1, name: 'n' }, choice: { id: 'a', name: 'n' } }, true, true],
  ['sealed.json', { base: { id: 'a', name: 'n' } }, false, false],
  ['sealed.json', { base: { name: 'n' } }, false, false],
  ['sealed.json', { base: { id: 1, name: 'n', other: 1 } }, false, false],
  ['sealed.json', { patterns: { id: 1, xa: 'a' }, condition: { id: 1 }, part: { name: 'n' } }, true, true],
  ['sealed.json', { patterns: { id: 'a' } }, false, false],
  ['sealed.json', { part: {} }, false, false],
  ['sealed.json', { additional: { id: 'a' } }, true, true],
  ['sealed.json', { additional: { id: 1 } }, false, false],
  ['sealed.json', { undescribed: { id: 1 } }, false, false],
  ['draft-04.json', { id: 1, ignored: 'anything' }, true, true],
  ['draft-04.json', { id: 'a' }, false, false],
  ['draft-07.json', [{ first: 'a' }, 1, true, false], true, true],
  ['draft-07.json', [{ first: 'a' }, 1, 'a'], false, false],
  ['2019-09.json', { next: { next: {} } }, true, true],
  ['2019-09.json', { next: { last: {} } }, false, false],
  ['anything.json', 3, true, true],
  ['index.json', null, true, true],
  ['never.json', null, false, false],
  ['alias.json', { id: 1, 'media-types': ['a'], status: 'UP', kind: 'server' }, true, true],
  ['alias.json', {}, false, false],
  ['words.json', 'yes', true, true],
  ['words.json', 'maybe', false, false],
  ['openapi.yaml#/components/schemas/Server', { id: 'a', owner: { servers: [{ id: 'b' }] } }, true, true],
  ['openapi.yaml#/components/schemas/Server', { id: 'a', owner: { servers: [{}] } }, false, false],
];

describe('a generated type', () => {
  const schemas = fixtureSchemas();
  const { validationTime } = DEFAULT_LIMITS;
  const set = createSchemaSet(schemas, { formats: {}, unicodePatterns: true, validationTime });
  let errors: ReadonlyMap<string, readonly CompilerError[]> = new Map();
  beforeAll(async () => {
    const names = [...new Set(CASES.map(([schema]) => schema))];
    const files = await generateFrom(
      schemas,
      names.map((schema, index) => [`T${index}`, schema]),
    );
    const programs = CASES.map(([schema, value], index): readonly [string, string] => {
      const name = `T${names.indexOf(schema)}`;
      const text = `import type { ${name} } from './index.js';\nexport const it = (${JSON.stringify(value)}) satisfies ${name};\n`;
      return [`case-${index}.ts`, text];
    });
    errors = runTsc(new Map([...files.map(({ path, text }) => [path, text] as const), ...programs]));
  });

  test('compiles in the strictest mode', () => {
    expect([...errors].filter(([path, found]) => !path.startsWith('case-') && found.length > 0)).toEqual([]);
  });

  test.each(
    CASES.map(([schema, value, schemaAccepts, typeAccepts], index) => ({
      index,
      schema,
      value,
      schemaAccepts,
      typeAccepts,
    })),
  )(
    'of $schema accepts $value: $typeAccepts (the schema: $schemaAccepts)',
    ({ index, schema, value, schemaAccepts, typeAccepts }) => {
      const [file = '', pointer = ''] = schema.split('#');
      const verdict = set.verdict(value, { file, pointer });
      expect(verdict).toEqual(
        schemaAccepts ? { kind: 'checked', violations: [] } : expect.objectContaining({ kind: 'checked' }),
      );
      expect(verdict.kind === 'checked' && verdict.violations.length === 0).toBe(schemaAccepts);
      expect(errors.get(`case-${index}.ts`)?.length === 0).toBe(typeAccepts);
      expect(typeAccepts || !schemaAccepts).toBe(true);
    },
  );
});
