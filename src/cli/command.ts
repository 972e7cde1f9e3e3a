import type { ExitCode } from './exit-code';
import type { Io } from './io';

/** A command: its arguments to its exit code. Throws a UsageError when it cannot run. */
export type Command = (args: readonly string[], io: Io) => Promise<ExitCode>;
