import { spawnSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';

import { runCli, type CliOutcome } from '../cli/run-cli';

/** Where the commands of a block are run. */
export interface ConsoleWorld {
  readonly cwd: string;
  /** The proxy behind which the hosts of the pages are. */
  readonly proxyUrl: string;
}

/** A block after its commands were run, and the exit code of the last one. */
export interface ConsoleRun {
  readonly text: string;
  readonly code: number;
}

/**
 * Runs each line that begins with `$ ` and gives the block as a terminal would show it. `samplegate` runs in this process, and
 * everything else in a shell; `cd` counts for the lines after it. Output that differs only in times and free ports stays as it was written.
 */
export async function runConsole(written: string, world: ConsoleWorld): Promise<ConsoleRun> {
  const parts: string[] = [];
  let code = 0;
  let { cwd } = world;
  for (const part of written.split(/^(?=\$ )/m)) {
    const [line = ''] = part.split('\n', 1);
    const [, folder] = /^\$ cd (\S+)$/.exec(line) ?? [];
    if (folder !== undefined) {
      cwd = join(cwd, folder);
      parts.push(`${line}\n`);
      continue;
    }
    const outcome = await runLine(line.replace(/^\$ (npx )?/, ''), { ...world, cwd });
    const made = `${line}\n${outcome.out}${outcome.err}`;
    parts.push(mask(made) === mask(part) ? part : made);
    ({ code } = outcome);
  }
  return { text: parts.join(''), code };
}

function runLine(command: string, { cwd, proxyUrl }: ConsoleWorld): Promise<CliOutcome> | CliOutcome {
  const [program, ...args] = wordsOf(command);
  if (program !== 'samplegate') return runShell(command, cwd);
  // `serve` and `--watch` run until they are interrupted.
  const interruption = new EventEmitter();
  const interrupted = once(interruption, 'interrupt');
  return runCli(args.map(anyPort), {
    cwd,
    env: { HTTP_PROXY: proxyUrl, NO_PROXY: '127.0.0.1', OS_TOKEN: 'a-token-of-the-docs' },
    interrupted: async () => {
      if (args[0] !== 'serve') await interrupted;
    },
    onErr: (text) => {
      if (text.includes('Ctrl-C ends')) interruption.emit('interrupt');
    },
  });
}

/** The words of a command line, as a shell would divide it; quotes keep blanks together. */
function wordsOf(command: string): readonly string[] {
  return Array.from(
    command.matchAll(/'([^']*)'|"([^"]*)"|\S+/g),
    ([whole, single, double]) => single ?? double ?? whole,
  );
}

/** The port that a page names may be in use. */
function anyPort(word: string, index: number, words: readonly string[]): string {
  return words[index - 1] === '--port' ? '0' : word;
}

function runShell(command: string, cwd: string): CliOutcome {
  const { stdout, stderr, status } = spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8' });
  return { out: stdout, err: stderr, code: status ?? 2 };
}

function mask(text: string): string {
  return text
    .replaceAll(/ +(?:time|[\d.,]+ m?s)$/gm, ' TIME')
    .replaceAll(/"milliseconds":\d+/g, 'TIME')
    .replaceAll(/ in [\d.,]+ m?s\b/g, ' TIME')
    .replaceAll(/(?<=http:\/\/127\.0\.0\.1:)\d+/g, 'PORT');
}
