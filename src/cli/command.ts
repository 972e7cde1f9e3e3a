import type { ExitCode } from '../model/findings/exit-code';
import type { Io } from './io';
import type { OptionSpecs, Section } from './options/option';

/** A command, with everything that its help says. */
export interface Command {
  /** What follows the name, one line per way to call it; the overview shows the first. */
  readonly usage: readonly [string, ...string[]];
  /** What it does, in a line of the overview. */
  readonly summary: string;
  /** What it does, in sentences; one text per paragraph. */
  readonly description: readonly string[];
  readonly options: OptionSpecs;
  /** What a section of the help says above its options. */
  readonly sections?: Readonly<Partial<Record<Section, string>>>;
  /** Lines of the help that are printed as they are, under a heading. */
  readonly appendix?: { readonly title: string; readonly lines: readonly string[] };
  /** What each exit code means. */
  readonly exitCodes: Readonly<Partial<Record<ExitCode, string>>>;
  /** Whole command lines. */
  readonly examples: readonly string[];
  /** Runs it with its arguments. Throws a UsageError when it cannot run. */
  readonly run: (args: readonly string[], io: Io) => Promise<ExitCode>;
}

/** The exit codes of commands that report findings. */
export const REPORT_EXIT_CODES = {
  0: 'no finding at the level of --fail-on, or above it',
  1: 'at least one such finding',
  2: 'the run could not start, or not finish',
} as const;
