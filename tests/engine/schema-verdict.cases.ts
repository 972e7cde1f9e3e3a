import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';

import { openProject } from '../../src/engine/open/open-project';
import { schemaAt, schemaVerdict } from '../../src/engine/schema-verdict';
import { tempProject } from './temp-project';

const SERVICE = join(__dirname, '../fixtures/projects/service');
const project = openProject({ cwd: SERVICE });

/** The keywords that fail, each with its place. */
function failures(file: string, value: unknown, formats?: 'annotated' | 'asserted'): readonly string[] {
  const options = formats === undefined ? {} : { formats };
  const verdict = schemaVerdict(project, { file, pointer: '' }, value, options);
  if (verdict.kind !== 'checked') throw new Error(verdict.kind);
  return verdict.violations.map(({ keyword, instanceLocation }) => `${keyword} ${instanceLocation}`);
}

describe('a value is validated against a schema', () => {
  const image = { id: 'none', name: 'a', minDisk: -1, networks: ['192.0.2.0'] };

  test('with formats, as the manifest defines them', () => {
    const expected = ['format /image/id', 'minimum /image/minDisk', 'format /image/networks/0'];
    expect(failures('images/show.json', { image })).toEqual(expected);
    expect(failures('images/show.json', { image }, 'asserted')).toEqual(expected);
  });

  test('with formats as annotations', () => {
    expect(failures('images/show.json', { image }, 'annotated')).toEqual(['minimum /image/minDisk']);
  });

  test('a missing schema gives no verdict', () => {
    expect(schemaVerdict(project, { file: 'gone.json', pointer: '' }, {})).toEqual({
      kind: 'unusable-schema',
    });
  });
});

describe('the schema of a contract', () => {
  test.each([
    ['flavors.show.response', '2.1', 'flavors/show.json'],
    ['flavors.show.response', '2.55', 'flavors/show-v255.json'],
    ['flavors.show.response', '2.100', 'flavors/show-v261.json'],
    ['images.show.response', '2.35', 'images/show.json'],
    ['images.show.response', '2.36', undefined],
  ])('%s at %s is %s', (contract, microversion, file) => {
    expect(schemaAt(project, contract, microversion)?.file).toBe(file);
  });

  test.each([
    ['flavors.show', '2.1', 'there is no contract `flavors.show`'],
    ['flavors.show.response', 'latest', '`latest` is not a microversion'],
  ])('%s at %s is rejected', (contract, microversion, message) => {
    expect(() => schemaAt(project, contract, microversion)).toThrow(message);
  });
});

test('a manifest that is given as text is read as if it were in the folder', () => {
  const manifestText = JSON.stringify({ contracts: { a: { schema: 'images/show.json' } } });
  const made = openProject({ cwd: SERVICE, manifestText });
  expect(made.manifest.name).toBe('contracts.json');
  expect(made.contracts.map(({ name }) => name)).toEqual(['a']);
  expect(
    openProject({ cwd: SERVICE, manifest: 'a.yaml', manifestText: 'contracts: { b: { schema: c } }' })
      .contracts,
  ).toMatchObject([{ name: 'b', place: { file: 'a.yaml' } }]);
  expect(() => openProject({ cwd: SERVICE, manifestText: '{}' })).toThrow('the manifest is wrong');
});

test('numbers that JavaScript cannot read exactly are in violations as they were written', () => {
  const cwd = tempProject({
    'schemas/size.json': '{"maximum": 9223372036854775807}',
    'api_samples/size.json': '1',
  });
  const contracts = { size: { schema: 'size.json', samples: 'size.json' } };
  const sized = openProject({ cwd, manifestText: JSON.stringify({ contracts }) });
  const verdict = schemaVerdict(sized, { file: 'size.json', pointer: '' }, 2 ** 63);
  const [violation] = verdict.kind === 'checked' ? verdict.violations : [];
  expect(String(violation?.expected)).toBe('9223372036854775807');
  expect(violation?.actual).toBe(2 ** 63);
  expect(JSON.stringify(violation)).toContain('"expected":"9223372036854775807"');
  expect(schemaVerdict(sized, { file: 'size.json', pointer: '' }, 2 ** 63 - 1024)).toMatchObject({
    violations: [],
  });
});
