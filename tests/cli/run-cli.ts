import { run } from '../../src/cli/run';

/** What a command line is run with, besides its arguments. */
export interface CliWorld {
  readonly cwd: string;
  /** Default: none, so that no result is kept between runs. */
  readonly build?: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the standard output is a terminal. Default: no. */
  readonly isTerminal?: boolean;
  /** Its width. */
  readonly columns?: number;
  /** Whether the standard error is one. Default: no. */
  readonly isErrorTerminal?: boolean;
  /** Resolves when the user asks to end. Default: never. */
  readonly interrupted?: () => Promise<void>;
  /** Sees what is printed as soon as it is. */
  readonly onOut?: (text: string) => void;
  /** The same for the standard error. */
  readonly onErr?: (text: string) => void;
}

/** What a command line printed, and its exit code. */
export interface CliOutcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process. */
export async function runCli(argv: readonly string[], world: CliWorld): Promise<CliOutcome> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(argv, {
    cwd: world.cwd,
    ...(world.build === undefined ? {} : { build: world.build }),
    env: world.env ?? {},
    isTerminal: world.isTerminal ?? false,
    ...(world.columns === undefined ? {} : { columns: world.columns }),
    isErrorTerminal: world.isErrorTerminal ?? false,
    readStdin: async () => Buffer.from(world.stdin ?? ''),
    interrupted: world.interrupted ?? (() => new Promise(() => {})),
    out: (text) => {
      out.push(text);
      world.onOut?.(text);
    },
    err: (text) => {
      err.push(text);
      world.onErr?.(text);
    },
  });
  return { code, out: out.join(''), err: err.join('') };
}
