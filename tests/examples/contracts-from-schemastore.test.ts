import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { check } from '../../src/engine/check';
import { tempProject } from '../engine/temp-project';

const SCRIPT = join(__dirname, '../../examples/contracts-from-schemastore.mjs');

function convert(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** A checkout with tests that pass and fail, some of one name, one in YAML, and one without a schema. */
function checkout(): string {
  return tempProject({
    'src/schemas/json/pet.json': {
      $schema: 'http://json-schema.org/draft-07/schema#',
      properties: { name: { type: 'string' }, color: { type: 'string', format: 'rgb' } },
    },
    'src/test/pet/pet.json': { name: 'Rex', color: 'ff0000' },
    'src/test/pet/pet (old).json': { name: 'Max' },
    'src/test/pet/pet.yaml': 'name: Rex\n',
    'src/test/gone/a.json': {},
    'src/negative_test/pet/pet.json': { name: 5 },
    'src/schema-validation.jsonc': `{
      // Formats without a definition. See "options".
      "options": { "pet.json": { "unknownFormat": ["rgb", "iri"], }, },
    }`,
  });
}

describe('the manifest of a SchemaStore checkout', () => {
  const tree = checkout();
  const { status, stdout, stderr } = convert(tree);

  test('has one contract per schema, and names what it leaves out', () => {
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr:
        '1 .yaml files are skipped: samples are JSON\nsrc/schemas/json/gone.json is missing: src/test/gone/a.json\n',
    });
    expect(JSON.parse(stdout)).toEqual({
      samples: 'src',
      schemas: 'src/schemas/json',
      contracts: {
        pet: {
          schema: 'pet.json',
          samples: [
            String.raw`test/pet/pet \(old\).json`,
            'test/pet/pet.json',
            { path: 'negative_test/pet/pet.json', expect: 'invalid' },
          ],
        },
      },
      formats: { rgb: 'off' },
    });
  });

  test('is a manifest that claims every test with a schema', async () => {
    writeFileSync(join(tree, 'contracts.json'), stdout);
    const { findings, summary } = await check({ manifest: join(tree, 'contracts.json') });
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ ruleId, file }) => ({ ruleId, file }))).toEqual([
      { ruleId: 'sample-has-contract', file: expect.stringMatching(/src\/test\/gone\/a\.json$/) },
    ]);
    expect(summary).toMatchObject({ contracts: 1, samples: 4 });
  });
});

test('wrong arguments print the usage', () => {
  const usage = 'usage: node contracts-from-schemastore.mjs TREE > TREE/contracts.json\n';
  expect(convert()).toEqual({ status: 2, stdout: '', stderr: usage });
  expect(convert('a', 'b')).toEqual({ status: 2, stdout: '', stderr: usage });
});
