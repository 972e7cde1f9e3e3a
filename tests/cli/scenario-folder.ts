import { cpSync } from 'node:fs';
import { join } from 'node:path';

import { tempFolder } from '../temp-folder';
import type { Scenario } from './scenario';

const PROJECTS = join(__dirname, '../fixtures/projects');

/** The folder that a scenario runs in; a copy is removed after the tests. */
export function folderOf({ project = '.', copy = false }: Pick<Scenario, 'project' | 'copy'>): string {
  if (!copy) return join(PROJECTS, project);
  const folder = tempFolder();
  cpSync(join(PROJECTS, project), folder, { recursive: true });
  return folder;
}
