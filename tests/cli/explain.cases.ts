import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { RULES } from '../../src/rules/rule-registry';
import { runCli } from './run-cli';

const ROOT = join(__dirname, '../..');
const docs = readFileSync(join(ROOT, 'docs/rules.md'), 'utf8');

test('without a rule, every rule stands in a line, with its level and what it claims', async () => {
  const { out, err, code } = await runCli(['explain'], { cwd: ROOT });
  expect({ err, code }).toEqual({ err: '', code: 0 });
  const lines = out.trimEnd().split('\n');
  expect(lines.map((line) => line.split(/ {2,}/))).toEqual(
    RULES.map(({ id, severity, summary }) => [id, severity, summary]),
  );
});

test.each(['versions-envelope', 'status-known', 'final-newline'])(
  'explains %s by its section of docs/rules.md',
  async (id) => {
    const { out, err, code } = await runCli(['explain', id], { cwd: ROOT });
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out).toMatch(new RegExp(`^${id}\\n`));
    expect(docs).toContain(`## ${out.trimEnd()}\n`);
    expect(out).toContain('**Claims**');
    expect(out).not.toContain('\n## ');
  },
);

test('several rules are explained one after the other', async () => {
  const { out } = await runCli(['explain', 'id-form', 'id-unique'], { cwd: ROOT });
  expect(out).toMatch(/^id-form\n[^]*\nid-unique\n/);
});
