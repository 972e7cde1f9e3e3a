import { afterAll } from '@jest/globals';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Scenario } from './scenario';

const PROJECTS = join(__dirname, '../fixtures/projects');
const copies: string[] = [];

afterAll(() => {
  for (const folder of copies) rmSync(folder, { recursive: true });
});

/** The folder that a scenario runs in; a copy is removed after the tests. */
export function folderOf({ project = '.', copy = false }: Pick<Scenario, 'project' | 'copy'>): string {
  if (!copy) return join(PROJECTS, project);
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-cli-'));
  copies.push(folder);
  cpSync(join(PROJECTS, project), folder, { recursive: true });
  return folder;
}
