import type { CheckResult } from '../model/check-result';
import type { Severity } from '../model/severity';

/** How a report is to look; decided once by the surface that prints it. */
export interface ReporterOptions {
  readonly color: boolean;
  /** Lists what passed and what was not checked. */
  readonly verbose: boolean;
  /** Nothing when there is no finding, one line a finding otherwise. */
  readonly quiet: boolean;
  /** The version of Samplegate. */
  readonly version: string;
  /** The least severity that fails a JUnit test case, as it fails the run; `error` when absent. */
  readonly failOn?: Severity;
}

/** Turns a result into the text of a report, which ends in a newline or is empty; prints nothing itself. */
export type Reporter = (result: CheckResult, options: ReporterOptions) => string;
