import { writeSync } from 'node:fs';

import { codeOf, messageOf } from '../model/thrown';

/** The standard output and the standard error. */
export type Descriptor = 1 | 2;

/** Whether everything is printed with Node's streams from now on. */
let usesStreams = false;

/** Whether the standard output takes nothing any more. */
let isClosed = false;

/** Prints a text. Loading what Node needs for streams takes as long as much of a small check, so they are used only where a run needs them. */
export function print(descriptor: Descriptor, text: string): void {
  if (usesStreams) streamOf(descriptor).write(text);
  else if (descriptor === 2 || !isClosed) printAtOnce(descriptor, text);
}

/** Prints with Node's streams from now on: while a reader is slow, the process goes on. */
export function useStreams(): void {
  if (usesStreams) return;
  usesStreams = true;
  process.stdout.on('error', loseOutput);
  // Nothing can say why.
  process.stderr.on('error', () => {});
}

/** A pipe whose reader is slow keeps in memory what it has not taken. Resolves when it has taken nearly all of it. */
export async function drained(): Promise<void> {
  if (!usesStreams || !process.stdout.writableNeedDrain) return;
  const events = ['drain', 'close', 'error'];
  await new Promise<void>((resolve) => {
    const end = () => {
      for (const event of events) process.stdout.off(event, end);
      resolve();
    };
    for (const event of events) process.stdout.on(event, end);
  });
}

function printAtOnce(descriptor: Descriptor, text: string): void {
  let rest = Buffer.from(text);
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    if (codeOf(error) === 'EAGAIN') {
      // The pipe is full, and another process has set it not to wait.
      useStreams();
      streamOf(descriptor).write(rest);
    } else if (descriptor === 1) {
      isClosed = true;
      loseOutput(error);
    }
  }
}

function streamOf(descriptor: Descriptor): NodeJS.WriteStream {
  return descriptor === 1 ? process.stdout : process.stderr;
}

/** Says why something could not be printed on the standard output, and sets the exit code to 2. */
function loseOutput(error: unknown): void {
  // A reader such as `head` closes the pipe when it has read enough.
  if (codeOf(error) === 'EPIPE') return;
  process.exitCode = 2;
  print(2, `samplegate: cannot write to the standard output: ${messageOf(error)}\n`);
}
