import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

import { openTargets } from '../../src/engine/fleet/open-targets';
import { describeManifest } from '../../src/engine/open/describe-manifest';
import { DISK } from '../../src/project/tree/disk-tree';
import { loadManifest } from '../../src/project/load-manifest';
import { tempProject } from '../engine/temp-project';
import { allBlocks, ROOT, type Block } from './page';

function placeOf({ page, line }: Block): string {
  return `${page}:${line}`;
}

/** A table for test.each: where each block is, and the block. */
function table(blocks: readonly Block[]): readonly (readonly [place: string, block: Block])[] {
  return blocks.map((block) => [placeOf(block), block]);
}

const yaml = allBlocks('yaml');
const titled = (title: string) => yaml.filter(({ attributes }) => attributes.get('title') === title);

describe('YAML', () => {
  test.each(table(yaml))('%s is YAML', (_place, { text }) => {
    expect(parseDocument(text).errors).toEqual([]);
  });

  test.each(table(titled('contracts.yaml')))('%s is a manifest that runs', (_place, { text }) => {
    const reading = loadManifest(DISK, tempProject({ 'contracts.yaml': text }));
    expect(reading.kind === 'wrong' ? describeManifest(reading) : []).toEqual([]);
    expect(reading.kind).toBe('ready');
  });

  test.each(table(titled('targets.yaml')))('%s is a targets file that runs', (_place, { text }) => {
    const cwd = tempProject({ 'targets.yaml': text });
    expect(openTargets(cwd, 'targets.yaml', { OS_TOKEN: 'token' }).length).toBeGreaterThan(0);
  });
});

const typescript = allBlocks('ts').filter(({ page }) => !page.startsWith('docs/adr/'));

test('TypeScript blocks compile in the strict project of somebody who has the package', () => {
  const programs = typescript.filter(({ attributes }) => !attributes.has('source'));
  expect(compile(programs)).toBe('');
  expect(programs.length).toBeGreaterThan(0);
});

const OPTIONS = {
  target: 'es2023',
  lib: ['es2023'],
  module: 'node18',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
  types: ['node'],
  paths: {
    samplegate: [join(ROOT, 'src/index.ts')],
    'samplegate/jest': [join(ROOT, 'src/jest/index.ts')],
    'samplegate/testing': [join(ROOT, 'src/testing/index.ts')],
    'samplegate/vitest': [join(ROOT, 'src/vitest/index.mts')],
  },
};

/** What the compiler says of these blocks, each a module; empty where all is well. */
function compile(blocks: readonly Block[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-docs-'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: OPTIONS, include: ['pages'] }),
  );
  mkdirSync(join(folder, 'pages'));
  for (const block of blocks) {
    const name = `${block.page.replaceAll('/', '-')}-line-${block.line}.mts`;
    writeFileSync(join(folder, 'pages', name), block.text);
  }
  const tsc = join(ROOT, 'node_modules', '.bin', 'tsc');
  const { stdout, stderr } = spawnSync(tsc, ['-p', folder, '--pretty', 'false'], {
    encoding: 'utf8',
    cwd: folder,
  });
  rmSync(folder, { recursive: true });
  return stdout + stderr;
}
