import type { Io } from './io';
import { blanksOfArguments } from './without-secrets';

/** Writes a warning to the standard error, without the secrets in the arguments that it may quote. */
export function warn(message: string, io: Pick<Io, 'env' | 'err'>, quoted: readonly string[] = []): void {
  io.err(`samplegate: warning: ${blanksOfArguments(quoted, io).message(message)}\n`);
}
