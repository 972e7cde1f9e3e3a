import Ajv2020 from 'ajv/dist/2020';
import { expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { tempProject } from '../engine/temp-project';
import { commitAll, gitProject } from '../project/git/git-project';
import { runCli } from './run-cli';

const PROJECTS = join(__dirname, '../fixtures/projects');
const schema: unknown = JSON.parse(readFileSync(join(__dirname, '../../spec/report.schema.json'), 'utf8'));
const validate = new Ajv2020({ allErrors: true }).compile(schema as object);

test.each([
  ['servers-right', 'check', 0],
  ['servers-wrong', 'check', 1],
  ['remarks', 'check --pedantic', 0],
  ['laws', 'laws . --pedantic', 1],
  ['laws', 'laws v1.json --newest 1.91', 1],
  ['wrong-manifest', 'check', 2],
  ['servers-right', 'check gone.json', 2],
  ['servers-right', 'check --nonsense', 2],
  ['laws', 'check --manifest gone.yaml', 2],
  ['laws', 'laws gone.json', 2],
] as const)(
  'in %s, `samplegate %s --format json` satisfies the schema of reports, with exit code %i',
  async (project, command, expected) => {
    const { out, code } = await runCli([...command.split(' '), '--format', 'json'], {
      cwd: join(PROJECTS, project),
    });
    const report: unknown = JSON.parse(out);
    expect(code).toBe(expected);
    validate(report);
    expect(validate.errors).toBeNull();
    expect(Object.keys(Object(report))).toContain(expected === 2 ? 'error' : 'summary');
  },
);

test('a report on a change satisfies the schema of reports', async () => {
  const files = {
    'contracts.json': { contracts: { a: { schema: 'a.json', samples: 'a.json' } } },
    'schemas/a.json': { type: 'object' },
    'api_samples/a.json': {},
  };
  const cwd = gitProject(files);
  writeFileSync(
    join(cwd, 'contracts.json'),
    JSON.stringify({ contracts: { b: { schema: 'a.json', samples: 'a.json' } } }),
  );
  commitAll(cwd, 'Samplegate-Allow: contract-stays a: it is called b');
  for (const [base, count] of [
    ['HEAD^1', 0],
    ['HEAD', 1],
  ] as const) {
    if (count > 0) writeFileSync(join(cwd, 'contracts.json'), JSON.stringify(files['contracts.json']));
    const { out } = await runCli(['check', '--base', base, '--format', 'json'], { cwd });
    const report = JSON.parse(out) as { findings: unknown[] };
    validate(report);
    expect(validate.errors).toBeNull();
    expect(report.findings).toHaveLength(count);
    expect(report).toMatchObject({
      summary: {
        base: {
          why: `named as \`${base}\``,
          allowed:
            count > 0
              ? []
              : [{ ruleId: 'contract-stays', subject: 'a', reason: 'it is called b', author: 'A' }],
        },
      },
    });
  }
});

test.each(['--format=json', '--format json', '-f json', '-fjson'])(
  '%s asks for JSON where the run stops too',
  async (option) => {
    const { out, err } = await runCli(['check', ...option.split(' ')], { cwd: tempProject({}) });
    const message = expect.stringContaining('there is no contracts.yaml here');
    expect(JSON.parse(out)).toEqual({ version: 1, findings: [], error: { message } });
    expect(err).toEqual(expect.stringMatching(/^samplegate: there is no contracts\.yaml here/));
  },
);

test.each([['check'], ['check --format github'], ['check --format json=report.json']])(
  'nobody who runs `samplegate %s` gets JSON unasked',
  async (command) => {
    const { out } = await runCli(command.split(' '), { cwd: join(PROJECTS, 'wrong-manifest') });
    expect(out).toBe('');
  },
);
