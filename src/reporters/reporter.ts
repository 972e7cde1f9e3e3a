import type { CheckResult } from '../model/findings/check-result';
import type { CheckedTarget, FleetSummary } from '../model/findings/fleet';
import type { Finding } from '../model/findings/finding';
import type { Severity } from '../model/severity';
import type { WorkingFolder } from '../model/working-folder';

/** How a report looks; decided once by the code that prints it. */
export interface ReporterOptions extends Partial<WorkingFolder> {
  readonly color: boolean;
  /** Lists what passed and what was not checked. */
  readonly verbose: boolean;
  /** Prints one line per finding, and nothing without findings. */
  readonly quiet: boolean;
  /** The version of Samplegate. */
  readonly version: string;
  /** The width of the terminal, at which long lines are wrapped; absent: nothing is wrapped. */
  readonly columns?: number;
  /** False where what passed is not known, because the result was read from a report that does not say it. */
  readonly knowsPassed?: false;
  /** The least severity that fails a JUnit test case, as it fails the run; `error` when absent. */
  readonly failOn?: Severity;
}

/** Where a finding is. */
export type PlacedFinding = Pick<Finding, 'file' | 'start' | 'end' | 'requestedAt'>;

/** A count of the findings that a report leaves out. */
export interface OmittedCount {
  /** Called with every finding of the run, left out or not. */
  readonly add: (finding: PlacedFinding) => void;
  /** What was left out so far, in words; undefined if that is nothing. */
  readonly words: () => string | undefined;
}

/** A report format. Its name is its key in the registry. */
export interface Reporter {
  /** What the format is for, in a few words: a row of docs/output-formats.md. */
  readonly summary: string;
  /** The text of a report, which ends in a newline or is empty; prints nothing itself. */
  readonly report: (result: CheckResult, options: ReporterOptions) => string;
  /** A report on many targets, written while they are checked. */
  readonly stream: (write: (text: string) => void, options: ReporterOptions, spool: Spool) => FleetOutput;
  /** Starts a count of the findings that it leaves out of a report. Absent: it leaves none out. */
  readonly countOmitted?: () => OmittedCount;
  /** Whether it is for a host of repositories, so that it names files from the top of the repository. */
  readonly namesRepositoryFiles?: true;
  /** Whether it lists what passed, so that it cannot be made from a JSON report without verdicts. */
  readonly needsVerdicts?: true;
  /** What is printed on the standard output when a run cannot start. Absent: nothing. */
  readonly error?: (error: ReportedError) => string;
}

/** A report on many targets that is written while the run goes on. */
export interface FleetOutput {
  /** The findings in the samples themselves; comes first, if at all. */
  readonly own: (result: CheckResult) => void;
  /** A target that is done; the order is the one in which they finish. */
  readonly add: (checked: CheckedTarget) => void;
  /** The end of the run, early or not. */
  readonly end: (summary: FleetSummary) => void;
  /** What is left to write after the end, in pieces: it may be large, and whoever writes it waits for the reader. */
  readonly rest?: () => Iterable<string>;
}

/** Keeps texts outside of the memory, for a report whose beginning is known only at the end. */
export interface Spool {
  /** Keeps a text, and gives a function that reads it again. */
  readonly keep: (text: string) => () => string;
}

/** Why a run could not start, and where the mistake is. */
export interface ReportedError {
  readonly message: string;
  readonly file?: string;
  /** Line and column are 1-based. */
  readonly line?: number;
  readonly column?: number;
}
