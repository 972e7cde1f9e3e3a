import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, test } from '@jest/globals';

import { runCli } from './run-cli';

const ROOT = join(__dirname, '../..');
const PROJECTS = { weak: join(__dirname, '../fixtures/projects/weak'), here: ROOT };

function readSchema(name: string): object {
  return Object(JSON.parse(readFileSync(join(ROOT, 'spec', name), 'utf8')));
}

const validate = new Ajv2020({ allErrors: true })
  .addSchema(readSchema('report.schema.json'), 'report.schema.json')
  .compile(readSchema('strength.schema.json'));

/** What a command prints, as a value. */
async function report(command: string, project: keyof typeof PROJECTS) {
  const args = ['strength', '--format', 'json', ...command.split(' ')];
  const { out, code } = await runCli(args, { cwd: PROJECTS[project] });
  return { code, printed: Object(JSON.parse(out)) };
}

describe('the schema of strength reports', () => {
  test.each([
    ['--seed 2', 'weak', 0, 'schemas'],
    ['--verbose', 'weak', 0, 'schemas'],
    ['--min-score 100', 'weak', 1, 'schemas'],
    ['--verbose', 'here', 0, 'schemas'],
    ['-m unjudged.yaml', 'weak', 2, 'error'],
    ['-m gone.yaml', 'weak', 2, 'error'],
    ['--nonsense', 'weak', 2, 'error'],
  ] as const)(
    'holds what `samplegate strength --format json %s` prints of %s',
    async (command, project, expected, member) => {
      const { code, printed } = await report(command, project);
      expect(code).toBe(expected);
      validate(printed);
      expect(validate.errors).toBeNull();
      expect(Object.keys(printed)).toContain(member);
    },
  );

  test('refuses what is misspelt, and what is missing', async () => {
    const { printed } = await report('--verbose', 'weak');
    const { seed: _, ...withoutSeed } = printed;
    const [first] = printed.schemas;
    const [weakness] = first.weaknesses;
    const [survivor] = first.survivors;
    const withSchema = (changes: object) => ({ ...printed, schemas: [{ ...first, ...changes }] });
    const wrong = [
      withoutSeed,
      { ...printed, extra: 1 },
      { ...printed, schemas: [] },
      withSchema({ score: '90' }),
      withSchema({ survivers: [] }),
      withSchema({ weaknesses: [{ ...weakness, line: 0 }] }),
      withSchema({ survivors: [{ ...survivor, location: 'servers' }] }),
    ];
    expect(wrong.map((value) => validate(value))).toEqual(wrong.map(() => false));
    expect(validate(withSchema({ weaknesses: [weakness], survivors: [survivor] }))).toBe(true);
  });
});
