import { codeOf, messageOf } from '../model/thrown';

/** Handles errors of the streams that a process prints to. */
export function catchLostOutput(): void {
  process.stdout.on('error', loseOutput);
  // Nothing can say why.
  process.stderr.on('error', () => {});
}

/** Says why something could not be printed on the standard output, and sets the exit code to 2. Returns false if that is not an error. */
export function loseOutput(error: unknown): boolean {
  // A reader such as `head` closes the pipe when it has read enough.
  if (codeOf(error) === 'EPIPE') return false;
  process.exitCode = 2;
  process.stderr.write(`samplegate: cannot write to the standard output: ${messageOf(error)}\n`);
  return true;
}
