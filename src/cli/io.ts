import type { Memory } from '../engine/kept/judgement';

/** Everything outside the process that a command uses; tests replace it. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the standard output is a terminal. */
  readonly isTerminal: boolean;
  /** The width of that terminal; absent: unknown. */
  readonly columns?: number;
  /** Whether the standard error is a terminal. */
  readonly isErrorTerminal: boolean;
  /** The identity of this build, for the result cache. Default: read from the installed files. */
  readonly build?: string;
  /** What earlier runs of the same command line found out. Default: nothing. */
  readonly memory?: Memory;
  readonly readStdin: () => Promise<Buffer>;
  /** Resolves when the user interrupts the run (SIGINT, SIGTERM), or closes the pipe that reads its output. After the first call, these signals no longer end the process by themselves. */
  readonly interrupted: () => Promise<void>;
  readonly out: (text: string) => void;
  /** Resolves when the reader of the standard output has taken nearly all of it. Absent: it takes everything at once. */
  readonly drained?: () => Promise<void>;
  readonly err: (text: string) => void;
}
