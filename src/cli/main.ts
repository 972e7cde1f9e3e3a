import { invocationOf } from './rerun/invocation';
import { takeOver } from './rerun/hand-over';
import { recordRun } from './rerun/keep-run';
import type { Io } from './io';
import { drained, print, useStreams } from './print';
import { run } from './run';

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** A second signal ends the process at once. */
function interrupted(): Promise<void> {
  // Requests must not wait for a slow reader.
  useStreams();
  return new Promise((resolve) => {
    const end = () => {
      process.off('SIGINT', end).off('SIGTERM', end);
      resolve();
    };
    process.on('SIGINT', end).on('SIGTERM', end);
    // Nobody can read what comes.
    process.stdout.on('error', end);
  });
}

/** Runs the command line of this process. */
export function main(): void {
  const invocation = invocationOf(__filename);
  const { isTerminal, columns = 0, isErrorTerminal } = invocation;
  // Node converts what is printed to a terminal, if need be.
  if (isTerminal || isErrorTerminal) useStreams();

  const io: Io = {
    cwd: process.cwd(),
    env: process.env,
    isTerminal,
    // Some terminals report 0 when they do not know their width.
    ...(columns > 0 ? { columns } : {}),
    isErrorTerminal,
    readStdin,
    interrupted,
    out: (text) => {
      print(1, text);
    },
    drained,
    err: (text) => {
      print(2, text);
    },
  };
  const recorded = recordRun(io, invocation, takeOver());

  run(process.argv.slice(2), recorded.io).then(
    (code) => {
      process.exitCode ??= code;
      recorded.keep(code);
    },
    (error: unknown) => {
      print(
        2,
        `samplegate: this is a bug, please report it\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
      process.exitCode = 2;
    },
  );
}
