import { UsageError } from '../../model/usage-error';
import type { OptionSpecs } from '../options/option';
import type { ReportPlan } from '../options/report-options';

/** The option of a command that can stay and run again. */
export const WATCH_OPTION = {
  watch: {
    type: 'boolean',
    help: 'stay, and run again whenever something that the run reads changes; Ctrl-C ends',
  },
} as const satisfies OptionSpecs;

/** The exit code of a run that watches. */
export const WATCH_EXIT_CODE = { 130: 'with --watch: ended with Ctrl-C' } as const;

/** What else was given, as far as it may not go together with `--watch`. */
interface GivenWithWatch {
  /** The values of options; undefined for one that was not given. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly operands: readonly string[];
  readonly plan: Pick<ReportPlan, 'targets'>;
}

const SERVICE = 'runs again when a file changes, and no file says when a service does';

/** Why these options are refused. */
const REFUSED: Readonly<Record<string, string>> = {
  live: SERVICE,
  targets: SERVICE,
  shard: 'stays on this machine, and `--shard` divides a run among several',
  check: 'writes the types again after each change, and `--check` only compares them',
};

/** Throws a UsageError for what makes no sense in a run that watches. */
export function refuseWithWatch({ options, operands, plan }: GivenWithWatch): void {
  for (const [name, why] of Object.entries(REFUSED))
    if (options[name] !== undefined)
      throw new UsageError(`\`--watch\` ${why}: omit \`--watch\` or \`--${name}\``);
  if (operands.includes('-'))
    throw new UsageError(
      'the standard input can be read only once, so `--watch` cannot be combined with `-`: name a file',
    );
  const printed = plan.targets.find(({ format, file }) => file === undefined && format !== 'pretty');
  if (printed !== undefined)
    throw new UsageError(
      `\`--watch\` prints one report after the other, which together are not ${printed.format}: write it to a file, \`--format ${printed.format}=FILE\``,
    );
}
