import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { cutMarkdown } from '../../src/cli/step-summary';
import { tempProject } from '../engine/temp-project';
import { tempFolder } from '../temp-folder';
import { runCli } from './run-cli';
import { folderOf } from './scenario-folder';

async function summaryAfter(args: readonly string[], before = ''): Promise<string> {
  const path = join(tempFolder(), 'summary.md');
  writeFileSync(path, before);
  const cwd = folderOf({ project: 'servers-wrong', copy: true });
  await runCli(['check', ...args], { cwd, env: { GITHUB_STEP_SUMMARY: path } });
  return readFileSync(path, 'utf8');
}

describe('the summary of a step in GitHub Actions', () => {
  test('gets the Markdown report where annotations are asked for, after what is there', async () => {
    const summary = await summaryAfter(['--format', 'github'], 'before\n');
    expect(summary).toMatch(/^before\n## samplegate: /);
    expect(summary).toContain('| error | ');
  });

  test('gets the report on many services, too', async () => {
    const path = join(tempFolder(), 'summary.md');
    const cwd = tempProject({
      'contracts.yaml':
        'contracts: { item: { schema: item.json, samples: item.json, live: { request: GET / } } }\n',
      'api_samples/item.json': {},
      'schemas/item.json': { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' },
      'targets.json': { targets: [{ url: 'http://127.0.0.1:9/' }] },
    });
    const ran = await runCli(['check', '--targets', 'targets.json', '--retries', '0', '--format', 'github'], {
      cwd,
      env: { GITHUB_STEP_SUMMARY: path },
    });
    expect(ran).toMatchObject({ code: 1, err: '' });
    const summary = readFileSync(path, 'utf8');
    expect(summary).toMatch(/^## samplegate: /);
    expect(summary).toContain('1 unreachable');
  });

  test('gets nothing otherwise', async () => {
    expect(await summaryAfter([])).toBe('');
    expect(await summaryAfter(['--format', 'markdown'])).toBe('');
  });

  test('stays below what GitHub shows, with what is there', async () => {
    const summary = await summaryAfter(['--format', 'github'], `${'x'.repeat(1024 * 1024 - 1000)}\n`);
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(summary).toMatch(/The rest is left out, with \d+ more findings: a summary has at most 1 MiB\.\n$/);
  });

  test('that cannot be written is a warning', async () => {
    const cwd = folderOf({ project: 'servers-wrong', copy: true });
    const env = { GITHUB_STEP_SUMMARY: cwd };
    const { code, out, err } = await runCli(['check', '--format', 'github'], { cwd, env });
    expect(code).toBe(1);
    expect(out).toContain('::error ');
    expect(err).toContain('cannot write the summary of the step');
  });
});

test('a cut report closes what is open, and counts the findings that are left out', () => {
  const markdown = '# a\n<details>\ntext\n\n</details>\n| error | x |\n| warning | y |\n';
  expect(cutMarkdown(markdown, 1000)).toBe(markdown);
  expect(cutMarkdown(markdown, 50)).toContain('with 1 more finding: a');
  expect(cutMarkdown(markdown, 20)).toBe(
    '# a\n<details>\ntext\n\n\n</details>\n\nThe rest is left out, with 2 more findings: a summary has at most 1 MiB.\n',
  );
});
