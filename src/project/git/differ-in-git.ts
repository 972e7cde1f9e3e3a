import { relative, resolve } from 'node:path';

import { gitFields } from './git';

/** Whether some of these files differ between two commits. They are named as findings name them, relative to `cwd`. */
export function differInGit(
  { folder, cwd }: { readonly folder: string; readonly cwd: string },
  [from, to]: readonly [from: string, to: string],
  files: readonly string[],
): boolean {
  const paths = files.map((file) => relative(folder, resolve(cwd, file)));
  const args = ['diff', '--name-only', '--no-ext-diff', '-z', from, to, '--', ...paths];
  return gitFields(folder, args, { option: '--base' }).length > 0;
}
