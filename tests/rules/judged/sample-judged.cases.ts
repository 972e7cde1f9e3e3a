import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { check } from '../../../src/engine/check';
import { openProject } from '../../../src/engine/open/open-project';
import type { Project } from '../../../src/model/project/project';
import { brief } from '../../engine/brief';
import { tempProject } from '../../engine/temp-project';
import { findingsOf } from '../rule-fixtures';

describe('sample-judged', () => {
  test('accepts an unambiguous nested repeat', async () => {
    expect(await findingsOf('sample-judged/right')).toEqual([]);
  });

  test('stops a pattern that would run forever, and reports it at the schema', async () => {
    expect(await findingsOf('sample-judged/wrong')).toEqual([
      {
        ruleId: 'sample-judged',
        severity: 'error',
        message:
          '1 sample not checked: validation took longer than 500 ms: simplify the patterns of this schema (nested repeats such as (a+)+ take exponential time), or raise `limits.validation_time`',
        file: 'schemas/server.json',
        pointer: '',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 2 },
        related: [
          {
            message: 'not checked',
            file: 'api_samples/server.json',
            start: { line: 1, column: 1 },
            end: { line: 1, column: 1 },
          },
        ],
      },
    ]);
  });
});

type Files = Readonly<Record<string, unknown>>;

interface Cause {
  readonly files: Files;
  /** The rule about the cause. */
  readonly rule: string;
  /** The place and pointer of its finding. */
  readonly place: string;
  readonly pointer?: string;
  readonly message: string;
}

const ROOT = '1:1-1:1';

/** Causes in the schema of two samples. */
const IN_SCHEMAS: Readonly<Record<string, Cause>> = {
  'a schema that is not JSON': {
    files: { 'schemas/s.json': '{ "type": }' },
    rule: 'schema-readable',
    place: 'schemas/s.json 1:11-1:12',
    message: 'expected a value after the colon, got `}`',
  },
  'a schema that is empty': {
    files: { 'schemas/s.json': '' },
    rule: 'schema-readable',
    place: `schemas/s.json ${ROOT}`,
    message: 'the file is empty: expected a JSON value',
  },
  'a YAML schema that is not YAML': {
    files: {
      'schemas/s.yaml': 'type: [string\n',
      'contracts.json': { contracts: { a: { schema: 's.yaml', samples: '*.json' } } },
    },
    rule: 'schema-readable',
    place: 'schemas/s.yaml 2:1-2:1',
    message: 'an array is not closed: expected `]`, indented by at least one space',
  },
  'a schema with a property twice, with different values': {
    files: { 'schemas/s.json': '{ "type": "object", "type": "array" }' },
    rule: 'schema-readable',
    place: 'schemas/s.json 1:21-1:27',
    message:
      'the property "type" appears twice in this object, and parsers disagree on which one counts: remove one',
  },
  'a schema that is missing': {
    files: { 'contracts.json': { contracts: { a: { schema: 'gone.json', samples: '*.json' } } } },
    rule: 'schema-readable',
    place: 'contracts.json 1:29-1:40',
    pointer: '/contracts/a/schema',
    message: 'there is no schema "gone.json" in schemas: create it, or fix the path',
  },
  'a schema that is null': {
    files: { 'schemas/s.json': 'null' },
    rule: 'schema-is-valid',
    place: 'schemas/s.json 1:1-1:5',
    pointer: "''",
    message: 'expected a schema, got null: write {}, or remove it',
  },
  'a keyword with a meaningless value': {
    files: { 'schemas/s.json': { properties: { a: { type: 5 } } } },
    rule: 'schema-is-valid',
    place: 'schemas/s.json 1:28-1:29',
    pointer: '/properties/a/type',
    message:
      'expected one of "array", "boolean", "integer", "null", "number", "object", "string" as "type", got 5',
  },
  'a reference to nothing': {
    files: { 'schemas/s.json': { type: 'object', properties: { a: { $ref: '#/$defs/a' } } } },
    rule: 'schema-references-resolve',
    place: 'schemas/s.json 1:44-1:55',
    pointer: '/properties/a/$ref',
    message: 'the reference "#/$defs/a" leads nowhere: add that schema, or fix the reference',
  },
  'a reference to an unreadable file': {
    files: {
      'schemas/s.json': { type: 'object', properties: { a: { $ref: 'deep/t.json' } } },
      'schemas/deep/t.json': '{',
    },
    rule: 'schema-readable',
    place: 'schemas/deep/t.json 1:2-1:2',
    message: 'the object that starts on line 1 is not closed: expected `}`, got the end of the text',
  },
  'a cycle of references': {
    files: { 'schemas/s.json': { $ref: '#/$defs/a', $defs: { a: { allOf: [{ $ref: '#' }] } } } },
    rule: 'schema-references-resolve',
    place: 'schemas/s.json 1:52-1:55',
    pointer: '/$defs/a/allOf/0/$ref',
    message:
      'the reference "#" leads back to its own schema for the same value, so validation would never end: break the cycle',
  },
  'an unknown dialect': {
    files: { 'schemas/s.json': { $schema: 'http://json-schema.org/draft-03/schema#', type: 'object' } },
    rule: 'schema-dialect-known',
    place: 'schemas/s.json 1:12-1:53',
    pointer: '/$schema',
    message:
      'unknown dialect "http://json-schema.org/draft-03/schema#": use 2020-12, 2019-09, draft-07, draft-06 or draft-04, such as "https://json-schema.org/draft/2020-12/schema"',
  },
};

/** Samples that cannot be read, or that have no schema to be checked against. The finding is at the sample. */
const IN_SAMPLES: Readonly<Record<string, Cause>> = {
  'a sample that is not JSON': {
    files: { 'api_samples/a.json': '{ "id": }' },
    rule: 'json-well-formed',
    place: 'api_samples/a.json 1:9-1:10',
    message: 'expected a value after the colon, got `}`',
  },
  'a sample that is empty': {
    files: { 'api_samples/a.json': '' },
    rule: 'json-well-formed',
    place: `api_samples/a.json ${ROOT}`,
    message: 'the file is empty: expected a JSON value',
  },
  'a byte order mark before what is not JSON': {
    files: { 'api_samples/a.json': '\uFEFF{', 'contracts.json': manifestWith({ 'file-utf-8': 'off' }) },
    rule: 'json-well-formed',
    place: 'api_samples/a.json 1:3-1:3',
    message: 'the object that starts on line 1 is not closed: expected `}`, got the end of the text',
  },
  'a sample that is too large': {
    files: {
      'api_samples/a.json': ' '.repeat(101),
      'contracts.json': { ...manifestWith({}), limits: { file_size: 100 } },
    },
    rule: 'file-size-bounded',
    place: `api_samples/a.json ${ROOT}`,
    message: 'is 101 bytes, over the limit of 100: split it, or raise `limits.file_size`',
  },
  'a sample that nests too deep': {
    files: {
      'api_samples/a.json': '[[[[]]]]',
      'contracts.json': { ...manifestWith({}), limits: { depth: 3 } },
    },
    rule: 'nesting-bounded',
    place: 'api_samples/a.json 1:4-1:5',
    message: 'nests deeper than 3 levels: flatten it, or raise `limits.depth`',
  },
  'a sample between two ranges': {
    files: {
      'contracts.json': {
        base_microversion: '2.5',
        contracts: {
          a: {
            ranges: [
              { max_version: '2.4', schema: 's.json' },
              { min_version: '2.6', schema: 's.json' },
            ],
            samples: 'a.json',
          },
        },
        rules: { 'ranges-adjoin': 'off', 'sample-has-contract': 'off' },
      },
    },
    rule: 'sample-has-schema',
    place: `api_samples/a.json ${ROOT}`,
    message:
      'the sample is from 2.5, but a has schemas only for up to 2.4, 2.6 and later: widen a range, or add one (contracts.json 1:41 the contract a)',
  },
};

function manifestWith(rules: Files): Files {
  return { contracts: { a: { schema: 's.json', samples: '*.json' } }, rules };
}

/** A project with a contract of two samples, and these files. */
function projectWith(files: Files, expected: 'valid' | 'invalid'): Project {
  const cwd = tempProject({
    'contracts.json': manifestWith({}),
    'schemas/s.json': { type: 'object', required: ['id'] },
    'api_samples/a.json': expected === 'valid' ? { id: 1 } : {},
    'api_samples/b.json': expected === 'valid' ? { id: 1 } : {},
    ...files,
  });
  const path = join(cwd, 'contracts.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const { a } = manifest.contracts;
  a.samples = { path: a.samples, expect: expected };
  writeFileSync(path, JSON.stringify(manifest));
  return openProject({ cwd });
}

const LISTED = ' (api_samples/a.json 1:1 not checked) (api_samples/b.json 1:1 not checked)';

describe.each(['valid', 'invalid'] as const)('expected to be %s', (expected) => {
  test.each([
    ...Object.entries(IN_SCHEMAS).map(
      ([name, cause]) => [name, cause, '2 samples not checked', LISTED] as const,
    ),
    ...Object.entries(IN_SAMPLES).map(([name, cause]) => [name, cause, 'not checked', ''] as const),
  ])('%s is an error, unless the manifest says otherwise', async (_, cause, unchecked, listed) => {
    const { rule, place, pointer, message } = cause;
    const project = projectWith(cause.files, expected);
    const found = async (rules: Project['rules']) => {
      const { findings } = await check({ project: { ...project, rules: { ...project.rules, ...rules } } });
      return findings.map(brief);
    };
    const where = pointer === undefined ? '' : `${pointer} `;
    const [text = '', related = ''] = message.split(/(?= \(contracts)/);
    const joined = [`${place} error ${rule} ${where}${text} {sample-judged}${related}${listed}`];
    expect(await found({})).toEqual(joined);
    expect(await found({ [rule]: 'warning' })).toEqual(joined);
    expect(await found({ [rule]: 'info' })).toEqual(joined);
    expect(await found({ [rule]: 'off' })).toEqual([
      `${place} error sample-judged ${where}${unchecked}: ${text}${related}${listed}`,
    ]);
    expect(await found({ [rule]: 'info', 'sample-judged': 'warning' })).toEqual([
      joined[0]?.replace('error', 'warning'),
    ]);
    expect(await found({ [rule]: 'warning', 'sample-judged': 'off' })).toEqual([
      `${place} warning ${rule} ${where}${text}${related}`,
    ]);
    expect(await found({ [rule]: 'off', 'sample-judged': 'off' })).toEqual([]);
  });
});

/** The pattern `^(a+)+$` takes too long to refuse it. */
const SLOW = `"${'a'.repeat(40)}!"\n`;

/** The findings in a project, in brief. */
async function findingsIn(files: Files): Promise<readonly string[]> {
  const { findings } = await check({ cwd: tempProject(files) });
  return findings.map(brief);
}

describe('one cause is one finding', () => {
  test('a pattern that takes too long, for a sample that should fail and one that should pass', async () => {
    const manifest = {
      limits: { validation_time: 100 },
      contracts: {
        a: { schema: 'all.yaml#/$defs/s', samples: ['a.json', { path: 'b.json', expect: 'invalid' }] },
      },
    };
    expect(
      await findingsIn({
        'contracts.json': manifest,
        'schemas/all.yaml': "$defs:\n  s:\n    { type: string, pattern: '^(a+)+$' }\n",
        'api_samples/a.json': SLOW,
        'api_samples/b.json': SLOW,
      }),
    ).toEqual([
      `schemas/all.yaml 3:5-3:6 error sample-judged /$defs/s 2 samples not checked: validation took longer than 100 ms: simplify the patterns of this schema (nested repeats such as (a+)+ take exponential time), or raise \`limits.validation_time\`${LISTED}`,
    ]);
  });

  test('a stack overflow in samples that nest deep, next to one that does not', async () => {
    const steps = Array.from({ length: 12 }, (_, step) => [
      `d${step}`,
      { allOf: [{ anyOf: [{ oneOf: [{ $ref: `#/$defs/d${step + 1}` }] }] }] },
    ]);
    const items = { $ref: '#/$defs/d0' };
    const deep = `${'['.repeat(512)}5${']'.repeat(512)}\n`;
    expect(
      await findingsIn({
        'contracts.json': {
          contracts: {
            a: { schema: 's.json', samples: ['a.json', { path: 'b.json', expect: 'invalid' }, 'c.json'] },
          },
        },
        'schemas/s.json': {
          ...items,
          $defs: { ...Object.fromEntries(steps), d12: { type: ['array', 'integer'], items } },
        },
        'api_samples/a.json': deep,
        'api_samples/b.json': deep,
        'api_samples/c.json': [['x']],
      }),
    ).toEqual([
      'api_samples/c.json 1:3-1:6 error sample-matches-schema /0/0 expected an array or an integer, got "x"',
      `schemas/s.json 1:1-1:2 error sample-judged '' 2 samples not checked: this schema and what it checks nest too deep together: flatten one of them${LISTED}`,
    ]);
  });

  test('a definition that several contracts share, and each of two causes in one schema', async () => {
    const shared = { $ref: 'shared.json' };
    expect(
      await findingsIn({
        'contracts.json': {
          contracts: {
            a: { schema: 'a.json', samples: 'a.json' },
            b: { schema: 'b.json', samples: 'b.json' },
            c: { schema: 'c.json', samples: 'c.json' },
          },
          rules: { 'schema-is-valid': 'warning', 'schema-references-resolve': 'off' },
        },
        'schemas/a.json': { type: 'object', properties: { x: shared } },
        'schemas/b.json': { type: 'object', properties: { x: shared, y: { $ref: 'gone.json' } } },
        'schemas/c.json': { type: 'object' },
        'schemas/shared.json': { type: 5 },
        'api_samples/a.json': {},
        'api_samples/b.json': {},
        'api_samples/c.json': {},
      }),
    ).toEqual([
      'schemas/b.json 1:71-1:82 error sample-judged /properties/y/$ref 1 sample not checked: the reference "gone.json" leads nowhere: add that schema, or fix the reference (api_samples/b.json 1:1 not checked)',
      `schemas/shared.json 1:9-1:10 error schema-is-valid /type expected one of "array", "boolean", "integer", "null", "number", "object", "string" as "type", got 5 {sample-judged}${LISTED}`,
    ]);
  });

  test('a sample of two contracts, one with a broken schema', async () => {
    expect(
      await findingsIn({
        'contracts.json': {
          contracts: {
            a: { schema: 'a.json', samples: 'a.json' },
            b: { schema: 'b.json', samples: 'a.json' },
          },
          rules: { 'schema-readable': 'off' },
        },
        'schemas/a.json': { type: 'object' },
        'schemas/b.json': '[',
        'api_samples/a.json': [],
      }),
    ).toEqual([
      "api_samples/a.json 1:1-1:3 error sample-matches-schema '' expected an object, got an empty array",
      'schemas/b.json 1:2-1:2 error sample-judged 1 sample not checked: the array that starts on line 1 is not closed: expected `]`, got the end of the text (api_samples/a.json 1:1 not checked)',
    ]);
  });
});

/** A contract with two ranges: 2.1 to `end` with the schema a.json, and from 2.5 on with b.json. */
function ranged(end: string, rules: Files, expected: 'valid' | 'invalid' = 'valid'): Files {
  return {
    'contracts.json': {
      base_microversion: '2.1',
      contracts: {
        a: {
          ranges: [
            { max_version: end, schema: 'a.json' },
            { min_version: '2.5', schema: 'b.json' },
          ],
          samples: { path: '{microversion}/*.json', expect: expected },
        },
      },
      rules,
    },
    'schemas/a.json': { type: 'object', required: ['id'] },
    'schemas/b.json': { type: 'object', required: ['name'] },
    'api_samples/a.json': { id: 1 },
    'api_samples/v2.6/a.json': { id: 1, name: 'a' },
  };
}

describe('ranges', () => {
  test('the broken schema of one range leaves only its samples unjudged', async () => {
    const files = { ...ranged('2.4', { 'schema-readable': 'off' }), 'schemas/b.json': '{' };
    expect(await findingsIn(files)).toEqual([
      'schemas/b.json 1:2-1:2 error sample-judged 1 sample not checked: the object that starts on line 1 is not closed: expected `}`, got the end of the text (api_samples/v2.6/a.json 1:1 not checked)',
    ]);
  });

  const overlap =
    'the ranges up to 2.7 and 2.5 and later overlap, so a sample in both has two schemas: end one before the other begins';
  const related = '(contracts.json 1:86 up to 2.7) (api_samples/v2.6/a.json 1:1 not checked)';
  const where = 'contracts.json 1:126-1:134';

  test.each([
    [{}, `${where} error ranges-disjoint /contracts/a/ranges/1/schema ${overlap} {sample-judged} ${related}`],
    [
      { 'ranges-disjoint': 'warning' },
      `${where} error ranges-disjoint /contracts/a/ranges/1/schema ${overlap} {sample-judged} ${related}`,
    ],
    [
      { 'ranges-disjoint': 'off' },
      `${where} error sample-judged /contracts/a/ranges/1/schema 1 sample not checked: ${overlap} ${related}`,
    ],
  ])('a sample in two ranges is not judged: %j', async (rules, finding) => {
    expect(await findingsIn(ranged('2.7', rules))).toEqual([finding]);
  });

  test('a sample in two ranges does not fail as expected', async () => {
    const files = {
      ...ranged('2.7', { 'ranges-disjoint': 'off' }, 'invalid'),
      'api_samples/a.json': {},
      'api_samples/v2.6/a.json': {},
    };
    expect((await findingsIn(files)).map((line) => line.split(' ').slice(0, 4))).toEqual([
      ['contracts.json', '1:126-1:134', 'error', 'sample-judged'],
    ]);
  });
});

test('a folder that cannot be opened leaves the samples in it unjudged, if a contract may name some', async () => {
  const cwd = tempProject({
    'contracts.json': {
      contracts: { a: { schema: 's.json', samples: ['a.json', 'linked/*.json'] } },
      rules: { 'file-readable': 'off', 'pattern-has-sample': 'off' },
    },
    'schemas/s.json': { type: 'object' },
    'api_samples/a.json': {},
  });
  for (const name of ['linked', 'other']) symlinkSync('../schemas', join(cwd, 'api_samples', name));
  expect((await check({ cwd })).findings.map(brief)).toEqual([
    `api_samples/linked ${ROOT} error sample-judged not checked: cannot be read: links to folders are not followed, so the files in this one are not checked; name the real folder too, or remove the link`,
  ]);
});

test('what must not be judged is only counted', async () => {
  const cwd = tempProject({
    'contracts.json': {
      contracts: {
        gone: { max_version: '2.3', schema: 's.json', samples: '{microversion}/gone.json' },
        vague: { schema: 'vague.json', samples: 'vague.json' },
        live: { schema: 's.json', live: { request: 'GET /a' } },
      },
      rules: { 'sample-in-contract-range': 'off', 'schema-constrains': 'off' },
    },
    'schemas/s.json': { type: 'object' },
    'schemas/vague.json': {},
    'api_samples/v2.4/gone.json': '[',
    'api_samples/vague.json': [],
  });
  const { findings, summary } = await check({ cwd });
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(['json-well-formed']);
  expect(findings.map(({ also }) => also)).toEqual([[]]);
  expect(summary.notChecked.map(({ what, items }) => [what, items])).toEqual([
    ['samples of operations absent at their microversion', ['api_samples/v2.4/gone.json']],
    ['samples whose schema accepts everything', ['api_samples/vague.json']],
    ['ranges without a sample', ['gone: every microversion (s.json)']],
    ['live requests', ['live: GET /a']],
  ]);
});
