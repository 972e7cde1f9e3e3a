import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { createReportFile } from '../../src/cli/report-file';
import { tempFolder } from '../temp-folder';
import { runCli } from './run-cli';
import { folderOf } from './scenario-folder';

describe('a report that is written to a file', () => {
  test('creates its folder, and replaces the report before only when it is complete', () => {
    const folder = tempFolder();
    const path = join(folder, 'a/b/report.xml');
    const file = createReportFile(path, 'a/b/report.xml');
    file.write('one');
    file.close();
    const next = createReportFile(path, 'a/b/report.xml');
    next.write('two');
    expect(readFileSync(path, 'utf8')).toBe('one');
    next.write(' and three');
    next.close();
    expect(readFileSync(path, 'utf8')).toBe('two and three');
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['report.xml']);
  });

  test('leaves nothing behind if it is not completed', () => {
    const folder = tempFolder();
    const file = createReportFile(join(folder, 'report.xml'), 'report.xml');
    file.write('one');
    file.discard();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('goes where a symbolic link leads', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'real'));
    writeFileSync(join(folder, 'real/report.xml'), 'before');
    symlinkSync('real/report.xml', join(folder, 'link.xml'));
    const file = createReportFile(join(folder, 'link.xml'), 'link.xml');
    file.write('one');
    file.close();
    expect(readlinkSync(join(folder, 'link.xml'))).toBe('real/report.xml');
    expect(readFileSync(join(folder, 'real/report.xml'), 'utf8')).toBe('one');
  });

  test('is written into a FIFO, which stays one', async () => {
    const fifo = join(tempFolder(), 'fifo');
    execFileSync('mkfifo', [fifo]);
    const reader = spawn('cat', [fifo], { stdio: ['ignore', 'pipe', 'inherit'] });
    let read = '';
    reader.stdout.setEncoding('utf8').on('data', (text: string) => {
      read += text;
    });
    // A FIFO is opened for writing only while somebody reads it.
    openSync(fifo, 'r+');
    const file = createReportFile(fifo, 'fifo');
    file.write('one');
    file.close();
    await once(reader.stdout, 'data');
    reader.kill();
    expect(read).toBe('one');
  });

  test.each([
    ['a file as a folder', 'a.json/report.xml', 'a folder of its path is a file; choose another path'],
    ['a folder', 'samples', 'it is a folder; add the name of a file'],
    ['a folder that does not exist', 'new/', 'it is a folder; add the name of a file'],
  ])('cannot be %s', (_, name, reason) => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'samples'));
    writeFileSync(join(folder, 'a.json'), '{}');
    expect(() => createReportFile(join(folder, name), name)).toThrow(
      `cannot write the report \`${name}\`: ${reason}`,
    );
  });
});

test('several reports of one run go to their files', async () => {
  const cwd = folderOf({ project: 'servers-wrong', copy: true });
  const { out } = await runCli(
    ['check', '-f', 'json=out/r.json', '-f', 'junit=out/r.xml', '-f', 'github=out/r.txt', '-q'],
    { cwd },
  );
  expect(readdirSync(join(cwd, 'out')).toSorted()).toEqual(['r.json', 'r.txt', 'r.xml']);
  expect(out).toMatch(/^api_samples\/.*: error /);
});

test.each([
  ['json=r.out', 'ctrf=r.out', '`json` and `ctrf` go to one file, `r.out`: give each its own'],
  [
    'json=r.out',
    'sarif=./out/../r.out',
    '`json` and `sarif` go to one file, `./out/../r.out`: give each its own',
  ],
  ['json=r.out', 'json=link.out', '`json` and `json` go to one file, `link.out`: give each its own'],
])('%s and %s are refused, before anything is written', async (first, second, message) => {
  const cwd = folderOf({ project: 'servers-wrong', copy: true });
  writeFileSync(join(cwd, 'r.out'), '');
  symlinkSync('r.out', join(cwd, 'link.out'));
  const before = readdirSync(cwd);
  const { code, out, err } = await runCli(['check', '-f', first, '-f', second], { cwd });
  expect([code, out, err]).toEqual([2, '', `samplegate: ${message}\n`]);
  expect(readdirSync(cwd)).toEqual(before);
});

test('several reports may go where nothing is kept', async () => {
  const cwd = folderOf({ project: 'servers-wrong', copy: true });
  const { code } = await runCli(['check', '-q', '-f', 'json=/dev/null', '-f', 'ctrf=/dev/null'], { cwd });
  expect(code).toBe(1);
});

test('no draft of a report is left where another one cannot be written', async () => {
  const cwd = folderOf({ project: 'servers-wrong', copy: true });
  writeFileSync(join(cwd, 'targets.json'), '{ "targets": [{ "url": "http://127.0.0.1:9/" }] }');
  const before = readdirSync(cwd);
  const { code, err } = await runCli(
    ['check', '--targets', 'targets.json', '-f', 'json=a.json', '-f', 'junit=contracts.yaml/x.xml'],
    { cwd },
  );
  expect(code).toBe(2);
  expect(err).toContain('cannot write the report `contracts.yaml/x.xml`');
  expect(readdirSync(cwd)).toEqual(before);
});
