import { nearest } from '../model/nearest';
import { UsageError } from '../model/usage-error';
import { packageVersion } from '../project/package-root';
import { COMMANDS } from './commands';
import { describeUsageError } from './describe-usage-error';
import type { ExitCode } from './exit-code';
import { HELP } from './help';
import type { Io } from './io';

/** Runs one command line and gives its exit code; whatever stops it is said on the standard error. */
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
    io.err(HELP[''] ?? '');
    return 2;
  }
  if (name === 'help' || name === '--help' || name === '-h') {
    const [topic = ''] = args;
    const text = HELP[topic];
    if (text === undefined) throw new UsageError(describeUnknown(topic));
    io.out(text);
    return 0;
  }
  if (name === '--version' || name === '-v') {
    io.out(`${packageVersion()}\n`);
    return 0;
  }
  const command = COMMANDS[name];
  if (command === undefined) throw new UsageError(describeUnknown(name));
  if (args.includes('--help') || args.includes('-h')) {
    io.out(HELP[name] ?? '');
    return 0;
  }
  return command(args, io);
}

function describeUnknown(name: string): string {
  const commands = Object.keys(COMMANDS);
  const near = nearest(name, commands);
  return `there is no command \`${name}\`: ${near === undefined ? `there are ${commands.join(', ')}` : `did you mean \`${near}\`?`}`;
}
