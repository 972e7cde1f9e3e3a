import { beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { isReportFormat, REPORTERS } from '../../src/reporters/reporter-registry';
import { git } from '../project/git/git-project';
import { tempFolder } from '../temp-folder';

const ROOT = join(__dirname, '../..');

function demonstrate(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const script = join(ROOT, 'examples/one-file-bump.mjs');
  return spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}

describe('the demonstration of a bump in one file only', () => {
  const parent = tempFolder();
  const folder = join(parent, 'demo');
  const summary = join(parent, 'summary.md');
  let run: ReturnType<typeof demonstrate> | undefined;

  beforeAll(() => {
    run = demonstrate([folder], { GITHUB_STEP_SUMMARY: summary });
  });

  test('says what it made', () => {
    const reports = readdirSync(join(folder, 'reports')).toSorted();
    expect([run?.status, run?.stderr]).toEqual([0, '']);
    expect(run?.stdout).toContain(
      `exit code of the check: 1\n${reports.map((name) => `${folder}/reports/${name}\n`).join('')}`,
    );
  });

  test('is a repository whose last commit changes one line of one file', () => {
    expect(git(folder, 'rev-list', '--count', 'HEAD')).toBe('2\n');
    expect(git(folder, 'diff', '--numstat', 'HEAD^')).toBe(
      '1\t1\tapi_samples/versions/versions-get-resp.json\n',
    );
  });

  test('is found, and reported in every format', () => {
    const { findings } = JSON.parse(readFileSync(join(folder, 'reports/report.json'), 'utf8'));
    expect(findings).toMatchObject([
      { ruleId: 'documents-agree', file: 'api_samples/versions/v21-version-get-resp.json' },
    ]);
    const reports = readdirSync(join(folder, 'reports')).toSorted();
    expect(reports).toHaveLength(Object.keys(REPORTERS).filter(isReportFormat).length);
    for (const name of reports)
      expect(readFileSync(join(folder, 'reports', name), 'utf8')).toContain('documents-agree');
    // The summary of the job that shows the demonstration.
    expect(existsSync(summary)).toBe(false);
  });

  test('is what the pages show of every format', () => {
    const pages = ['ci', 'output-formats'].map((name) =>
      readFileSync(join(ROOT, 'docs', `${name}.md`), 'utf8'),
    );
    const shown = pages.flatMap((page) =>
      Array.from(page.matchAll(/^\$ .* reports\/(\S+)$/gm), ([, name = '']) => name),
    );
    // The page is a picture, and the text for people is printed.
    expect([...new Set([...shown, 'pretty.txt', 'report.html'])].toSorted()).toEqual(
      readdirSync(join(folder, 'reports')).toSorted(),
    );
  });
});

test('a folder with something in it stays as it is', () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'mine.txt'), 'mine');
  const { status, stderr } = demonstrate([folder]);
  expect([status, stderr]).toEqual([2, `${folder} is not empty: name a folder that does not exist yet\n`]);
  expect(readdirSync(folder)).toEqual(['mine.txt']);
});

test('without a folder, the usage is printed', () => {
  expect(demonstrate([]).stderr).toBe('usage: node examples/one-file-bump.mjs FOLDER\n');
});
