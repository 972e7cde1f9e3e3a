/** What a command sees of the world; tests give it another. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the standard output is a terminal. */
  readonly isTerminal: boolean;
  /** The width of that terminal; absent: unknown. */
  readonly columns?: number;
  /** Whether the standard error is a terminal. */
  readonly isErrorTerminal: boolean;
  /** What tells this build of the code from any other. Absent: results are not kept between runs. */
  readonly build?: string;
  readonly readStdin: () => Promise<Buffer>;
  /** Resolves when the user asks to end (SIGINT, SIGTERM). From the first call on, that no longer ends the process by itself. */
  readonly interrupted: () => Promise<void>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}
