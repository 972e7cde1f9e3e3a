import { statSync } from 'node:fs';
import { join } from 'node:path';

import { digest } from '../../project/cache/cache-files';
import { cacheFolder } from '../../project/cache/cache-folder';

/** What the output of a process depends on, besides the disk. */
export interface Invocation {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  readonly columns?: number;
  readonly isErrorTerminal: boolean;
  /** The bundle with the code. */
  readonly bundle: string;
}

/** The commands whose output is kept. They only read. */
const COMMANDS = new Set(['check', 'laws']);

/** The file with the output of an invocation; undefined where it is not kept. */
export function keptRunFile(invocation: Invocation): string | undefined {
  const { argv, cwd, env, isTerminal, columns = 0, isErrorTerminal, bundle } = invocation;
  // A run that watches does not end.
  const isOff = argv.includes('--no-cache') || argv.includes('--watch') || env['SAMPLEGATE_CACHE'] === 'off';
  if (!COMMANDS.has(argv[0] ?? '') || isOff) return undefined;
  const folder = cacheFolder(cwd, env);
  const code = statSync(bundle, { throwIfNoEntry: false });
  if (folder === undefined || code === undefined) return undefined;
  const parts = [process.version, bundle, code.size, code.mtimeMs, cwd, isTerminal, columns, isErrorTerminal];
  const name = digest(JSON.stringify([...parts, process.execArgv, argv]));
  return join(folder, 'runs', name.slice(0, 32));
}
