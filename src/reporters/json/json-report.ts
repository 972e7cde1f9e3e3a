import type { Summary, Verdict, VersionRow, RuleInfo } from '../../model/findings/check-result';
import type { CoverageMatrix } from '../../model/findings/coverage-matrix';
import type { ExitCode } from '../../model/findings/exit-code';
import type { Finding } from '../../model/findings/finding';
import type { TargetRow } from '../../model/findings/fleet';
import type { NotChecked } from '../../model/findings/check-result';
import type { Severity } from '../../model/severity';
import type { LinkedPath } from '../../model/linked-path';

/** A JSON report as `spec/report.schema.json` describes it, of a run that could start. */
export interface JsonReport {
  readonly version: number;
  readonly tool: { readonly name: string; readonly version: string };
  readonly root: string;
  readonly top?: string;
  readonly linked?: readonly LinkedPath[];
  readonly failOn: Severity;
  readonly exitCode: ExitCode;
  readonly rules: readonly RuleInfo[];
  readonly findings: readonly Finding[];
  readonly summary: Omit<Summary, 'part'> & { readonly part?: JsonPart };
  readonly versions?: readonly VersionRow[];
  readonly documents?: readonly JsonDocument[];
  readonly ruleSets?: readonly (readonly string[])[];
  readonly verdicts?: readonly JsonVerdict[];
  readonly matrix?: CoverageMatrix;
  readonly fleet?: { readonly targets: number; readonly milliseconds: number };
  readonly targets?: readonly JsonTarget[];
}

/** The JSON report of a run that could not start. */
export interface StoppedReport {
  readonly version: number;
  readonly findings: readonly [];
  readonly error: { readonly message: string; readonly file?: string; readonly line?: number };
}

export type JsonPart = { readonly changedSince: string } | { readonly shard: number; readonly of: number };

type JsonDocument = Pick<Verdict, 'manifest' | 'group' | 'part' | 'operations' | 'contract'> & {
  readonly file: string;
};

/** A verdict with indexes in place of its rules, and fingerprints in place of its findings. */
export interface JsonVerdict extends Omit<Verdict, 'rules' | 'findings'> {
  readonly target?: string;
  readonly rules: number;
  readonly findings: readonly string[];
}

/** A checked service, with its name as `target`. */
export interface JsonTarget extends Omit<TargetRow, 'name'> {
  readonly target: string;
  readonly alsoRequested?: readonly string[];
  readonly notChecked: readonly NotChecked[];
}
