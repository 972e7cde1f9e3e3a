import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The folders and files that a build is made from. Dependencies count, since the command line is bundled with them. */
const INPUTS = [
  'src',
  'scripts',
  'spec',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'node_modules/.package-lock.json',
];

/** When a file of this project last changed, in milliseconds; 0 if there is none. */
export function changedAt(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Whether nothing that `dist` is built from is newer than the build. The build writes `dist/bin.js` last. */
export function isBuildCurrent() {
  const builtAt = changedAt('dist/bin.js');
  return INPUTS.every((input) => filesOf(input).every((file) => changedAt(file) <= builtAt));
}

/** A file, or a folder with everything in it: a folder changes when a file is added or removed. */
function filesOf(path) {
  if (!statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory()) return [path];
  return [path, ...readdirSync(join(root, path), { recursive: true }).map((file) => join(path, file))];
}
