import { codeOf } from '../model/thrown';
import { buildId } from '../project/package-root';
import { run } from './run';

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Asking a second time ends the process at once, whatever it is still doing. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      process.off('SIGINT', end).off('SIGTERM', end);
      resolve();
    };
    process.on('SIGINT', end).on('SIGTERM', end);
  });
}

// A reader that has seen enough, such as `head`, closes the pipe: what is left unsaid then is no error.
process.stdout.on('error', (error) => {
  if (codeOf(error) !== 'EPIPE') throw error;
});

const build = buildId();

run(process.argv.slice(2), {
  ...(build === undefined ? {} : { build }),
  cwd: process.cwd(),
  env: process.env,
  isTerminal: process.stdout.isTTY,
  // Some terminals say 0 for a width that they do not know.
  ...(process.stdout.columns > 0 ? { columns: process.stdout.columns } : {}),
  isErrorTerminal: process.stderr.isTTY,
  readStdin,
  interrupted,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `samplegate: this is a bug, please report it\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 2;
  },
);
