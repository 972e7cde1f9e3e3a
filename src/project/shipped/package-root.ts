import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

import { isJsonObject } from '../../model/json/json-value';

/** The folder of this package with the files that it ships, whether it runs from its sources, its build or its bundle. */
export function packageRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'spec', 'contracts.schema.json'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error(`the files shipped with samplegate are missing above ${__dirname}`);
    folder = parent;
  }
  return folder;
}

/** The version of this package. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
  return isJsonObject(manifest) ? String(manifest['version']) : '';
}

/** What identifies this build of the code; undefined when it runs from its sources or another bundle, which change without a build. */
export function buildId(): string | undefined {
  const dist = join(packageRoot(), 'dist');
  const bundle = join(dist, 'main.js');
  if (!__filename.startsWith(dist + sep) || !existsSync(bundle)) return undefined;
  const { size, mtimeMs } = statSync(bundle);
  return `${packageVersion()} ${size} ${mtimeMs}`;
}
