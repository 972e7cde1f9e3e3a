import { invocationOf } from './rerun/invocation';
import { takeOver } from './rerun/hand-over';
import { recordRun } from './rerun/keep-run';
import type { Io } from './io';
import { catchLostOutput } from './lost-output';
import { run } from './run';

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** A second signal ends the process at once. */
function interrupted(): Promise<void> {
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

/** A pipe whose reader is slow keeps in memory what it has not taken. */
async function drained(): Promise<void> {
  if (!process.stdout.writableNeedDrain) return;
  const events = ['drain', 'close', 'error'];
  await new Promise<void>((resolve) => {
    const end = () => {
      for (const event of events) process.stdout.off(event, end);
      resolve();
    };
    for (const event of events) process.stdout.on(event, end);
  });
}

catchLostOutput();

const io: Io = {
  cwd: process.cwd(),
  env: process.env,
  isTerminal: process.stdout.isTTY,
  // Some terminals report 0 when they do not know their width.
  ...(process.stdout.columns > 0 ? { columns: process.stdout.columns } : {}),
  isErrorTerminal: process.stderr.isTTY,
  readStdin,
  interrupted,
  out: (text) => process.stdout.write(text),
  drained,
  err: (text) => process.stderr.write(text),
};
const recorded = recordRun(io, invocationOf(__filename), takeOver());

run(process.argv.slice(2), recorded.io).then(
  (code) => {
    process.exitCode ??= code;
    recorded.keep(code);
  },
  (error: unknown) => {
    process.stderr.write(
      `samplegate: this is a bug, please report it\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 2;
  },
);
