import { describe, expect, test } from '@jest/globals';

import { tempProject } from '../../engine/temp-project';
import { runCli } from '../../cli/run-cli';
import { findingsOf } from '../rule-fixtures';

describe('schema-has-sample', () => {
  test('accepts a contract with placeholders where each schema has a sample or is under `except:`', async () => {
    expect(await findingsOf('schema-has-sample/right')).toEqual([]);
  });

  test('names the schemas without a sample once per contract with placeholders', async () => {
    const found = { ruleId: 'schema-has-sample', severity: 'warning', file: 'contracts.yaml' };
    expect(await findingsOf('schema-has-sample/wrong')).toEqual([
      {
        ...found,
        message:
          '1 schema has no sample for {name}: schemas/images.json: add samples, or list it under `except:`',
        pointer: '/contracts/{name}',
        start: { line: 2, column: 3 },
        end: { line: 2, column: 11 },
      },
      {
        ...found,
        message:
          '1 schema has no sample for {name}.part: schemas/common/id.json: add samples, or list it under `except:`',
        pointer: '/contracts/{name}.part',
        start: { line: 5, column: 3 },
        end: { line: 5, column: 16 },
      },
    ]);
  });

  test('shows the count and the first ten names', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `n${index + 10}`);
    const cwd = tempProject({
      'contracts.yaml': 'contracts:\n  "{name}": { schema: "{name}.json", samples: "{name}/*" }\n',
      ...Object.fromEntries(
        ['a', ...names].map((name) => [
          `schemas/${name}.json`,
          { type: 'object', properties: { id: { const: name } } },
        ]),
      ),
      'api_samples/a/1.json': { id: 'a' },
    });
    const { out } = await runCli(['check', '-q'], { cwd });
    expect(out).toBe(
      `contracts.yaml:2:3: warning schema-has-sample 12 schemas have no sample for {name}: ${names
        .slice(0, 10)
        .map((name) => `schemas/${name}.json`)
        .join(', ')}, … (12 in all): add samples, or list them under \`except:\`\n`,
    );
  });

  test('ignores a meta-schema that another schema names', async () => {
    const files = {
      'contracts.yaml': 'contracts:\n  "{name}": { schema: "{name}.json", samples: "{name}/*" }\n',
      'schemas/meta.json': {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: 'https://api.example.com/meta.json',
        $ref: 'https://json-schema.org/draft/2020-12/schema',
      },
      'schemas/a.json': { $schema: 'https://api.example.com/meta.json', type: 'object' },
      'api_samples/a/1.json': {},
    };
    const lines = async (more: object = {}) =>
      (await runCli(['check', '-q'], { cwd: tempProject({ ...files, ...more }) })).out;
    expect(await lines()).toBe('');
    expect(await lines({ 'schemas/b.json': { $schema: './meta.json', type: 'array' } })).toContain(
      '1 schema has no sample for {name}: schemas/b.json: add samples',
    );
    expect(await lines({ 'schemas/a.json': { type: 'object' } })).toContain('schemas/meta.json');
    // A meta-schema that only describes itself is not used.
    expect(
      await lines({
        'schemas/a.json': { type: 'object' },
        'schemas/meta.json': { ...files['schemas/meta.json'], $schema: 'https://api.example.com/meta.json' },
      }),
    ).toContain('schemas/meta.json');
  });

  test('ignores a schema whose samples another contract claims', async () => {
    const cwd = tempProject({
      'contracts.yaml':
        'contracts:\n  "{name}": { schema: "{name}.json", samples: "{name}/*" }\n  other: { schema: b.json, samples: b.json }\n',
      'schemas/a.json': { type: 'object' },
      'schemas/b.json': { type: 'object', required: ['x'] },
      'api_samples/a/1.json': {},
      'api_samples/b.json': { x: 1 },
    });
    expect((await runCli(['check', '-q', '--fail-on', 'warning'], { cwd })).out).not.toContain(
      'schema-has-sample',
    );
  });
});
