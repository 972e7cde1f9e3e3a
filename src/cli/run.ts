import { UsageError } from '../model/usage-error';
import { packageVersion } from '../project/shipped/package-root';
import { suggestName } from '../wording/suggest-name';
import type { Command } from './command';
import { COMMANDS } from './commands';
import { describeUsageError } from './describe-usage-error';
import type { ExitCode } from '../model/findings/exit-code';
import { commandHelp, overview } from './help';
import type { Io } from './io';

/** Runs one command line and gives its exit code. What stops it is printed on the standard error. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const { out, err } = describeUsageError(error, argv, io);
    io.out(out);
    io.err(err);
    return 2;
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...args] = argv;
  if (name === undefined) {
    io.err(overview(COMMANDS));
    return 2;
  }
  if (name === 'help' || name === '--help' || name === '-h') {
    const [topic] = args;
    io.out(topic === undefined ? overview(COMMANDS) : commandHelp(topic, commandOf(topic)));
    return 0;
  }
  if (name === '--version' || name === '-v') {
    io.out(`${packageVersion()}\n`);
    return 0;
  }
  const command = commandOf(name);
  if (args.includes('--help') || args.includes('-h')) {
    io.out(commandHelp(name, command));
    return 0;
  }
  return command.run(args, io);
}

/** Throws a UsageError for an unknown command. */
function commandOf(name: string): Command {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command !== undefined) return command;
  throw new UsageError(`unknown command \`${name}\`: ${suggestName(name, Object.keys(COMMANDS))}`);
}
