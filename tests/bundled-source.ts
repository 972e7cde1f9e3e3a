import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { tempProject } from './engine/temp-project';
import { deleteAfterwards } from './temp-folder';

const ROOT = join(__dirname, '..');
const BUNDLER = pathToFileURL(join(ROOT, 'scripts/bundle-source.mjs')).href;

/** The path of one file that is this entry point and all it loads, for other processes to load: module by module takes them far longer. */
export function bundledSource(entryPoint: string): string {
  const outfile = join(tempProject({}), 'bundle.cjs');
  runBundler('bundleSource', entryPoint, outfile);
  return outfile;
}

/** The path of the command line as one file, for other processes to run. */
export function bundledCommand(): string {
  const bundle = bundledSource('src/start/program.ts');
  const command = join(dirname(bundle), 'command.cjs');
  writeFileSync(command, `require('./${basename(bundle)}').main();\n`);
  return command;
}

/** A folder with what `samplegate/testing`, `samplegate/jest` and `samplegate/vitest` load, below node_modules like the package of a user. */
export function bundledRunners(): string {
  const cache = join(ROOT, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = deleteAfterwards(mkdtempSync(join(cache, 'samplegate-runners-')));
  runBundler('bundleRunners', folder);
  return folder;
}

function runBundler(name: string, ...args: readonly string[]): void {
  const call = `${name}(${args.map((value) => JSON.stringify(value)).join(', ')})`;
  const program = `const { ${name} } = await import(${JSON.stringify(BUNDLER)}); await ${call};`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', program]);
}
