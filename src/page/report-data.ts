import type { RuleInfo, Summary, Verdict, VersionRow } from '../model/check-result';
import type { CoverageMatrix } from '../model/coverage-matrix';
import type { Finding } from '../model/finding';
import type { TargetRow } from '../model/fleet';
import type { Severity } from '../model/severity';

/** What a run checked. In a fleet, some counts are missing. */
export interface SummaryData
  extends
    Pick<
      Summary,
      'findings' | 'notChecked' | 'manifests' | 'base' | 'openApi' | 'wrongOnPurpose' | 'alsoRequested'
    >,
    Partial<Pick<Summary, 'contracts' | 'facts' | 'samples' | 'rules' | 'documents'>> {
  readonly part?: { readonly changedSince: string } | { readonly shard: number; readonly of: number };
}

/** A service of a fleet as the JSON report has it. */
export interface TargetData extends Omit<TargetRow, 'name'> {
  readonly target: string;
}

/** The result of one test, with the fingerprints of its findings. */
export interface VerdictData extends Omit<Verdict, 'rules' | 'findings'> {
  readonly target?: string;
  readonly findings: readonly string[];
}

/** The document of `--format json`, described by `spec/report.schema.json`: all that the page shows. */
export interface ReportData {
  readonly tool?: { readonly name: string; readonly version: string };
  readonly root?: string;
  readonly failOn?: Severity;
  readonly exitCode?: number;
  readonly rules?: readonly RuleInfo[];
  readonly findings: readonly Finding[];
  readonly summary?: SummaryData;
  readonly versions?: readonly VersionRow[];
  /** In a run over many services, how many it had to check. */
  readonly fleet?: { readonly targets: number };
  readonly targets?: readonly TargetData[];
  /** Only in a report with `--verbose`. */
  readonly verdicts?: readonly VerdictData[];
  readonly matrix?: CoverageMatrix;
  /** Why the run could not start; then there is nothing else. */
  readonly error?: { readonly message: string; readonly file?: string; readonly line?: number };
}
