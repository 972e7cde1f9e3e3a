import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { tempProject } from './engine/temp-project';

const BUNDLER = pathToFileURL(join(__dirname, '../scripts/bundle-source.mjs')).href;

/** The path of one file that is this entry point and all it loads, for other processes to load: module by module takes them far longer. */
export function bundledSource(entryPoint: string): string {
  const outfile = join(tempProject({}), 'bundle.cjs');
  const [bundler, ...args] = [BUNDLER, entryPoint, outfile].map((value) => JSON.stringify(value));
  const program = `const { bundleSource } = await import(${bundler}); await bundleSource(${args.join(', ')});`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', program]);
  return outfile;
}
