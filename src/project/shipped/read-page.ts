import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packageRoot } from './package-root';

/** The page of `--format html`, in two halves: the report's data goes between them. It is part of a build, and read only when a page is written. */
export function readPage(): readonly [before: string, after: string] {
  const page = readFileSync(join(packageRoot(), 'dist', 'page.html'), 'utf8');
  const [before = '', after = ''] = page.split(/(?<=id="data">)/);
  return [before, after];
}
