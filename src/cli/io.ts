/** What a command sees of the world; tests give it another. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the standard output is a terminal. */
  readonly isTerminal: boolean;
  readonly readStdin: () => Promise<Buffer>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}
